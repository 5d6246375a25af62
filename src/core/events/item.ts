import type { Messages } from "../../messages/messages.ts";
import { clip } from "../budget.ts";
import type { Context } from "../command.ts";
import { hostOf } from "../names.ts";
import type { Confidence, RecordSource } from "../reference.ts";
import { note, strong, text, type Action, type Block, type Span } from "../reply.ts";
import type { DatedEvent } from "./dated.ts";
import { formatPeriod } from "./period.ts";

/** UTF-16 units of our own words, so that one event always fits a reply. */
const TITLE_MAX = 160;
const SUMMARY_MAX = 400;
const PUBLISHER_MAX = 60;
const URL_MAX = 300;
/** UTF-16 units of a title on a button. */
const LABEL_MAX = 45;
/** Publishers named for an event; the others are counted. */
const PUBLISHERS_MAX = 2;

/** An event as one item of a list: when, what, how well it is supported, and who says so. */
export function itemOf(event: DatedEvent, m: Messages, withSummary = false): Span[] {
  const { title, summary, confidence, sources } = event.record;
  return [
    strong(formatPeriod(event, m.language)),
    text(` · ${clip(title, TITLE_MAX)}`),
    ...(withSummary ? [text(`: ${clip(summary, SUMMARY_MAX)}`)] : []),
    text(` · ${m.timeline.confidences[confidence]}`),
    ...sourcesOf(sources, m),
  ];
}

/** The publishers, the one whose page is linked first. */
function sourcesOf(sources: readonly RecordSource[], m: Messages): Span[] {
  const linked = sources.find(({ url }) => url !== undefined && new URL(url).href.length <= URL_MAX);
  const publishers = [
    ...new Set(
      [...(linked === undefined ? [] : [linked]), ...sources].map(({ publisher }) =>
        clip(publisher, PUBLISHER_MAX),
      ),
    ),
  ];
  if (publishers.length === 0) return [];
  const more = publishers.length - PUBLISHERS_MAX;
  const named = [...publishers.slice(0, PUBLISHERS_MAX), ...(more > 0 ? [m.andMore(more)] : [])].join(", ");
  return [
    text(` · ${m.sourcesAre(named)}`),
    ...(linked?.url === undefined
      ? []
      : [text(" · "), { type: "link" as const, text: hostOf(linked.url), url: linked.url }]),
  ];
}

/** What the words for how well an event is supported mean, for those that were used. */
export function confidenceNote(events: readonly DatedEvent[], m: Messages): Block[] {
  const used = (["verified", "known"] satisfies Confidence[]).filter((one) =>
    events.some(({ record }) => record.confidence === one),
  );
  return used.length === 0 ? [] : [note(used.map((one) => m.timeline.confidenceMeanings[one]).join(" "))];
}

/**
 * A button for each event that opens its entry, labelled with its date; of events on one date the title tells them
 * apart. An entry that is not among the documents that are searched has none.
 */
export function readButtons(events: readonly DatedEvent[], { m, library }: Context): Action[] {
  const dates = events.map((event) => formatPeriod(event, m.language));
  return events.flatMap(({ record: { id, title } }, index): Action[] => {
    if (library.get(`event/${id}`) === null) return [];
    const date = dates[index]!;
    const shared = dates.filter((other) => other === date).length > 1;
    const label = shared ? `${date}: ${clip(title, LABEL_MAX)}` : date;
    return [{ label, command: "read", values: { id: `event/${id}` } }];
  });
}
