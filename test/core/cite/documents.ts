import type { CitingTime } from "../../../src/core/cite/item.ts";
import type { Document } from "../../../src/core/document.ts";
import { dateOf, documentOf } from "../samples.ts";

/** Already 1 June 2026 in Seoul, still 31 May in London. */
export const TIME: CitingTime = {
  now: Date.UTC(2026, 4, 31, 15, 30),
  zone: "Asia/Seoul",
  recordsAsOf: dateOf("2026-03"),
};

const DONGA = { outletId: "dong-a-ilbo", outlet: "The Dong-A Ilbo", country: "KR" };
const OURS = { outletId: "korea-desk", outlet: "Korea Desk" };

/** One document for each case that styles treat differently. */
export const TABLE = {
  "op-ed with author": documentOf({
    ...DONGA,
    id: "donga.com/a-visit",
    kind: "opinion",
    author: "Bong Young-shik",
    title: "What the visit to Beijing means",
    date: dateOf("2018-03-28"),
    url: "https://www.donga.com/en/a_visit?x=1&y=%20#top",
  }),
  "op-ed without author": documentOf({
    ...DONGA,
    id: "op-ed",
    kind: "opinion",
    title: "Will Kim go to 'Seoul'?",
    date: dateOf("2018-09-10"),
  }),
  editorial: documentOf({
    ...DONGA,
    id: "editorial",
    kind: "editorial",
    title: "A summit needs a list",
    date: dateOf("2019-01-07"),
    url: "https://www.donga.com/en/list",
  }),
  "Korean editorial": documentOf({
    ...DONGA,
    id: "사설/북핵",
    kind: "editorial",
    language: "ko",
    author: "논설위원실",
    title: '북핵, "완전한" 폐기 없인 평화 없다',
    date: dateOf("2018-04-21"),
    url: "https://www.donga.com/news/사설",
  }),
  "official document": documentOf({
    id: "fmprc/talks",
    outletId: "prc-mfa",
    outlet: "Ministry of Foreign Affairs, PRC",
    country: "CN",
    kind: "official",
    title: "Leaders Hold Talks in Beijing",
    date: dateOf("2018-03-28"),
    url: "https://www.fmprc.gov.cn/talks",
  }),
  "undated page with markup in its title": documentOf({
    id: "38north/page",
    outletId: "38-north",
    outlet: "38 North",
    kind: "opinion",
    author: "Jane Doe and 홍길동",
    title: "100% <b>R&D</b> of {it}: #1_a~b^c | $5 \\o/",
    url: "https://www.38north.org/{page}?q=a|b",
  }),
  "Chinese report dated by its month": documentOf({
    id: "xinhua/talks",
    outletId: "xinhua",
    outlet: "Xinhua News Agency",
    kind: "news",
    language: "zh",
    author: "李忠发",
    title: "习近平同金正恩举行会谈",
    date: dateOf("2018-03"),
    url: "http://www.xinhuanet.com/talks.htm",
  }),
  "text dated by its year": documentOf({
    id: "kcna/speech",
    outlet: "KCNA Watch",
    title: "A speech",
    date: dateOf("2018"),
  }),
  "text of which nothing is known": documentOf({ id: "lost", kind: "unknown", title: "Lost" }),
  "briefing of ours": documentOf({
    ...OURS,
    id: "briefing/hanoi-2019",
    kind: "briefing",
    author: "Korea Desk",
    title: "Why Hanoi ended without a deal",
    date: dateOf("2026-03-15"),
  }),
  "entry of ours on an event": documentOf({
    ...OURS,
    id: "event/hanoi-summit-2019",
    kind: "reference",
    title: "Summit in Hanoi",
    date: dateOf("2019-02-27"),
  }),
  "entry of ours on a person": documentOf({
    ...OURS,
    id: "entity/kim-jong-un",
    kind: "reference",
    title: "Kim Jong Un",
    date: dateOf("2026-02"),
  }),
} satisfies Record<string, Document>;
