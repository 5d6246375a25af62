import type { DeliveryState } from "../../src/core/subscription.ts";
import type { Point } from "./protocol.ts";
import type { Answer, Side } from "./sides.ts";

/** How a delivery ends. */
export interface Ending {
  readonly state: DeliveryState;
  /** Messages in the channel. */
  readonly posts: 0 | 1;
  /** What is written down beside it. */
  readonly detail?: string;
  /** Milliseconds after its time, before which the message does not come. */
  readonly after?: number;
  /** Whether the subscription is paused, and that told once. */
  readonly paused?: boolean;
  readonly late?: boolean;
}

/** One ending on both platforms, or one for each; `null` where there is no such case. */
export type Endings = Ending | Readonly<Record<Side["platform"], Ending | null>>;

/** The ending on a platform. */
export function endingOn(endings: Endings, platform: Side["platform"]): Ending | null {
  return "state" in endings ? endings : endings[platform];
}

/** Something wrong with a platform or a channel. */
export interface AnswerRow {
  readonly fault: string;
  /** What posts are answered with, one after the other, before all goes well. */
  readonly posts?: readonly Answer[];
  /** The same of looks at the history. */
  readonly looks?: readonly Answer[];
  readonly channel?: "removed" | "forbidden" | "hidden";
  readonly ends: Endings;
}

/**
 * Where a process dies or stands still: before there is anything to do, at a write, or while a request is out
 * that is answered, or not, like this.
 */
export type Place = "idle" | Point | { readonly request: "post" | "history"; readonly answer: Answer };

/** A death, and how many milliseconds later the next process starts. */
export interface Death {
  readonly at: Place;
  readonly down?: number;
  /** The machine is started anew as well, and with it its clock. */
  readonly reboot?: boolean;
}

/** Processes that are killed (SIGKILL). */
export interface KillRow {
  readonly killed: string;
  /** What the first post is answered with, before any death. */
  readonly first?: Answer;
  readonly deaths: readonly Death[];
  readonly hidden?: boolean;
  readonly ends: Endings;
}

/** Processes that are stopped for 90 s (SIGSTOP), while another takes over. */
export interface StopRow {
  readonly stopped: string;
  readonly at: Place;
}

/** Days on which clocks change, from noon (UTC) before: the instants at which digests come, and no others. */
export interface CalendarRow {
  readonly day: string;
  readonly zone: string;
  readonly at: string;
  readonly from: string;
  readonly comes: readonly string[];
}

/** The calendar's clock is set while a digest at 09:00 is on its way, and is right again three hours later. */
export interface ClockRow {
  readonly set: string;
  /** Milliseconds by which it is wrong, and how long after 09:00 it is set. */
  readonly by: number;
  readonly after: number;
  /** What the request is answered with. */
  readonly post?: Answer;
}
