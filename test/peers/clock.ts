/**
 * The peer's time. Deadlines (3 s to acknowledge, 3 s for a trigger, 30 minutes for a response_url) hang on
 * it, so a test moves time instead of sleeping.
 */
export interface PeerClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `run` once, `ms` from now. Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Moves time forward and runs, in order, what has become due. */
  advance(ms: number): void;
}

interface Due {
  at: number;
  run: () => void;
}

/**
 * A clock that stands still until `advance`. It starts at the machine's time because Bolt compares the
 * timestamp of a signed request with the machine's clock and refuses what is more than five minutes old.
 */
export function manualClock(start: number = Date.now()): PeerClock {
  let time = start;
  const due = new Set<Due>();
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
        const next = [...due].filter((d) => d.at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due.delete(next);
        time = Math.max(time, next.at);
        next.run();
      }
      time = until;
    },
  };
}
