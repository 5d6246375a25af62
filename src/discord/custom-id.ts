import { createHash } from "node:crypto";

/** What a click does with the message it was made on. */
export type Place = "new" | "update";

/**
 * Ids of components must differ within a message; the same action may stand in it twice. A `mark` (22 characters, see
 * {@link markOf}) tells which message it is. At most 100 characters
 * (https://docs.discord.com/developers/components/reference#anatomy-of-a-component-custom-id).
 */
export function customId(place: Place, key: string, index: number, mark?: string): string {
  return `${place}:${key}:${index}${mark === undefined ? "" : `:${mark}`}`;
}

/**
 * The mark by which a digest is told from all other messages: 22 characters that stand for its delivery key, whatever
 * that is. A nonce has room for 25 (https://docs.discord.com/developers/resources/message#create-message).
 */
export function markOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 22);
}

/** The mark in an id; `null` where it has none. */
export function markIn(id: string): string | null {
  return PATTERN.exec(id)?.[3] ?? null;
}

const PATTERN = /^(new|update):([\w-]{1,64}):\d{1,3}(?::([\w-]{22}))?$/u;

/** The parts of an id that {@link customId} made; `null` for any other. */
export function parseCustomId(id: string): { place: Place; key: string } | null {
  const match = PATTERN.exec(id);
  return match === null ? null : { place: match[1] as Place, key: match[2]! };
}
