import { orAborted } from "./deadline.ts";
import { never, notNow, Refusal } from "./refusal.ts";
import { allows, type RobotsRules } from "./robots-rules.ts";
import type { Target } from "./target.ts";

/** https://www.rfc-editor.org/rfc/rfc9309#section-2.4: a copy is good for a day. */
const KEPT = 24 * 60 * 60 * 1000;
/** A robots.txt that could not be read is not asked for again at once, by each page of a site. */
const FAILURE_KEPT = 60 * 1000;
const MAX_ORIGINS = 500;
/** Of all rules kept together, in characters. */
const MAX_KEPT = 4_000_000;

/** Rules of an origin, or why they could not be had. */
export type RobotsAnswer = RobotsRules | Refusal;

interface Kept {
  answer: Promise<RobotsAnswer>;
  /** Milliseconds of the epoch; for ever while it is on the way. */
  until: number;
  size: number;
}

/** Remembers the robots.txt of each origin and asks it whether a page may be fetched. */
export interface Robots {
  /** @throws {Refusal} where the page may not be fetched, or not until its robots.txt can be read */
  check(target: Target, signal: AbortSignal): Promise<void>;
}

/** `load` fetches and reads the robots.txt of a target's origin, under a deadline of its own, and never rejects. */
export function createRobots(load: (target: Target) => Promise<RobotsAnswer>, now: () => number): Robots {
  const kept = new Map<string, Kept>();

  const settled = (origin: string, entry: Kept, answer: RobotsAnswer) => {
    const failed = answer instanceof Refusal;
    entry.until = now() + (failed ? FAILURE_KEPT : KEPT);
    entry.size = failed ? 0 : answer.length;
    // It may have been pushed out meanwhile; else those asked for longest ago go first.
    let size = 0;
    for (const one of kept.values()) size += one.size;
    for (const [oldest, one] of kept) {
      if (size <= MAX_KEPT || oldest === origin) break;
      kept.delete(oldest);
      size -= one.size;
    }
    return answer;
  };

  const answerFor = (target: Target): Promise<RobotsAnswer> => {
    // What those may not ask who are not trusted, the others may.
    const origin = `${target.url.origin}${target.allowed ? " trusted" : ""}`;
    const known = kept.get(origin);
    kept.delete(origin);
    if (known !== undefined && known.until > now()) {
      kept.set(origin, known);
      return known.answer;
    }
    const loading = load(target);
    const entry: Kept = { answer: loading, until: Infinity, size: 0 };
    entry.answer = loading.then(
      (answer) => settled(origin, entry, answer),
      (error: unknown) => {
        kept.delete(origin);
        throw error;
      },
    );
    kept.set(origin, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_ORIGINS) break;
      kept.delete(oldest);
    }
    return entry.answer;
  };

  return {
    check: async (target, signal) => {
      signal.throwIfAborted();
      const answer = await orAborted(answerFor(target), signal);
      if (answer instanceof Refusal) throw unread(answer, target);
      if (!allows(answer, target.url)) {
        throw never(
          `the robots.txt of ${target.host} asks that this page not be fetched`,
          "Save the page in a browser and import the file",
        );
      }
    },
  };
}

/** An address that may not be asked is refused as such; else the page has to wait until its robots.txt can be read. */
function unread({ refused, redirected }: Refusal, { host }: Target): Refusal {
  if (!refused.temporary && !redirected) return new Refusal(refused);
  const { message } = notNow(`the robots.txt of ${host} cannot be read: ${refused.message}`);
  return new Refusal({ ...refused, message, temporary: true });
}
