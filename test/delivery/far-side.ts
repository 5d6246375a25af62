import type { Reply } from "../../src/core/reply.ts";
import type { PostOutcome, PostPort, PostRequest, Verified, VerifyRequest } from "../../src/delivery/port.ts";
import type { SimClock } from "./sim-clock.ts";

/** What becomes of a request. */
export interface Fate {
  /** Milliseconds after which the message is in the channel; `null` for never. */
  readonly accepted: number | null;
  /** What the other side answers, and after how long; `null` for nothing. */
  readonly answer: PostOutcome["outcome"] | "throws" | null;
  readonly after?: number;
  /** For `again`. */
  readonly pause?: number;
}

/** The message is in the channel and the answer comes. */
export const FINE: Fate = { accepted: 0, answer: "sent" };

/** A message in a channel. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly key: string;
  /** True time. */
  readonly at: number;
  readonly reply: Reply;
}

/** Milliseconds for which a nonce is surely known again. */
const NONCE_KNOWN = 120_000;

/** The far side of a platform: channels with their histories. */
export class FarSide {
  readonly messages: Message[] = [];
  /** Fates of the next requests; all further ones go well. */
  fates: Fate[] = [];
  /** How the next looks at a history end; all further ones go well. */
  looks: Verified[] = [];
  readable = true;
  /** Times of requests that arrived. */
  readonly arrived: number[] = [];
  readonly #clock: SimClock;
  readonly platform: PostPort["platform"];

  constructor(platform: PostPort["platform"], clock: SimClock) {
    this.platform = platform;
    this.#clock = clock;
  }

  /** The port of a process. */
  port(): PostPort {
    const post = (request: PostRequest) => this.#post(request);
    return {
      platform: this.platform,
      post,
      repost: this.platform === "discord" ? post : null,
      verify: (request) => Promise.resolve(this.#verify(request)),
    };
  }

  of(channel: string): Message[] {
    return this.messages.filter((message) => message.channel === channel);
  }

  #post(request: PostRequest): Promise<PostOutcome> {
    if (request.signal.aborted) return Promise.reject(new Error("aborted"));
    const fate = this.fates.shift() ?? FINE;
    this.arrived.push(this.#clock.time);
    let id = "";
    const accept = () => {
      id = this.#accept(request);
    };
    if (fate.accepted === 0) accept();
    else if (fate.accepted !== null) this.#clock.after(fate.accepted, accept);
    return new Promise((resolve, reject) => {
      request.signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      const answer = () => {
        if (fate.answer === "throws") reject(new Error("socket hang up"));
        else if (fate.answer === "sent") resolve({ outcome: "sent", message: id });
        else if (fate.answer === "again") resolve({ outcome: "again", after: fate.pause ?? 1_000 });
        else if (fate.answer === "unclear") resolve({ outcome: "unclear", detail: "HTTP 503" });
        else if (fate.answer === "permanent")
          resolve({ outcome: "permanent", reason: "gone", detail: "no such channel" });
      };
      if (fate.after === undefined) answer();
      else this.#clock.after(fate.after, answer);
    });
  }

  #accept({ channel: { channel }, key, reply }: PostRequest): string {
    const { time } = this.#clock;
    const same = this.messages.find(
      (one) => this.platform === "discord" && one.key === key && time - one.at < NONCE_KNOWN,
    );
    if (same !== undefined) return same.id;
    const id = `m${this.messages.length + 1}`;
    this.messages.push({ id, channel, key, at: time, reply });
    return id;
  }

  #verify({ channel: { channel }, key, since }: VerifyRequest): Verified {
    const look = this.looks.shift();
    if (look !== undefined) return look;
    if (!this.readable) return { found: null, detail: "the history cannot be read" };
    const message = this.of(channel).find((one) => one.key === key && one.at >= since);
    return message === undefined ? { found: false } : { found: true, message: message.id };
  }
}
