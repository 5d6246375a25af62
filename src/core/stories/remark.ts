import { en, ko, type StoryMessages } from "../../messages/groups/stories.ts";
import { clip, costOf } from "../budget.ts";
import type { Context } from "../command.ts";
import { QUOTE_MAX } from "../context-notes.ts";
import type { Document } from "../document.ts";
import { formatDate } from "../names.ts";
import { text, type Action, type Block, type Span } from "../reply.ts";

const MESSAGES = { en, ko };

/** Outlets that are named; the rest are counted. */
const NAMED_MAX = 4;
/** UTF-16 units of the name of an outlet. */
const NAME_MAX = 40;

type Quote = Extract<Block, { type: "quote" }>;

/** What a remark needs to know of the call. */
type Known = Pick<Context, "library" | "m">;

/** The quote with a remark on where else its text appeared, in as many names as it has room for. */
export function withStoryRemark(quote: Quote, document: Document, ctx: Known): Quote {
  for (let named = NAMED_MAX; named > 0; named -= 1) {
    const remark = storyRemark(document, ctx, named);
    if (remark === null) return quote;
    const remarked = { ...quote, remarks: [...(quote.remarks ?? []), remark] };
    if (costOf(remarked) <= QUOTE_MAX) return remarked;
  }
  return quote;
}

/** Where else the text of a document appeared, the earliest first; `null` where nowhere. */
export function storyRemark(document: Document, { library, m }: Known, named = NAMED_MAX): Span[] | null {
  const others = library.sameStory(document.id);
  if (others.length === 0) return null;
  const say = MESSAGES[m.language];
  const all = placesOf(others, say, m);
  const more = all.length - named;
  const places = [...all.slice(0, named), ...(more > 0 ? [m.andMore(more)] : [])].join(", ");
  const hashOf = (id: string) => library.get(id)!.version.sha256;
  const isWhole = others.every(({ id }) => hashOf(id) === hashOf(document.id));
  return [text(isWhole ? say.sameTextIn(places) : say.likeTextIn(places))];
}

/** Reads each of the other copies that a remark names. */
export function copyActions(document: Document, { library, m }: Known): Action[] {
  return library
    .sameStory(document.id)
    .slice(0, NAMED_MAX)
    .map((other) => ({
      label: MESSAGES[m.language].copyIn(nameOf(other, m)),
      command: "read",
      values: { id: other.id },
    }));
}

/** A place an outlet, with the days on which it had the text, of more than two the first and how many more. */
function placesOf(documents: readonly Document[], say: StoryMessages, m: Known["m"]): string[] {
  const days = new Map<string, Set<string>>();
  for (const document of documents) {
    const { date } = document;
    const name = nameOf(document, m);
    const day = date === null ? m.undated : formatDate(date, m.language);
    days.set(name, (days.get(name) ?? new Set()).add(day));
  }
  return Array.from(days, ([name, found]) => {
    const [first = "", ...rest] = found;
    return say.place(name, [first, ...(rest.length > 1 ? [m.andMore(rest.length)] : rest)].join(", "));
  });
}

function nameOf({ outlet }: Document, m: Known["m"]): string {
  return outlet === null ? m.outletUnknown : clip(outlet, NAME_MAX);
}
