import { composeDigest } from "../core/digest/compose.ts";
import { whyCode } from "../core/digest/why-code.ts";
import { publishedAfter } from "../core/digest/window.ts";
import type { Library } from "../core/library.ts";
import type { Store } from "../store/store.ts";
import type { DeliveryParts } from "./parts.ts";

/** What digests are composed from. */
export interface ComposeParts {
  readonly store: Pick<Store, "newsSince" | "quotesOfDay">;
  /** What is searched; it takes in what is in the store by now when it is told to. */
  readonly live: { readonly library: Library; catchUp(): Promise<void> };
}

/** Times that the library is told to take in news that it does not have: a document may fail to be indexed at first. */
const TRIES = 3;

/** Composes digests from what is in the store when each of them is due. */
export function createCompose({ store, live }: ComposeParts): DeliveryParts["compose"] {
  return async ({ id, channel, cursor, ...subscription }, localDate, late) => {
    // Before the library, so that it has all of it: the cursor moves past what was read here.
    const { news, cursor: next } = await store.newsSince(cursor, publishedAfter(localDate));
    for (let tried = 0; tried < TRIES; tried += 1) {
      await live.catchUp();
      if (news.every(({ document }) => live.library.get(document.id) !== null)) break;
    }
    const past = await store.quotesOfDay(channel.tenant, id);
    const { library } = live;
    const digest = composeDigest({ subscription, localDate, news, library, past, late });
    return { reply: digest.reply, cursor: next, why: whyCode(digest.why), quoteOfDay: digest.quoteOfDay };
  };
}
