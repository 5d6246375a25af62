/**
 * The peer's time. The 3 s an app has to answer an interaction, the 15 minutes its token lives and the
 * delays a test asks for hang on it, so a test moves time instead of sleeping.
 */
export interface PeerClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `run` once, `ms` from now. Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** A clock a test moves by hand. */
export interface ManualPeerClock extends PeerClock {
  /** Moves time forward by `ms` and runs, in order, what has become due. */
  advance(ms: number): void;
}

/** A clock that stands still until `advance`. `start` is in milliseconds since the epoch. */
export function manualPeerClock(start: number = Date.now()): ManualPeerClock {
  let time = start;
  const due = new Set<{ at: number; run: () => void }>();
  return {
    now: () => time,
    after(ms, run) {
      const entry = { at: time + ms, run };
      due.add(entry);
      return () => due.delete(entry);
    },
    advance(ms) {
      const until = time + ms;
      for (;;) {
        const next = [...due].filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due.delete(next);
        time = Math.max(time, next.at);
        next.run();
      }
      time = until;
    },
  };
}
