import type { AllowedHost } from "./allowed-hosts.ts";
import type { Dial } from "./connector.ts";
import { exchange, header, type Answer } from "./exchange.ts";
import { never, notNow, Refusal, TooManyRedirects } from "./refusal.ts";
import { resolve } from "./resolve.ts";
import { readTarget, type Target } from "./target.ts";
import type { Lookup } from "./types.ts";

/** https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1.2 asks for five, and nobody needs more. */
const MAX_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** How requests leave this machine. */
export interface Network {
  allowed: readonly AllowedHost[];
  lookup: Lookup;
  dial?: Dial | undefined;
}

/** Where a walk ended. */
export interface End {
  target: Target;
  /** As in `FetchedBody`. */
  movedTo: string | null;
  /** Whether a step led from https to http: then anybody on the way can read what is sent. */
  bare: boolean;
}

/** One walk along redirects. */
export interface Walk<T> {
  from: string;
  /** As in `FetchRequest`. */
  trusted: boolean;
  signal: AbortSignal;
  /** Asked before each address; refuses by throwing. */
  before?: (target: Target) => Promise<void>;
  headers: (bare: boolean) => Readonly<Record<string, string>>;
  read: (answer: Answer, end: End) => Promise<T>;
}

/**
 * Asks an address and those it redirects to, each looked at, resolved and connected to as if it were the first; but a
 * redirect leads to a private host only where the walk began on that very host.
 *
 * @throws {Refusal} whatever goes wrong on the way
 */
export async function follow<T>({ allowed, lookup, dial }: Network, walk: Walk<T>): Promise<T> {
  const { signal } = walk;
  let target = readTarget(walk.from, null, walk.trusted ? allowed : []);
  const { host: start } = target;
  const own = walk.trusted ? allowed.filter(({ host }) => host === start) : [];
  let movedTo: string | null = null;
  let onlyPermanent = true;
  let bare = false;
  for (let redirects = 0; ; redirects++) {
    const end: End = { target, movedTo, bare };
    const step: Step<T> = await told(redirects, async () => {
      await walk.before?.(end.target);
      const addresses = await resolve(end.target, lookup, signal);
      const headers = walk.headers(end.bare);
      return exchange<Step<T>>({ target: end.target, addresses, headers, signal, dial }, async (answer) =>
        REDIRECTS.has(answer.statusCode)
          ? { to: header(answer, "location"), status: answer.statusCode }
          : { value: await walk.read(answer, end) },
      );
    });
    if ("value" in step) return step.value;
    if (redirects === MAX_REDIRECTS) {
      const { refused } = never(
        `it redirects more than ${MAX_REDIRECTS} times`,
        "Give the address it ends at",
      );
      throw new TooManyRedirects(refused, true);
    }
    const { to } = step;
    if (to === null) {
      const nowhere = notNow(`${end.target.host} redirects, but not to anywhere`);
      throw new Refusal(nowhere.refused, redirects > 0);
    }
    const next = await told(redirects + 1, async () => readTarget(to, end.target.url, own));
    const unsafe = end.target.url.protocol === "https:" && next.url.protocol === "http:";
    bare ||= unsafe;
    onlyPermanent &&= PERMANENT.has(step.status) && !unsafe;
    if (onlyPermanent) movedTo = next.url.href;
    target = next;
  }
}

/** What one exchange gave: a redirect, or what was read. */
type Step<T> = { to: string | null; status: number } | { value: T };

/** Says of what happens after a redirect that it does: the address in the message is not the one that was asked for. */
async function told<T>(redirects: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (redirects === 0 || !(error instanceof Refusal)) throw error;
    const { refused } = error;
    throw new Refusal({ ...refused, message: `it redirects, and ${refused.message}` }, true);
  }
}
