/**
 * The time of a peer. Deadlines (3 s for a first answer, 15 or 30 minutes for a token or address) and the delays that a
 * test asks for hang on it, so a test moves time instead of sleeping.
 */
export interface PeerClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `run` once, `ms` from now. Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** A clock that a test moves by hand. */
export interface ManualClock extends PeerClock {
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
export function manualClock(start: number = Date.now()): ManualClock {
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
