/** What can go wrong between the bot and Slack. */
export type Fault =
  /** HTTP 429; `retryAfter` in seconds, null for no such header. */
  | { kind: "rate_limited"; retryAfter: number | null }
  | { kind: "http"; status: number; body?: string }
  /** The connection is cut without an answer. */
  | { kind: "reset" }
  /** No answer until the peer is closed. */
  | { kind: "hang" }
  /** The head of an answer and half of its body, and then nothing until the peer is closed. */
  | { kind: "stall" }
  /** `ok: false` with this error, such as fatal_error. */
  | { kind: "error"; error: string };

/** How often a fault strikes, and whether the call does its work all the same (only its answer is lost). */
export interface FaultPlan {
  times?: number;
  applied?: boolean;
  /** The channel whose calls it strikes; all where absent. */
  channel?: string;
  /** Called when a call meets the fault. */
  met?: () => void;
}

/** Faults planned for methods, each used up in the order it was planned. */
export interface Faults {
  plan(method: string, fault: Fault, plan?: FaultPlan): void;
  next(method: string, channel?: string): { fault: Fault; applied: boolean } | undefined;
}

interface Planned extends Pick<FaultPlan, "channel" | "met"> {
  fault: Fault;
  applied: boolean;
}

/** No fault planned yet. */
export function createFaults(): Faults {
  const planned = new Map<string, Planned[]>();
  return {
    plan(method, fault, { times = 1, applied = false, ...more } = {}) {
      const queue = planned.get(method) ?? [];
      planned.set(method, queue);
      for (let i = 0; i < times; i += 1) queue.push({ fault, applied, ...more });
    },
    next(method, channel) {
      const queue = planned.get(method) ?? [];
      const at = queue.findIndex((one) => one.channel === undefined || one.channel === channel);
      if (at === -1) return undefined;
      const [one] = queue.splice(at, 1);
      one?.met?.();
      return one;
    },
  };
}
