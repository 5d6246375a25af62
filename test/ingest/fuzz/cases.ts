import fc from "fast-check";
import { isDocumentId } from "../../../src/core/document.ts";
import { decodeText } from "../../../src/ingest/decode.ts";
import { importSavedPage } from "../../../src/ingest/import-page.ts";
import { readDocumentFile, writeDocumentFile } from "../../../src/ingest/document-file.ts";
import type { Workshop } from "../../../src/ingest/workshop/workshop.ts";
import { articlesOf } from "../../journeys/feeds/articles.ts";
import { atom, json, rdf, rss } from "../../journeys/feeds/formats.ts";
import { changed, changes, strangersIn } from "../html/broken-pages.ts";
import { decoded, fixturesIn, outlets } from "../html/pages.ts";

/** What was done with a case. */
export type Done = "read" | "refused";

/** Bytes that come in from outside, and the road that they take. */
export interface Case {
  road: "page" | "feed" | "documentFile";
  bytes: Uint8Array;
}

const START = Date.UTC(2026, 5, 1);
const ARTICLES = articlesOf({ feed: "01", start: START }).slice(0, 4);
const FEEDS = [rss, atom, rdf, json].map((write) =>
  write(ARTICLES, { origin: "https://news.example.com", title: "News", now: START + 7 * 86_400_000 }),
);
const FIXTURES = fixturesIn("");
const PAGES = FIXTURES.map(({ bytes }) => Buffer.from(bytes).toString("latin1"));
const TEXTS = FIXTURES.map(({ bytes, ending }) => decoded(bytes, ending === "html" ? "html" : "text"));
const FRONT = `---\ntitle: Talks\ntopics: [a, b]\ndate: 2019-01-09\nlanguage: en\nkind: news\n---\n\nThe envoys met.\n\nThey parted.\n`;

/** Bytes as one character each: breakages then hit the middle of characters too. */
const bytesOf = (text: string) => Buffer.from(text, "latin1");
const broken = (texts: readonly string[]) =>
  fc.tuple(fc.constantFrom(...texts), changes).map(([text, breakages]) => bytesOf(changed(text, breakages)));
/** Breakages between characters: bytes that are none would have most of it refused at once. */
const mistyped = (texts: readonly string[], most: number) =>
  fc
    .tuple(fc.constantFrom(...texts), changes)
    .map(([text, breakages]) => Buffer.from(changed(text, breakages.slice(0, most)).toWellFormed(), "utf8"));
const utf8 = (texts: readonly string[]) => texts.map((text) => Buffer.from(text, "utf8").toString("latin1"));
const noise = fc.uint8Array({ maxLength: 4_000 });

/** Broken pages, feeds and document files, and noise. */
export const cases: fc.Arbitrary<Case> = fc.oneof(
  { weight: 2, arbitrary: broken(PAGES).map((bytes): Case => ({ road: "page", bytes })) },
  { weight: 6, arbitrary: mistyped(TEXTS, 12).map((bytes): Case => ({ road: "page", bytes })) },
  { weight: 1, arbitrary: broken(utf8(FEEDS)).map((bytes): Case => ({ road: "feed", bytes })) },
  { weight: 3, arbitrary: mistyped(FEEDS, 1).map((bytes): Case => ({ road: "feed", bytes })) },
  { weight: 1, arbitrary: broken([FRONT]).map((bytes): Case => ({ road: "documentFile", bytes })) },
  { weight: 1, arbitrary: mistyped([FRONT], 1).map((bytes): Case => ({ road: "documentFile", bytes })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("page" as const, "feed" as const, "documentFile" as const), noise)
      .map(([road, bytes]): Case => ({ road, bytes })),
  },
);

const ADDRESS = "https://news.example.com/1";

/**
 * Sends a case down the road that a product's import or poll takes, and holds what comes out to its promises.
 *
 * @throws {Error} naming the promise that was broken.
 */
export async function tryCase({ road, bytes }: Case, workshop: Workshop): Promise<Done> {
  const outcome =
    road === "page"
      ? await workshop.run("page", { bytes, contentType: null, address: ADDRESS, outlets: outlets.all })
      : road === "feed"
        ? await workshop.run("feed", { bytes, contentType: null, address: ADDRESS })
        : await workshop.run("documentFile", { bytes, file: "file.md" });
  if (!outcome.ok) {
    const { message, remedy } = outcome;
    insist(!/failed|longer than|more than \d+ MB/u.test(message), `a crash or a hang: ${message}`);
    insist(message !== "" && remedy !== "" && !/\n/u.test(message + remedy), `no clear line: ${message}`);
    return "refused";
  }
  const { value } = outcome;
  if ("paragraphs" in value) return holdPage(value, bytes);
  if ("items" in value) {
    for (const { url } of value.items)
      insist(url === null || /^https?:/u.test(url), `no web address: ${url}`);
    return "read";
  }
  if ("read" in value && value.read === null) {
    insist(
      value.problems.length > 0 && value.problems.length < 50,
      "refused without a word, or with too many",
    );
    return "refused";
  }
  return "read";
}

function holdPage(page: Parameters<typeof strangersIn>[0], bytes: Uint8Array): Done {
  if (isHtml(bytes)) {
    const { text } = decodeText(bytes, { contentType: null, kind: "html" });
    const strangers = strangersIn(page, text);
    insist(strangers.length === 0, `no words of the page: ${JSON.stringify(strangers)}`);
  }
  const { entry, problems } = importSavedPage(page, "page.html", {}, outlets);
  if (entry === null) {
    insist(problems.length > 0, "refused without a word");
    return "refused";
  }
  insist(isDocumentId(entry.document.id), `no id: ${entry.document.id}`);
  const written = writeDocumentFile(entry.document, entry.version);
  const again = readDocumentFile(written, { file: "again.md", fallbackId: entry.document.id }, outlets);
  insist(again.entry?.version.sha256 === entry.version.sha256, "other words once written and read again");
  return "read";
}

function isHtml(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype html|html)\b/iu.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
}

function insist(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}
