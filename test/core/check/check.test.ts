import fc from "fast-check";
import { OWN_OUTLET } from "../../../src/core/outlet.ts";
import { messagesFor } from "../../../src/messages/index.ts";
import { describe, expect, it } from "vitest";
import { checkJson } from "../../../src/core/check/check-json.ts";
import { checkText, type Checked } from "../../../src/core/check/check.ts";
import { sentencesOf } from "../../../src/core/sentence.ts";
import type { Entry } from "../../../src/core/document.ts";
import { entryOf, libraryOf } from "../samples.ts";

const EN = entryOf(
  "We will never give up our weapons first, the minister said on 3 May 2018. The talks lasted 2,397 minutes. " +
    "Nobody in the non-nuclear states asked for $5 million.\n\nSeoul can't wait, he added. Snow fell on the river.",
  { id: "en" },
);
const KO = entryOf(
  "김 위원장은 평양 회의에서 “우리는 핵무기를 먼저 포기하지 않을 것”이라고 말했다. 그는 미국이 적대 정책을 버려야 한다고 강조했다. " +
    "회의는 사흘 동안 이어졌다.\n\n다음 날 서울은 대화의 문이 열려 있다고 밝혔다.",
  { id: "ko", language: "ko" },
);
const ZH = entryOf("双方同意继续推动半岛无核化进程，并在今年秋天举行第二次会谈。中方不同意单方面制裁。", {
  id: "zh",
  language: "zh-Hans",
});
const OURS = entryOf("The first talks failed here.\n\n## Why they failed\n\nNobody knew what to say then.", {
  id: "ours",
  outletId: "korea-desk",
});
const APART = entryOf(
  "We will never forget the dead, he said.\n\nA storm passed over the town.\n\nHe fears that the army will march north.\n\n" +
    "The guests were\n\nasked to leave the hall.",
  { id: "apart" },
);
const LIBRARY = libraryOf([EN, KO, ZH, OURS, APART]);

/** The verdict, and what the documents have where the quote stands. */
function found(quote: string, library = LIBRARY): [string, ...string[]] {
  const checked = checkText(quote, library);
  if (checked === null) return ["not checkable"];
  return [checked.verdict, ...wordsAt(checked)];
}

function wordsAt({ occurrences }: Checked): string[] {
  return occurrences.flatMap(({ entry, runs }) =>
    runs.map(({ start, end }) => entry.version.body.slice(start, end)),
  );
}

/** How the quote differs from what comes nearest to it: `-` the document has, `+` the quote has. */
function difference(quote: string): string {
  const checked = checkText(quote, LIBRARY);
  const [near] = checked?.nearest ?? [];
  return `${checked?.verdict}: ${(near?.difference.parts ?? [])
    .filter(({ type }) => type !== "same")
    .map(({ type, text }) => `${type === "added" ? "+" : "-"}${text}`)
    .join(" ")}`;
}

describe("an exact quote", () => {
  it.each([
    ["The talks lasted 2,397 minutes.", "The talks lasted 2,397 minutes."],
    ["THE TALKS lasted", "The talks lasted"],
    ["“seoul can’t wait”", "Seoul can't wait"],
    ["Nobody in the non–nuclear states", "Nobody in the non-nuclear states"],
    ["우리는핵무기를 먼저 포기하지않을 것", "우리는 핵무기를 먼저 포기하지 않을 것"],
    ["적대 정책을 버려야".normalize("NFD"), "적대 정책을 버려야"],
    ["双方同意继续推动 半岛无核化进程", "双方同意继续推动半岛无核化进程"],
    ["Ｔｈｅ ｔａｌｋｓ ｌａｓｔｅｄ", "The talks lasted"],
    ["T\u200Bhe ta\u00ADlks\u202E lasted", "The talks lasted"],
    ["…the minister said…", "the minister said"],
    ["never give up our weapons first, the minister said on 3 May 2018,", "never give up our weapons first, the minister said on 3 May 2018"],
  ])("%j", (quote, words) => expect(found(quote)).toEqual(["exact", words])); // prettier-ignore

  it("goes on over paragraphs, but not over a heading", () => {
    expect(found("for $5 million. Seoul can't wait")).toEqual([
      "exact",
      "for $5 million.\n\nSeoul can't wait",
    ]);
    expect(found("The first talks failed here. Nobody knew what to say then.")[0]).toBe("differs");
  });

  it("does not go on in the next paragraph where no sentence ends", () =>
    expect(found("The guests were asked to leave the hall")[0]).toBe("differs"));

  it.each([
    ["nuclear states asked for", "non–nuclear states asked for a vote"],
    ["5 percent of the fleet", "It shrank by –5 percent of the fleet"],
    ["15 공동선언을 존중해야 한다고", "그는 6·15 공동선언을 존중해야 한다고 말했다"],
    ["000 tons of rice were sent", "In all 10 000 tons of rice were sent north"],
    ["5 million was paid again", "HK$5 million was paid again by him"],
    ["5 degrees of frost again", "It had <5 degrees of frost again that day"],
    ["The wall is 5' high now", "The wall is 5″ high now"],
  ])("is no part of a word or a number: %j", (quote, body) =>
    expect(found(quote, libraryOf([entryOf(body)]))[0]).not.toBe("exact"),
  );

  it("is no heading of ours", () => expect(found("Why they failed")[0]).not.toBe("exact"));

  it("may have a comma at its end, as quotes have, but no full stop", () => {
    expect(checkText("Seoul can't wait,", LIBRARY)?.comma).toBe(false);
    expect(checkText("The talks lasted 2,397 minutes,", LIBRARY)?.comma).toBe(true);
    expect(found("the minister said.")[0]).toBe("differs");
  });

  it("is found at every place, in one document and in many, with frequent words too", () => {
    const often = Array.from({ length: 400 }, (_, at) =>
      entryOf(`The summit talks of the summit. He left. The summit talks. Talks summit ${at}.`, {
        id: `d${at}`,
      }),
    );
    const library = libraryOf([...often, EN]);
    expect(found("summit talks", library)).toHaveLength(801);
    expect(checkText("summit talks", library)?.more).toBe(false);
    expect(found("talks. Talks summit 17", library)).toEqual(["exact", "talks. Talks summit 17"]);
    expect(found("the talks summit", library)[0]).toBe("differs");
    expect(found("of the summit. He left. The", library)).toHaveLength(401);
  });

  it("is found at frequent characters too", () => {
    const often = Array.from({ length: 320 }, (_, at) =>
      entryOf(`회담이 끝났다. 제${at}차 회담.`, { id: `k${at}` }),
    );
    expect(found("회담이끝났다", libraryOf(often))).toHaveLength(321);
    expect(found("끝난 회담이 나았다", libraryOf(often))[0]).not.toBe("exact");
  });

  it("says that there may be more places than it looked at", () => {
    const many = Array.from({ length: 1_100 }, (_, at) =>
      entryOf(`Summit talks number ${at}.`, { id: `d${at}` }),
    );
    const checked = checkText("summit talks", libraryOf(many));
    expect([checked?.occurrences.length, checked?.more]).toEqual([1_000, true]);
  });

  it("is found where the document's words have unseen characters inside", () => {
    const library = libraryOf([entryOf("The de\u00ADnucleari\u200Bsation of the peninsula is near.")]);
    expect(found("denuclearisation of the peninsula", library)[0]).toBe("exact");
  });

  it("is found in a paragraph of many passages, and over the border of two", () => {
    const sentence = (at: number) => `Sentence ${at} speaks of the talks and of the summit again.`;
    const long = entryOf(Array.from({ length: 100 }, (_, at) => sentence(at)).join(" "));
    for (let at = 0; at < 99; at += 1) {
      const quote = `the summit again. ${sentence(at + 1)}`;
      expect(found(quote, libraryOf([long]))).toEqual(["exact", quote]);
    }
  });
});

describe("an exact quote with ellipses", () => {
  it.each([
    ["We will never give up … the minister said", ["We will never give up", "the minister said"]],
    ["The talks lasted [...] Nobody in the non-nuclear (…) million", ["The talks lasted", "Nobody in the non-nuclear", "million"]],
    ["The talks lasted 2,397 minutes... Snow fell on the river", ["The talks lasted 2,397 minutes", "Snow fell on the river"]],
    ["김 위원장은 평양 회의에서 … 말했다", ["김 위원장은 평양 회의에서", "말했다"]],
    ["双方同意……会谈", ["双方同意", "会谈"]],
  ])("%j", (quote, parts) => {
    expect(found(quote)).toEqual(["exact", ...parts]);
    expect(checkText(quote, LIBRARY)?.ellipsis).toBe(true);
  }); // prettier-ignore

  it.each([
    ["parts in another order", "the minister said … We will never give up"],
    ["parts of different documents", "We will never give up … Nobody knew what to say then"],
    ["a part with another word", "We will never give up … the chairman said"],
    ["a part that ends inside a word", "We will never give … the minister sa"],
    ["a few words without content from another paragraph", "The talks lasted 2,397 minutes … fell on the"],
    ["parts far apart", "We will never forget the dead … the army will march north"],
    ["a word or two from another paragraph", "The talks lasted 2,397 minutes … river"],
  ])("is not: %s", (_, quote) => expect(found(quote)[0]).not.toBe("exact"));
});

describe("a quote that differs", () => {
  it.each([
    ["We will give up our weapons first", "differs: -never"],
    ["We will never give up our arms first", "differs: -weapons +arms"],
    ["the minister said on 4 May 2018", "differs: -3 +4"],
    ["The talks lasted 2397 minutes", "differs: -2,397 +2397"],
    ["The talks lasted not 2,397 minutes", "differs: +not"],
    ["Seoul can wait, he added", "differs: -can't +can"],
    ["Nobody in the nuclear states asked", "differs: -non-nuclear +nuclear"],
    ["states asked for 5 million", "differs: -$5 +5"],
    ["The talks lasted 2,397 minutes. Seoul can't wait", "differs: -Nobody in the non-nuclear states asked for $5 million."],
    ["We will never give up, the minister said on 3 May", "differs: -our weapons first"],
    ["Snow fell on the riv", "differs: -river +riv"],
    ["Snow fell on the roof", "differs: -river +roof"],
    ["Rain fell on the river.", "differs: -Snow +Rain"],
    ["We will “never” give up our weapons", "differs: +“ +”"],
    ["We will never give up our weapons [sic] first", "differs: +[sic]"],
    ["우리는 핵무기를 먼저 포기할 것", "differs: -포기하지 않을 +포기할"],
    ["핵무기를 먼저 포기", "differs: -포기하지 +포기"],
    ["그는 한국이 적대정책을 버려야 한다고 강조했다", "differs: -미국이 +한국이"],
    ["双方同意停止推动半岛无核化进程", "differs: -继续 +停止"],
    ["同意单方面制裁", "differs: -不同意 +同意"],
  ])("%j", (quote, parts) => expect(difference(quote)).toBe(parts)); // prettier-ignore

  it("is compared with three runs at most, the nearest first", () => {
    const many = ["a", "b", "c", "d"].map((id, at) =>
      entryOf(`The envoys of ${"no ".repeat(at)}country met in the old town hall again.`, { id }),
    );
    const checked = checkText("The envoys of every country met in the old town hall again", libraryOf(many));
    expect(checked?.nearest.map(({ entry }) => entry.document.id)).toEqual(["a", "b", "c"]);
  });
});

describe("a quote that is not found", () => {
  it.each([
    "The orchestra tuned its violins before midnight",
    "기차가 역을 떠났다",
    "火车离开了车站",
    "weapons of the river fell wait",
    "xylophone",
    "weapons fourth",
    "핵무기 계획",
  ])("%j", (quote) => expect(found(quote)).toEqual(["not-found"]));

  it.each(["the", "It is what it is", "of the"])("cannot be checked: %j", (quote) =>
    expect(found(quote)).toEqual(["not checkable"]),
  );
});

describe("a text around a quotation", () => {
  it("is left out where the documents do not have it", () => {
    const checked = checkText("Did they really say “Seoul can't wait, he added” in those days?", LIBRARY);
    expect([checked?.verdict, checked?.isPart, checked?.quote.text]).toEqual([
      "exact",
      true,
      "Seoul can't wait, he added",
    ]);
  });

  it("is checked where it is the document's", () => {
    const whole = "김 위원장은 평양 회의에서 “우리는 핵무기를 먼저 포기하지 않을 것”이라고 말했다.";
    expect([found(whole), checkText(whole, LIBRARY)?.isPart]).toEqual([["exact", whole], false]);
    const changed = whole.replace("평양", "서울");
    expect(difference(changed)).toBe("differs: -평양 +서울");
  });

  it("is left out where it is too long to be checked", () => {
    const checked = checkText(`${"Words and words. ".repeat(200)} “Snow fell on the river”`, LIBRARY);
    expect([checked?.verdict, checked?.isPart]).toEqual(["exact", true]);
  });
});

const CTX = { library: LIBRARY, m: messagesFor("en") };

describe("the JSON of a check", () => {
  it("gives places with their excerpts, the quote's words highlighted", () => {
    const json = checkJson(
      checkText("The talks lasted 2,397 minutes … Snow fell on the river", LIBRARY)!,
      CTX,
    );
    expect({ ...json, occurrences: json.occurrences.map(({ text, highlights, place, document }) => ({ text, highlights, place, id: document.id })) }).toEqual({
      checked: "The talks lasted 2,397 minutes … Snow fell on the river",
      verdict: "exact",
      ellipsis: true,
      part: false,
      short: false,
      comma: false,
      folded: false,
      spacing: null,
      ownWordsOnly: false,
      overParagraphs: false,
      farApart: false,
      leftOut: [],
      searched: 5,
      more: false,
      occurrences: [
        { text: "The talks lasted 2,397 minutes.", highlights: [[0, 30]], place: 1, id: "en" },
        { text: "Snow fell on the river.", highlights: [[0, 22]], place: 1, id: "en" },
      ],
      nearest: [],
    }); // prettier-ignore
  });

  it("gives the remarks", () => {
    const remarks = (quote: string) => checkJson(checkText(quote, LIBRARY)!, CTX);
    expect(remarks("Was it “the talks lasted 2,397 minutes,” he asked")).toMatchObject({
      part: true,
      comma: true,
      folded: true,
      short: false,
      ownWordsOnly: false,
    });
    expect(remarks("The first talks failed")).toMatchObject({ ownWordsOnly: true, folded: false });
    expect(remarks("for $5 million. Seoul can't wait")).toMatchObject({ overParagraphs: true });
    expect(remarks("그는 미국이 적대정책을 버려야")).toMatchObject({ spacing: "적대 정책을", folded: true });
    expect(remarks("We will never forget the dead … the army will march north")).toMatchObject({
      verdict: "differs",
      farApart: true,
    });
    expect(remarks("We will … give up our weapons first").leftOut).toEqual([
      { text: "never", negation: "never" },
    ]);
    expect(remarks("우리는 핵무기를 먼저 … 것").leftOut).toEqual([{ text: "포기하지 않을", negation: "않" }]);
    expect(remarks("We will never give up … the minister said").leftOut).toEqual([
      { text: "our weapons first,", negation: null },
    ]);
  });

  it("gives the nearest runs with what differs", () => {
    const { verdict, occurrences, nearest } = checkJson(
      checkText("Rain fell on the river. Never", LIBRARY)!,
      CTX,
    );
    expect([verdict, occurrences]).toEqual(["differs", []]);
    expect(
      nearest.map(({ excerpt, ...near }) => ({ ...near, text: excerpt.text, marks: excerpt.highlights })),
    ).toEqual([
      {
        text: "Snow fell on the river.",
        marks: [[0, 4]],
        continued: [],
        similarity: 0.674,
        diff: [
          { type: "left-out", text: "Snow" },
          { type: "added", text: "Rain" },
          { type: "same", text: "fell on the river." },
          { type: "added", text: "Never" },
        ],
      },
    ]);
  });
});

describe("whatever is quoted", () => {
  const word = fc.constantFrom(
    "talks", "Talks", "can't", "can", "no", "non-nuclear", "nuclear", "U.S.", "2,397", "2", "비핵화", "비핵화를", "의지",
    "无核化", "不同意", "“new", "path”", "…", "👩‍👩‍👧", "e\u0301", "\u200B", "$5", "the", "of", "—", "[x]", "ﬁne", "\u202Ex",
  ); // prettier-ignore
  const run = fc
    .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "", ". ", "\n", ", ")), {
      minLength: 1,
      maxLength: 14,
    })
    .map((parts) => parts.flat().join(""));
  const body = fc.array(run, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n\n"));

  /** By another road than the code under test. */
  const plain = (text: string) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, "")
      .replace(/[“”'’"]/gu, "'")
      .replace(/[—–-]+/gu, "-");

  /** Without what may stand around a quote. */
  const bare = (text: string) => plain(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

  it("exact means that the same words stand there, and places are excerpts", () => {
    let exact = 0;
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), run, (bodies, quote) => {
        const library = libraryOf(bodies.map((text, at) => entryOf(text, { id: `d${at}` })));
        const checked = checkText(quote, library);
        if (checked === null) return;
        checkJson(checked, CTX);
        if (checked.verdict !== "exact" || checked.ellipsis) return;
        exact += 1;
        for (const words of wordsAt(checked)) {
          expect(bare(words)).toBe(bare(checked.quote.text));
        }
      }),
      { numRuns: 2_000 },
    );
    expect(exact).toBeGreaterThan(20);
  });

  it("whole sentences of a document are exact", () => {
    const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(body, fraction, (text, at) => {
        const entry: Entry = entryOf(text);
        const paragraphs = entry.version.body.split("\n\n");
        const paragraph = paragraphs[Math.floor(at * paragraphs.length)]!;
        const sentences = sentencesOf(paragraph, "en");
        const sentence = sentences[Math.floor(at * sentences.length)];
        if (sentence === undefined) return;
        const checked = checkText(paragraph.slice(sentence.start, sentence.end), libraryOf([entry]));
        expect(["exact", undefined]).toContain(checked?.verdict);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("places of a quote", () => {
  it("are those in other people's texts first", () => {
    const words = "The parties will meet again in the autumn.";
    const library = libraryOf([
      entryOf(words, { id: "ours", outletId: OWN_OUTLET }),
      entryOf(words, { id: "theirs", outletId: "xinhua" }),
    ]);
    const { occurrences } = checkText("will meet again in the autumn", library)!;
    expect(occurrences.map(({ entry }) => entry.document.id)).toEqual(["theirs", "ours"]);
  });
});

describe("a short quote", () => {
  it("has nothing in common with a text that shares three words of seven with it", () => {
    const library = libraryOf([
      entryOf("The parties may give up nuclear weapons in time, all of them.", { id: "a" }),
    ]);
    expect(checkText("I will not give up nuclear weapons", library)?.verdict).toBe("not-found");
  });
});
