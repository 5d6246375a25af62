import type { Config } from "../../src/config.ts";

/** A write of a delivery, by its place in the way that a delivery goes. */
export type Write = "claim" | "freeze" | "sending" | "end";

/** A moment at which a process is killed or stopped: around a write for a tenant. */
export interface Point {
  readonly write: Write;
  /** Before the statement runs, when it ran and nothing is committed, or when it is committed. */
  readonly side: "before" | "uncommitted" | "committed";
}

/** What a process does to itself at a point, the next time that it comes by. */
export interface Trap extends Point {
  readonly tenant: string;
  readonly signal: "SIGKILL" | "SIGSTOP";
}

/** What a process is started with. */
export interface Start {
  readonly type: "start";
  readonly config: Config;
  readonly corpus: string;
  /** The file that holds the time: see `time-file.ts`. */
  readonly time: string;
}

/** What the test tells a process. */
export type ToBot =
  | Start
  | { readonly type: "due"; readonly id: number }
  | { readonly type: "trap"; readonly trap: Trap }
  /** The disk has no room for more pages, or has again. */
  | { readonly type: "full"; readonly full: boolean };

/** What a process tells the test. */
export type FromBot =
  /** It waits until the machine's clock is at `until`. */
  | { readonly type: "wait"; readonly id: number; readonly ms: number; readonly until: number }
  | { readonly type: "gone"; readonly id: number }
  | { readonly type: "log"; readonly level: string; readonly facts: object; readonly message: string }
  /** It came to its trap; a stopped one says so before it stops. */
  | { readonly type: "trapped" }
  /** What was told was taken in. */
  | { readonly type: "ok" }
  /** Another connection had the store locked. */
  | { readonly type: "busy" };
