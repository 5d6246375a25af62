import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { OutletBook } from "../../src/core/outlet.ts";
import { readOutlets } from "../../src/ingest/outlets.ts";
import { formatProblem } from "../../src/ingest/problem.ts";

function entry(fields: string): string {
  return `- ${fields.trim().split("\n").join("\n  ")}\n`;
}

const PLAIN = "country: KR\nlanguage: ko\nownership: private";

describe("readOutlets", () => {
  it("reads an entry with everything", () => {
    const yaml = entry(`id: north-star
name: The North Star
ko: 북극성
aliases: [Polaris]
domains: [north-star.example]
country: KR
language: ko-KR
ownership: public
entity: polaris
fingerprints: [{ all: ["North Star Media", "Terms of North Star"] }]`);
    expect(readOutlets(yaml, "outlets.yaml")).toEqual({
      outlets: [
        {
          id: "north-star",
          name: "The North Star",
          ko: "북극성",
          aliases: ["Polaris"],
          domains: ["north-star.example"],
          country: "KR",
          language: "ko-KR",
          ownership: "public",
          entity: "polaris",
          fingerprints: [{ all: ["North Star Media", "Terms of North Star"] }],
        },
      ],
      problems: [],
    });
  });

  it("fills in what may be left out", () => {
    const { outlets } = readOutlets(
      entry("id: a\nname: A\ncountry: unknown\nlanguage: unknown\nownership: unknown"),
      "o",
    );
    expect(outlets).toEqual([
      {
        id: "a",
        name: "A",
        ko: null,
        aliases: [],
        domains: [],
        country: "unknown",
        language: "unknown",
        ownership: "unknown",
        fingerprints: [],
      },
    ]);
  });

  it("leaves out a wrong entry, names its lines, and reads the others", () => {
    const yaml =
      entry("id: a\nname: A\ncountry: Korea\nlanguage: ko\nownership: mine") +
      entry(`id: b\nname: B\n${PLAIN}`) +
      "- 5\n" +
      entry(`id: c\nname: C\ndomains: [ok.example, https://c.example/]\n${PLAIN}\nmotto: none`);
    const { outlets, problems } = readOutlets(yaml, "outlets.yaml");
    expect(outlets.map(({ id }) => id)).toEqual(["b"]);
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      "outlets.yaml:3: a: country: is neither an ISO 3166-1 alpha-2 code nor unknown. Mend this entry; it was left out.",
      'outlets.yaml:5: a: ownership: Invalid option: expected one of "state"|"party"|"public"|"private"|"unknown". ' +
        "Mend this entry; it was left out.",
      "outlets.yaml:11: Invalid input: expected object, received number. Mend this entry; it was left out.",
      "outlets.yaml:14: c: domains.1: is no lower-case host name without www. Mend this entry; it was left out.",
      'outlets.yaml:12: c: Unrecognized key: "motto". Mend this entry; it was left out.',
    ]);
  });

  it.each([
    ["id", `id: a\nname: Other`, 'a: the name "a" belongs to a already'],
    [
      "name in another case and with The",
      `id: b\nname: the daily`,
      'b: the name "the daily" belongs to a already',
    ],
    ["alias", `id: b\nname: B\naliases: [매일]`, 'b: the name "매일" belongs to a already'],
    [
      "domain",
      `id: b\nname: B\ndomains: [daily.example]`,
      "b: the domain daily.example overlaps daily.example of a",
    ],
    [
      "domain inside another",
      `id: b\nname: B\ndomains: [en.daily.example]`,
      "b: the domain en.daily.example overlaps daily.example of a",
    ],
  ])("tells of a second outlet with the same %s", (_what, fields, message) => {
    const first = entry(`id: a\nname: The Daily\nko: 매일\ndomains: [daily.example]\n${PLAIN}`);
    const { outlets, problems } = readOutlets(first + entry(`${fields}\n${PLAIN}`), "o.yaml");
    expect(outlets.map(({ id }) => id)).toEqual(["a"]);
    expect(problems).toEqual([
      {
        file: "o.yaml",
        line: 8,
        message,
        remedy: "Every id, name and domain belongs to one outlet",
        leftOut: "this entry",
      },
    ]);
  });

  it.each([
    ["- id: [a", 1, /^no valid YAML: /u],
    ["id: a", null, /^no list of outlets$/u],
    ["", null, /^no list of outlets$/u],
  ])("refuses %j", (yaml, line, message) => {
    const { outlets, problems } = readOutlets(yaml, "o.yaml");
    expect(outlets).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      file: "o.yaml",
      line,
      message: expect.stringMatching(message) as string,
    });
  });

  it("survives aliases that blow up", () => {
    let yaml = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (let level = 1; level < 9; level += 1) {
      const alias = `*a${level - 1}`;
      yaml += `- &a${level} [${Array.from({ length: 10 }, () => alias).join(", ")}]\n`;
    }
    const { outlets, problems } = readOutlets(yaml, "o.yaml");
    expect(outlets).toEqual([]);
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("formatProblem", () => {
  it("leaves out what there is not", () => {
    expect(formatProblem({ file: "page.txt", line: null, message: "no article found", remedy: "" })).toBe(
      "page.txt: no article found.",
    );
    expect(formatProblem({ file: "page.txt", line: 2, message: "no title.", remedy: "Tell it" })).toBe(
      "page.txt:2: no title. Tell it.",
    );
  });
});

describe("corpus/reference/outlets.yaml", () => {
  const reference = new URL("../../corpus/reference/", import.meta.url);
  const { outlets, problems } = readOutlets(
    readFileSync(new URL("outlets.yaml", reference), "utf8"),
    "corpus/reference/outlets.yaml",
  );

  it("has no problems and at least 60 outlets", () => {
    expect(problems).toEqual([]);
    expect(outlets.length).toBeGreaterThanOrEqual(60);
  });

  it("names entities that exist, each for one outlet", () => {
    const base = parse(readFileSync(new URL("entities.yaml", reference), "utf8")) as {
      entities: { id: string }[];
    };
    const known = new Set(base.entities.map(({ id }) => id));
    const named = outlets.flatMap(({ entity }) => entity ?? []);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it("says who owns whom", () => {
    const book = new OutletBook(outlets);
    const owners = [
      "동아일보",
      "China.org.cn",
      "신화통신",
      "인민일보",
      "노동신문",
      "KCNA",
      "KBS",
      "Yonhap",
      "ytn",
    ];
    expect(owners.map((name) => [book.named(name)?.id, book.named(name)?.ownership])).toEqual([
      ["dong-a-ilbo", "private"],
      ["china-org-cn", "state"],
      ["xinhua", "state"],
      ["peoples-daily", "party"],
      ["rodong-sinmun", "party"],
      ["kcna", "state"],
      ["kbs", "public"],
      ["yonhap", "public"],
      ["ytn", "unknown"],
    ]);
    expect(book.named("코리아 데스크")).toMatchObject({
      id: "korea-desk",
      country: "unknown",
      ownership: "private",
      domains: [],
    });
    expect(book.atHost("english.hani.co.kr")?.id).toBe("hankyoreh");
    expect(book.atHost("koreajoongangdaily.joins.com")?.id).toBe("korea-joongang-daily");
  });
});
