import { costOf } from "../budget.ts";
import { graphemeSnap } from "../grapheme.ts";
import { text, type Span } from "../reply.ts";
import type { WordPart } from "./word-parts.ts";

/** UTF-16 units of a run of words that stay together. */
const RUN_MAX = 300;

/**
 * The parts of a changed paragraph as spans, in pieces that each cost `max` at most: cut between words, with `…` where
 * the paragraph goes on. A piece in which nothing changed is left out.
 */
export function wordPieces(parts: readonly WordPart[], max: number): Span[][] {
  const runs = parts.flatMap((part) => shortRuns(part));
  const pieces: WordPart[][] = [];
  let left = 0;
  for (const run of runs) {
    const cost = costOfRun(run);
    if (pieces.length === 0 || left < cost) {
      pieces.push([]);
      left = max - ENDS_COST;
    }
    pieces.at(-1)!.push(run);
    left -= cost;
  }
  return pieces.flatMap((piece, at) =>
    piece.some(({ type }) => type !== "same")
      ? [[...ellipsis(at > 0), ...spansOf(piece), ...ellipsis(at < pieces.length - 1)]]
      : [],
  );
}

const ELLIPSIS = "…";
/** What an ellipsis at either end costs. */
const ENDS_COST = 16;

function ellipsis(cut: boolean): Span[] {
  return cut ? [text(ELLIPSIS)] : [];
}

/** As spans of its own, with one for the space before it: never less than it costs beside others. */
function costOfRun({ type, text: words }: WordPart): number {
  const span: Span = { type: type === "same" ? "text" : type, text: words };
  return costOf({ type: "text", spans: [text(" "), span] });
}

/** Cut between words, or between characters where no space is near. */
function shortRuns(part: WordPart): WordPart[] {
  const runs: WordPart[] = [];
  const snap = graphemeSnap(part.text);
  let { space } = part;
  for (let start = 0; start < part.text.length;) {
    const window = part.text.slice(start, start + RUN_MAX);
    let end = part.text.length;
    if (start + RUN_MAX < end) {
      const gap = window.search(/\s\S*$/u);
      const { end: whole } = snap.shrink({ start, end: start + (gap > RUN_MAX / 2 ? gap : RUN_MAX) });
      end = whole > start ? whole : snap.widen({ start, end: start + 1 }).end;
    }
    // One enormous grapheme is no text.
    const words = end - start > RUN_MAX ? ELLIPSIS : part.text.slice(start, end);
    runs.push({ type: part.type, text: words, space });
    start = end + /^\s*/u.exec(part.text.slice(end, end + RUN_MAX))![0].length;
    space = start > end;
  }
  return runs;
}

/** Neighbours of one type become one span; spaces around changes stand outside of what is marked. */
function spansOf(runs: readonly WordPart[]): Span[] {
  const spans: { type: "text" | "removed" | "inserted"; text: string }[] = [];
  const put = (type: "text" | "removed" | "inserted", words: string) => {
    const last = spans.at(-1);
    if (last?.type === type) last.text += words;
    else if (words !== "") spans.push({ type, text: words });
  };
  for (const [at, run] of runs.entries()) {
    const type = run.type === "same" ? "text" : run.type;
    const space = run.space && at > 0 ? " " : "";
    put(type === runs[at - 1]?.type ? type : "text", space);
    put(type, run.text);
  }
  return spans;
}
