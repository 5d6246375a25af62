/** Lets a test wait for something the bot does, without polling or sleeping. */
export interface Signal {
  /** Says that something has changed: whoever waits looks again. */
  changed(): void;
  /**
   * The first value that `take` gives, now or after a change. Those who wait are asked in the order they
   * came, so `take` may remove what it takes.
   * @throws Error once the peer is closed.
   */
  until<T>(take: () => T | undefined): Promise<T>;
  /** Rejects whoever still waits. */
  close(): void;
}

interface Waiting {
  look(): boolean;
  reject(error: Error): void;
}

/** Makes a signal nobody waits for yet. */
export function createSignal(): Signal {
  const waiting = new Set<Waiting>();
  let closed = false;
  const gone = (): Error => new Error("The Slack peer was closed while a test still waited for the bot.");
  return {
    changed() {
      for (const one of waiting) if (one.look()) waiting.delete(one);
    },
    until<T>(take: () => T | undefined): Promise<T> {
      return new Promise((resolve, reject) => {
        const look = (): boolean => {
          const value = take();
          if (value === undefined) return false;
          resolve(value);
          return true;
        };
        if (look()) return;
        if (closed) reject(gone());
        else waiting.add({ look, reject });
      });
    },
    close() {
      closed = true;
      for (const one of waiting) one.reject(gone());
      waiting.clear();
    },
  };
}
