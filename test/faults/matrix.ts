import type { DeliveryState } from "../../src/core/subscription.ts";
import type { Point } from "./protocol.ts";
import type { Answer, Side } from "./sides.ts";

/**
 * What can go wrong with a digest, and what becomes of it: one message, or none with the state that `docs/delivery.md`
 * names. `answers.test.ts`, `kills.test.ts` and `stops.test.ts` live through it, with the whole bot as a process.
 */

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
}

/** One ending on both platforms, or one for each; `null` where there is no such case. */
export type Endings = Ending | Readonly<Record<Side["platform"], Ending | null>>;

const HOUR = 3_600_000;
const ONCE: Ending = { state: "sent", posts: 1 };
const MISSED: Ending = { state: "skipped", posts: 0, detail: "missed" };
const GIVEN_UP = { state: "failed", posts: 0, paused: true } as const;
const UNREADABLE: Ending = {
  state: "unknown",
  posts: 1,
  detail: "The channel's history cannot be read: missing_scope",
};
const HIDDEN: Ending = {
  state: "unknown",
  posts: 1,
  detail: "The bot may not read the channel's history: Read Message History",
};

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

const LOST: Answer = { answer: "reset", taken: true };

export const ANSWERS: readonly AnswerRow[] = [
  { fault: "nothing", ends: ONCE },
  { fault: "429 for 1 s", posts: [{ answer: "429", seconds: 1 }], ends: { ...ONCE, after: 1_000 } },
  { fault: "429 for an hour", posts: [{ answer: "429", seconds: 3_600 }], ends: { ...ONCE, after: HOUR } },
  { fault: "429 without a time", posts: [{ answer: "429", seconds: null }], ends: { ...ONCE, after: 30_000 } },
  {
    fault: "429 for longer than a digest is sent",
    posts: [{ answer: "429", seconds: 7 * 3_600 }],
    ends: MISSED,
  },
  ...[500, 502, 503, 504].flatMap((status): AnswerRow[] => [
    { fault: `${status}, not taken`, posts: [{ answer: "status", status }], ends: ONCE },
    { fault: `${status}, taken`, posts: [{ answer: "status", status, taken: true }], ends: ONCE },
  ]),
  { fault: "a reset before it is taken", posts: [{ answer: "reset" }], ends: ONCE },
  { fault: "a reset after it is taken", posts: [LOST], ends: ONCE },
  { fault: "no head of an answer, not taken", posts: [{ answer: "silence" }], ends: ONCE },
  { fault: "no head of an answer, taken", posts: [{ answer: "silence", taken: true }], ends: ONCE },
  { fault: "half a body", posts: [{ answer: "half", taken: true }], ends: ONCE },
  {
    fault: "one thing after the other",
    posts: [{ answer: "429", seconds: 5 }, { answer: "reset" }, { answer: "status", status: 503 }, LOST],
    ends: ONCE,
  },
  {
    fault: "a history that does not answer at first",
    posts: [LOST],
    looks: [{ answer: "status", status: 503 }, { answer: "silence" }, { answer: "429", seconds: 30 }],
    ends: ONCE,
  },
  {
    fault: "a lost answer where the history cannot be read",
    posts: [LOST],
    channel: "hidden",
    // The nonce tells on Discord.
    ends: { discord: ONCE, slack: UNREADABLE },
  },
  {
    fault: "a token that was revoked",
    posts: [{ answer: "token" }],
    ends: {
      discord: { ...GIVEN_UP, detail: "token: Discord refuses the bot's token" },
      slack: { ...GIVEN_UP, detail: "token: Slack refuses the bot's token (token_revoked)" },
    },
  },
  {
    fault: "a channel that was deleted or archived",
    channel: "removed",
    ends: {
      discord: { ...GIVEN_UP, detail: "gone: The channel does not exist any more" },
      slack: { ...GIVEN_UP, detail: "gone: The channel is archived (is_archived)" },
    },
  },
  {
    fault: "a channel where the bot may not post",
    channel: "forbidden",
    ends: {
      discord: {
        ...GIVEN_UP,
        detail:
          "forbidden: The bot may not post there: it needs View Channel and Send Messages in that channel",
      },
      slack: {
        ...GIVEN_UP,
        detail: "forbidden: The bot is not in the channel: invite it with /invite (not_in_channel)",
      },
    },
  },
];

/** Where a process dies or stands still: at a write, or while a request is out that is answered, or not, like this. */
export type Place = Point | { readonly request: "post" | "history"; readonly answer: Answer };

/** A death, and how many milliseconds later the next process starts. */
export interface Death {
  readonly at: Place;
  readonly down?: number;
}

/** Processes that are killed (SIGKILL). */
export interface KillRow {
  readonly killed: string;
  readonly deaths: readonly Death[];
  readonly hidden?: boolean;
  readonly ends: Endings;
}

const SILENT = { request: "post", answer: { answer: "silence" } } as const;
const UNREAD = { request: "post", answer: { answer: "silence", taken: true } } as const;
const LOOKING = { request: "history", answer: { answer: "silence" } } as const;
const SLACK_ONLY = (ending: Ending) => ({ discord: null, slack: ending });

export const KILLS: readonly KillRow[] = [
  { killed: "before the claim", deaths: [{ at: { write: "claim", side: "before" } }], ends: ONCE },
  { killed: "after the claim", deaths: [{ at: { write: "claim", side: "committed" } }], ends: ONCE },
  {
    killed: "before what was composed is committed",
    deaths: [{ at: { write: "freeze", side: "uncommitted" } }],
    ends: ONCE,
  },
  { killed: "before sending is committed", deaths: [{ at: { write: "sending", side: "uncommitted" } }], ends: ONCE },
  { killed: "after sending is committed", deaths: [{ at: { write: "sending", side: "committed" } }], ends: ONCE },
  { killed: "mid-request, not taken", deaths: [{ at: SILENT }], ends: ONCE },
  { killed: "mid-request, taken and unread", deaths: [{ at: UNREAD }], ends: ONCE },
  { killed: "before the outcome is committed", deaths: [{ at: { write: "end", side: "uncommitted" } }], ends: ONCE },
  { killed: "after the outcome is committed", deaths: [{ at: { write: "end", side: "committed" } }], ends: ONCE },
  {
    killed: "during the verification of what was taken",
    deaths: [{ at: UNREAD, down: 300_000 }, { at: LOOKING }],
    ends: ONCE,
  },
  {
    killed: "during the verification of what was not taken",
    deaths: [{ at: SILENT, down: 300_000 }, { at: LOOKING }],
    ends: ONCE,
  },
  {
    killed: "mid-request, and again when it is sent once more",
    deaths: [{ at: UNREAD }, { at: { write: "sending", side: "committed" } }],
    // Slack's history has it: it is not sent once more.
    ends: { discord: ONCE, slack: null },
  },
  {
    killed: "mid-request, taken, and away for 7 h",
    deaths: [{ at: UNREAD, down: 7 * HOUR }],
    ends: ONCE,
  },
  {
    killed: "mid-request, not taken, and away for 7 h",
    deaths: [{ at: SILENT, down: 7 * HOUR }],
    ends: MISSED,
  },
  {
    killed: "mid-request, taken, where the history cannot be read",
    deaths: [{ at: UNREAD, down: 300_000 }],
    hidden: true,
    ends: { discord: HIDDEN, slack: UNREADABLE },
  },
  {
    killed: "mid-request, not taken, where the history cannot be read",
    deaths: [{ at: SILENT, down: 300_000 }],
    hidden: true,
    ends: SLACK_ONLY({ ...UNREADABLE, posts: 0 }),
  },
];

/** Processes that are stopped for 90 s (SIGSTOP), while another takes over. */
export interface StopRow {
  readonly stopped: string;
  readonly at: Place;
}

/** None within a transaction: that keeps the store locked for all others as long as it stands still. */
export const STOPS: readonly StopRow[] = [
  { stopped: "after the claim, with a lease that ends meanwhile", at: { write: "claim", side: "committed" } },
  { stopped: "after freezing", at: { write: "freeze", side: "committed" } },
  { stopped: "after sending is committed, before the request", at: { write: "sending", side: "committed" } },
  { stopped: "mid-request, not taken", at: SILENT },
  { stopped: "mid-request, taken", at: UNREAD },
];
