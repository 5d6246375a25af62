import { readPage } from "../../../src/ingest/html/read-page.ts";
import type { SavedPage } from "../../../src/ingest/saved-page.ts";
import { outlets } from "./pages.ts";

/** Paragraphs of an article, in three languages. */
export const EN = [
  "Negotiators from both sides met at the border village on Monday and agreed on a timetable for three months, officials said.",
  "“We have a calendar now,” the chief delegate told reporters. “What we lack is a wall to hang it on.”",
  "The talks, the first since the autumn, lasted nine hours and ended without a press conference.",
] as const;
export const KO = [
  "남북 대표단은 월요일 접경 마을에서 만나 앞으로 석 달 동안의 일정에 합의했다고 당국자가 밝혔다.",
  "수석대표는 기자들에게 “달력은 생겼지만 걸어 둘 벽이 없다”고 말했다.",
] as const;
export const ZH = [
  "双方代表星期一在边境村庄会晤，就今后三个月的日程达成一致，一名官员说。",
  "首席代表对记者说：“我们有了日历，缺的是挂日历的墙。”",
] as const;

export function read(html: string, address: string | null = null): SavedPage {
  return readPage(html, { address, outlets });
}

/** A page with a headline and the English article, other things in its head, above the text and in it. */
export function article({ head = "", above = "", text = "", below = "" } = {}): string {
  const paragraphs = EN.map((paragraph) => `<p>${paragraph}</p>`);
  return (
    `<!doctype html><html><head><title>A calendar without a wall</title>${head}</head><body>` +
    `<nav><a href="/">Home</a> <a href="/opinion">Opinion</a></nav><main><h1>A calendar without a wall</h1>${above}` +
    `<div>${paragraphs[0]}${text}${paragraphs.slice(1).join("")}</div>${below}</main></body></html>`
  );
}

/** A JSON-LD block. */
export function linked(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}
