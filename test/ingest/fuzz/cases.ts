import fc from "fast-check";
import iconv from "iconv-lite";
import { changed, changes, damage, damaged } from "./changes.ts";
import { documentFiles, feeds, pages, texts, type Sample } from "./samples.ts";

/** What comes in, as it comes in. */
export interface Case {
  /** The task of the workshop that takes it apart. */
  task: "page" | "feed" | "documentFile";
  /** What it was made of. */
  name: string;
  bytes: Uint8Array;
  contentType: string | null;
  address: string | null;
}

/** As iconv-lite calls them. */
const ENCODINGS = [
  "cp949",
  "gb18030",
  "big5",
  "shift_jis",
  "windows-1252",
  "windows-1251",
  "utf16-le",
  "utf16-be",
  "latin1",
] as const;

/** Most texts are in UTF-8 and whole; a third are in something else, or damaged, or both. */
const bytesOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      text,
      encoding: fc.oneof({ weight: 4, arbitrary: fc.constant("utf8") }, fc.constantFrom(...ENCODINGS)),
      addBOM: fc.boolean(),
      hurt: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, damage),
    })
    .map((given) => damaged(iconv.encode(given.text, given.encoding, { addBOM: given.addBOM }), given.hurt));

const contentType = fc.constantFrom(
  null,
  null,
  "text/html",
  "text/html; charset=euc-kr",
  "text/plain; charset=gb18030",
  "application/xml; charset=utf-8",
  "text/html; charset=x-nobody-knows",
  "",
);
const address = fc.constantFrom(
  null,
  "https://www.example.com/2019/01/09/a.html?id=1",
  "https://english.hani.co.kr/arti/1",
);

/** A sample after some changes, whole bytes of which are what comes in. */
const mutated = (task: Case["task"], samples: readonly Sample[]): fc.Arbitrary<Case> =>
  fc.constantFrom(...samples).chain(({ name, text, inner }) => {
    const whole = [0, text.length] as const;
    const after = fc
      .tuple(fc.constantFrom(whole, inner ?? whole), changes)
      .map(([[from, to], all]) => text.slice(0, from) + changed(text.slice(from, to), all) + text.slice(to));
    return fc.record({
      task: fc.constant(task),
      name: fc.constant(name),
      bytes: bytesOf(after),
      contentType: task === "feed" ? fc.constant(null) : contentType,
      address: task === "page" ? address : fc.constant("https://news.example.com/feed"),
    });
  });

/** Bytes that nobody wrote. */
const noise: fc.Arbitrary<Case> = fc.record({
  task: fc.constantFrom("page", "feed", "documentFile"),
  name: fc.constant("noise"),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 2_000, size: "max" }),
    bytesOf(fc.string({ unit: "binary", maxLength: 1_000, size: "max" })),
    // What looks like the beginning of something.
    fc
      .tuple(
        fc.constantFrom("<!doctype html>", "<rss version=\"2.0\"><channel>", "---\n", "%PDF-", "{\"version\":", "\ufeff<p>", "<?xml version=\"1.0\" encoding=\"euc-kr\"?>"), // prettier-ignore
        fc.uint8Array({ maxLength: 2_000, size: "max" }),
      )
      .map(([head, tail]) => Buffer.concat([Buffer.from(head), tail])),
  ),
  contentType,
  address,
});

/** Everything that comes in. */
export const cases: fc.Arbitrary<Case> = fc.oneof(
  { weight: 5, arbitrary: mutated("page", pages) },
  { weight: 2, arbitrary: mutated("page", texts) },
  { weight: 4, arbitrary: mutated("feed", feeds) },
  { weight: 3, arbitrary: mutated("documentFile", documentFiles) },
  { weight: 2, arbitrary: noise },
);
