import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { meantBy, subjectName } from "../../../src/core/events/meant.ts";
import { TOPICS, topicNamed } from "../../../src/core/events/topics.ts";
import type { Library } from "../../../src/core/library.ts";
import { messagesFor } from "../../../src/messages/index.ts";
import { builtInLibrary } from "../libraries.ts";

let library: Library;
beforeAll(async () => {
  library = await builtInLibrary();
});

const idsOf = (typed: string) => meantBy(typed, library).candidates.map(({ subject }) => subject.id);
function refusal(typed: string): string {
  try {
    return idsOf(typed).join(" ");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.say(messagesFor("en"));
  }
}

describe("meantBy", () => {
  it.each(["Kim Jong Un", "kim jong-un", "KIM JONG EUN", "김정은", "金正恩", "金正恩", "entity/kim-jong-un"])(
    "%j is one person in any script and spelling, for certain",
    (typed) => {
      expect(meantBy(typed, library)).toMatchObject({
        candidates: [{ subject: { id: "entity/kim-jong-un" } }],
        certain: true,
      });
    },
  );

  it("needs no capitals of who types an abbreviation", () => {
    expect([idsOf("us"), idsOf("dprk"), idsOf("un")]).toEqual([
      ["entity/united-states"],
      ["entity/north-korea"],
      ["entity/un"],
    ]);
  });

  it("says that it heard a name that is spelt otherwise", () => {
    expect(meantBy("Kim Jung Oon", library)).toMatchObject({
      candidates: [{ subject: { id: "entity/kim-jong-un" } }],
      certain: false,
    });
  });

  it("never guesses whom a shared name means", () => {
    const kims = meantBy("Kim", library).candidates;
    expect(kims.length).toBeGreaterThan(5);
    expect(kims[0]!.subject.id).toBe("entity/kim-jong-un");
    expect(kims.map(({ events }) => events)).toEqual(
      kims.map(({ events }) => events).toSorted((a, b) => b - a),
    );
    expect(kims.every(({ events }) => events > 0)).toBe(true);
    expect(idsOf("Ri Yong Ho").toSorted()).toEqual(["entity/ri-yong-ho", "entity/ri-yong-ho-general"]);
    expect(idsOf("朝鲜")).toEqual(["entity/north-korea"]);
    expect(meantBy("the North", library).certain).toBe(false);
  });

  it("takes an entity and the term for it as one, but not two things of one name", () => {
    expect(idsOf("THAAD")).toEqual(["entity/thaad"]);
    expect(idsOf("사드")).toEqual(["entity/thaad"]);
    expect(idsOf("정전협정")).toEqual(["entity/armistice-1953"]);
    expect(idsOf("rocket man")).toEqual(["entity/kim-jong-un", "term/rocket-man"]);
  });

  it("names the nearest form of what nobody is called", () => {
    expect(refusal("김정은이")).toBe("“김정은이” is no name that I know. Did you mean Kim Jong Un?");
    expect(refusal("Hanoi in winter")).toBe("“Hanoi in winter” is no name that I know. Did you mean Hanoi?");
    expect(refusal("zzzzzzzz")).toBe(
      "“zzzzzzzz” is no name that I know. Try another spelling, or search the texts for it with /korea search.",
    );
    expect(refusal("x".repeat(5_000))).toContain(`“${"x".repeat(119)}…” is no name`);
  });

  it("leads every shared form of the base somewhere", () => {
    const lost = library.reference.ambiguous.filter(({ form }) => idsOf(form).length === 0);
    expect(lost).toEqual([]);
  });

  it("takes anything: an answer or a refusal", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 300 })), (typed) => {
        expect(refusal(typed)).not.toBe("");
      }),
      { numRuns: 60 },
    );
    for (const typed of ["🙂", "\u202e", "*", "@everyone", "a".repeat(150), " ", ""])
      expect(refusal(typed)).not.toBe("");
  });
});

it("subjectName: in Korean where it is known", () => {
  expect(subjectName("entity/kim-jong-un", library)).toBe("Kim Jong Un");
  expect(subjectName("entity/kim-jong-un", library, "ko")).toBe("김정은");
  expect(subjectName("term/denuclearization", library, "ko")).toBe("비핵화");
});

describe("topics", () => {
  it("are those of the events", () => {
    const used = new Set(library.reference.events.flatMap(({ topics }) => topics));
    expect([...used].toSorted()).toEqual(TOPICS.toSorted());
  });

  it.each([
    ["sanctions", "sanctions"],
    ["Sanction", "sanctions"],
    ["missile test", "missile-test"],
    ["nuclear-test", "nuclear-test"],
    ["summit", "summit"],
    ["제재", "sanctions"],
    ["한미 관계", "rok-us"],
    ["Hanoi", null],
    ["", null],
    ["x".repeat(5_000), null],
  ])("%j names %s", (typed, topic) => expect(topicNamed(typed)).toBe(topic));
});
