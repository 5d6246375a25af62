import { pausedNotice, type PausedReason } from "../core/digest/paused.ts";
import type { Logger } from "../core/logger.ts";
import type { Reply } from "../core/reply.ts";
import type { Tenant } from "../core/tenant.ts";
import type { DeliveryParts } from "./parts.ts";

/** Something that a person is to know. */
export interface Notice {
  readonly reply: Reply;
  readonly signal: AbortSignal;
}

/** How notices reach a platform. Each is tried once and rejects where the platform does not take it. */
export interface NoticePort {
  /** As a direct message to somebody, by the platform's id. */
  toPerson(person: string, notice: Notice): Promise<void>;
  toChannel(channel: string, notice: Notice): Promise<void>;
}

/** What telling of a pause needs. */
export interface PausedParts extends Pick<DeliveryParts, "wait"> {
  noticesOf(tenant: Tenant): NoticePort | null;
  readonly log: Logger;
}

/** Milliseconds for each of the two tries: a digest that is being given up may hold up a stop no longer than others. */
const DEADLINE = 5_000;

/**
 * Tells the person who made a subscription that it was paused, in a direct message; where that is refused, the channel,
 * unless that is what is gone. Where neither takes it, and where the token is refused, the operator's log is all there is.
 */
export function createPausedNotice({
  noticesOf,
  wait,
  log,
}: PausedParts): NonNullable<DeliveryParts["paused"]> {
  const inTime = async (send: (signal: AbortSignal) => Promise<void>): Promise<boolean> => {
    const [sending, waiting] = [new AbortController(), new AbortController()];
    const late = wait(DEADLINE, waiting.signal).then(
      () => false,
      () => false,
    );
    const sent = (async () => send(sending.signal))().then(
      () => true,
      () => false,
    );
    const isSent = await Promise.race([sent, late]);
    sending.abort();
    waiting.abort();
    return isSent;
  };
  return async (subscription, because) => {
    const reason = reasonOf(because);
    const { id, channel, createdBy } = subscription;
    const port = noticesOf(channel.tenant);
    if (reason === null || port === null) return;
    const reply = pausedNotice(subscription, reason);
    const isTold =
      (await inTime((signal) => port.toPerson(createdBy.id, { reply, signal }))) ||
      (reason !== "gone" && (await inTime((signal) => port.toChannel(channel.channel, { reply, signal }))));
    if (!isTold)
      log.warn({ subscription: id }, "neither who made it nor its channel could be told of the pause");
  };
}

/** The reason of a `pausedBecause` that ports gave; `null` where nobody can be told. */
function reasonOf(because: string): PausedReason | null {
  const reason = because.slice(0, because.indexOf(":"));
  return reason === "gone" || reason === "forbidden" ? reason : null;
}
