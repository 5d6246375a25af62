import type { AnswerRow, CalendarRow, ClockRow, Ending, KillRow, StopRow } from "./row-types.ts";
import type { Answer } from "./sides.ts";

/**
 * What can go wrong with a digest, and what becomes of it: one message, or none with the state that `docs/delivery.md`
 * names. The tests beside it live through it, with the whole bot as a process.
 */

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

const LOST: Answer = { answer: "reset", taken: true };

export const ANSWERS: readonly AnswerRow[] = [
  { fault: "nothing", ends: ONCE },
  { fault: "429 for 1 s", posts: [{ answer: "429", seconds: 1 }], ends: { ...ONCE, after: 1_000 } },
  { fault: "429 for an hour", posts: [{ answer: "429", seconds: 3_600 }], ends: { ...ONCE, after: HOUR } },
  {
    fault: "429 without a time",
    posts: [{ answer: "429", seconds: null }],
    ends: { ...ONCE, after: 30_000 },
  },
  {
    fault: "429 for longer than a digest is sent",
    posts: [{ answer: "429", seconds: 7 * 3_600 }],
    ends: MISSED,
  },
  ...[500, 501, 502, 503, 504].flatMap((status): AnswerRow[] => [
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

const SILENT = { request: "post", answer: { answer: "silence" } } as const;
const UNREAD = { request: "post", answer: { answer: "silence", taken: true } } as const;
const LOOKING = { request: "history", answer: { answer: "silence" } } as const;
const SLACK_ONLY = (ending: Ending) => ({ discord: null, slack: ending });

export const KILLS: readonly KillRow[] = [
  {
    killed: "before it is due, and away for 5 h",
    deaths: [{ at: "idle", down: 5 * HOUR }],
    ends: { ...ONCE, late: true },
  },
  { killed: "before it is due, and away for 7 h", deaths: [{ at: "idle", down: 7 * HOUR }], ends: MISSED },
  { killed: "before the claim", deaths: [{ at: { write: "claim", side: "before" } }], ends: ONCE },
  { killed: "after the claim", deaths: [{ at: { write: "claim", side: "committed" } }], ends: ONCE },
  {
    killed: "before what was composed is committed",
    deaths: [{ at: { write: "freeze", side: "uncommitted" } }],
    ends: ONCE,
  },
  {
    killed: "before sending is committed",
    deaths: [{ at: { write: "sending", side: "uncommitted" } }],
    ends: ONCE,
  },
  {
    killed: "after sending is committed",
    deaths: [{ at: { write: "sending", side: "committed" } }],
    ends: ONCE,
  },
  { killed: "mid-request, not taken", deaths: [{ at: SILENT }], ends: ONCE },
  { killed: "mid-request, taken and unread", deaths: [{ at: UNREAD }], ends: ONCE },
  {
    killed: "before the outcome is committed",
    deaths: [{ at: { write: "end", side: "uncommitted" } }],
    ends: ONCE,
  },
  {
    killed: "after the outcome is committed",
    deaths: [{ at: { write: "end", side: "committed" } }],
    ends: ONCE,
  },
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
    killed: "while it is sent once more by its nonce, after a lost answer",
    first: LOST,
    deaths: [{ at: UNREAD }],
    // Slack's history has it: it is not sent once more.
    ends: { discord: ONCE, slack: null },
  },
  {
    killed: "while it is sent once more by its nonce, after a reset",
    first: { answer: "reset" },
    deaths: [{ at: SILENT }],
    ends: { discord: ONCE, slack: null },
  },
  {
    killed: "mid-request, taken, with the machine",
    deaths: [{ at: UNREAD, reboot: true }],
    ends: ONCE,
  },
  {
    killed: "mid-request, not taken, with the machine",
    deaths: [{ at: SILENT, reboot: true }],
    ends: ONCE,
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

/** None within a transaction: that keeps the store locked for all others as long as it stands still. */
export const STOPS: readonly StopRow[] = [
  { stopped: "after the claim, with a lease that ends meanwhile", at: { write: "claim", side: "committed" } },
  { stopped: "after freezing", at: { write: "freeze", side: "committed" } },
  { stopped: "after sending is committed, before the request", at: { write: "sending", side: "committed" } },
  { stopped: "mid-request, not taken", at: SILENT },
  { stopped: "mid-request, taken", at: UNREAD },
];

export const CALENDAR: readonly CalendarRow[] = [
  {
    day: "a gap in New York",
    zone: "America/New_York",
    at: "02:30",
    from: "2026-03-07T12:00Z",
    comes: ["2026-03-08T07:30Z", "2026-03-09T06:30Z"],
  },
  {
    day: "a gap in London",
    zone: "Europe/London",
    at: "01:30",
    from: "2026-03-28T12:00Z",
    comes: ["2026-03-29T01:30Z", "2026-03-30T00:30Z"],
  },
  {
    day: "no change in Seoul",
    zone: "Asia/Seoul",
    at: "02:30",
    from: "2026-03-30T12:00Z",
    comes: ["2026-03-30T17:30Z", "2026-03-31T17:30Z"],
  },
  {
    day: "half an hour twice on Lord Howe",
    zone: "Australia/Lord_Howe",
    at: "01:45",
    from: "2026-04-04T12:00Z",
    comes: ["2026-04-04T14:45Z", "2026-04-05T15:15Z"],
  },
  {
    day: "a gap of half an hour on Lord Howe",
    zone: "Australia/Lord_Howe",
    at: "02:10",
    from: "2026-10-03T12:00Z",
    comes: ["2026-10-03T15:40Z", "2026-10-04T15:10Z"],
  },
  {
    day: "an hour twice in London",
    zone: "Europe/London",
    at: "01:30",
    from: "2026-10-24T12:00Z",
    comes: ["2026-10-25T00:30Z", "2026-10-26T01:30Z"],
  },
  {
    day: "an hour twice in New York",
    zone: "America/New_York",
    at: "01:30",
    from: "2026-10-31T12:00Z",
    comes: ["2026-11-01T05:30Z", "2026-11-02T06:30Z"],
  },
  {
    day: "29 February",
    zone: "Asia/Seoul",
    at: "09:00",
    from: "2028-02-28T12:00Z",
    comes: ["2028-02-29T00:00Z", "2028-03-01T00:00Z"],
  },
];

const AHEAD_AND_BACK = [HOUR, -HOUR];
const BEFORE_DUE = -5 * 60_000;

export const CLOCKS: readonly ClockRow[] = AHEAD_AND_BACK.flatMap((by): ClockRow[] => {
  const name = by > 0 ? "an hour ahead" : "an hour back";
  return [
    { set: `${name} before it is due`, by, after: BEFORE_DUE },
    { set: `${name} after it was sent`, by, after: 60_000 },
    { set: `${name} after a lost answer`, by, after: 0, post: LOST },
    { set: `${name} after a 503, not taken`, by, after: 0, post: { answer: "status", status: 503 } },
    { set: `${name} after a 429 for 10 minutes`, by, after: 0, post: { answer: "429", seconds: 600 } },
  ];
});

/** What is changed half an hour after a digest came at 09:00 in Seoul. */
export const EDITS: readonly { readonly edit: { readonly zone?: string; readonly at?: string } }[] = [
  { edit: { zone: "America/New_York" } },
  { edit: { zone: "Pacific/Honolulu", at: "23:00" } },
  { edit: { zone: "Pacific/Kiritimati" } },
  { edit: { at: "18:00" } },
];
