/** Milliseconds since the epoch at which snowflakes start counting: the first second of 2015. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/**
 * Makes snowflakes: unique, rising, and carrying the time of `now`.
 * https://discord.com/developers/docs/reference#snowflakes-snowflake-id-format-structure-left-to-right
 */
export function snowflakes(now: () => number): () => string {
  let increment = 0n;
  let last = 0n;
  return () => {
    const stamp = (BigInt(now()) - DISCORD_EPOCH) << 22n;
    increment += 1n;
    const id = stamp + increment;
    last = id > last ? id : last + 1n;
    return String(last);
  };
}

/**
 * Which shard hears of a guild; direct messages go to shard 0.
 * https://discord.com/developers/docs/events/gateway#sharding
 */
export function shardOf(guildId: string | null, shardCount: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
