import { clip } from "../budget.ts";
import type { Context } from "../command.ts";
import { languageName } from "../names.ts";
import { strong, text, type Block, type Span } from "../reply.ts";
import { joined } from "./fold.ts";
import { namesOf, type Names } from "./names.ts";
import type { Subject } from "./subject.ts";

/** UTF-16 units of a name in one script, and of all other names on the first page together. */
const MAIN_MAX = 80;
const OTHERS_MAX = 160;
/** UTF-16 units of the names in one line of the page of names. */
const LINE_MAX = 300;

/** The names on the first page, in one line; `all` tells whether none is left out. */
export function namesBlock(subject: Subject, ctx: Context): { block: Block | null; all: boolean } {
  const { m } = ctx;
  const names = namesOf(subject);
  const main = mainNames(names, ctx).map(({ label, name }): Span[] => [
    strong(label),
    text(` ${clip(name, MAIN_MAX)}`),
  ]);
  const shown: string[] = [];
  for (const other of distinctlySpelt(names)) {
    if ([...shown, other].join(", ").length > OTHERS_MAX) break;
    shown.push(other);
  }
  const left = names.others.length - shown.length;
  const list = [...shown, ...(left > 0 ? [m.about.andMoreNames(left)] : [])].join(", ");
  const others: Span[][] = names.others.length === 0 ? [] : [[strong(m.about.alsoCalled), text(` ${list}`)]];
  const spans = [...main, ...others].flatMap((part, index) => (index === 0 ? part : [text(" · "), ...part]));
  return { block: spans.length === 0 ? null : { type: "text", spans }, all: left === 0 };
}

/** Without those that differ from a name before them by hyphens, capitals and accents alone. */
function distinctlySpelt({ others, ...main }: Names): string[] {
  const seen = new Set(Object.values(main).map((name) => joined(name ?? "")));
  return others.filter((other) => {
    const isNew = !seen.has(joined(other));
    seen.add(joined(other));
    return isNew;
  });
}

/** Every name, one script a line, aliases in lines of their own. */
export function nameLines(subject: Subject, ctx: Context): Span[][] {
  const names = namesOf(subject);
  const lines: string[] = [];
  for (const other of names.others) {
    const last = lines.at(-1);
    const longer = last === undefined ? other : `${last}, ${other}`;
    if (last === undefined || longer.length > LINE_MAX) lines.push(clip(other, LINE_MAX));
    else lines[lines.length - 1] = longer;
  }
  const main = [{ label: languageName("en", ctx.m.language), name: names.name }, ...mainNames(names, ctx)];
  return [
    ...main.map(({ label, name }) => [strong(label), text(` ${clip(name, LINE_MAX)}`)]),
    ...lines.map((line) => [strong(ctx.m.about.alsoCalled), text(` ${line}`)]),
  ];
}

/** The names in scripts other than the English one; scripts with the same name share it. */
function mainNames({ ko, zh, hanja, ja, ru }: Names, { m }: Context): { label: string; name: string }[] {
  const labels: readonly [string | null, string][] = [
    [ko, languageName("ko", m.language)],
    [zh, languageName("zh", m.language)],
    [hanja, m.about.hanja],
    [ja, languageName("ja", m.language)],
    [ru, languageName("ru", m.language)],
  ];
  const byName = new Map<string, string[]>();
  for (const [name, label] of labels) {
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), label]);
  }
  return [...byName].map(([name, all]) => ({ label: all.join(", "), name }));
}
