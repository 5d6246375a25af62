import type { Wait } from "./hand-clock.ts";

/** What the parent tells the process: time passes, or the calendar is set. Each is answered by `done`. */
export type ToDesk =
  | { readonly type: "pass"; readonly ms: number }
  | { readonly type: "set"; readonly at: number };

/** What the process tells: who waits now, after a change or after what it was told to do. */
export interface FromDesk {
  readonly type: "waits" | "done";
  readonly waits: readonly Wait[];
}
