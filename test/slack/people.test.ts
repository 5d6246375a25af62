import { describe, expect, it } from "vitest";
import { createPeople } from "../../src/slack/people.ts";

type Client = Parameters<typeof createPeople>[0];

/** A client that answers users.info in turn, and writes down what it was asked. */
function clientOf(answers: (() => Promise<unknown>)[]) {
  const asked: unknown[] = [];
  const info = (args: unknown) => {
    asked.push(args);
    return answers.shift()!();
  };
  return { client: { users: { info } } as unknown as Client, asked };
}

/** The locales alone. */
function locales(client: Client, now: () => number) {
  const personOf = createPeople(client, "xoxb-1", now);
  return async (user: string) => (await personOf(user)).locale;
}

const KOREAN = () => Promise.resolve({ ok: true, user: { locale: "ko-KR" } });
const SECONDS = 1_000;

describe("the locale of a person", () => {
  it("is asked for once in a minute", async () => {
    let time = 0;
    const french = () => Promise.resolve({ ok: true, user: { locale: "fr-FR" } });
    const { client, asked } = clientOf([KOREAN, french]);
    const localeOf = locales(client, () => time);
    expect(await localeOf("U1")).toBe("ko-KR");
    time = 60 * SECONDS - 1;
    expect(await localeOf("U1")).toBe("ko-KR");
    expect(asked).toEqual([{ token: "xoxb-1", user: "U1", include_locale: true }]);
    time = 60 * SECONDS;
    expect(await localeOf("U1")).toBe("fr-FR");
  });

  it("is everybody's own", async () => {
    const { client } = clientOf([KOREAN, () => Promise.resolve({ ok: true, user: { locale: "en-GB" } })]);
    const localeOf = locales(client, () => 0);
    expect([await localeOf("U1"), await localeOf("U2"), await localeOf("U1")]).toEqual([
      "ko-KR",
      "en-GB",
      "ko-KR",
    ]);
  });

  it("is English where Slack fails, names none, or stays silent, and is asked for again", async () => {
    const { client, asked } = clientOf([
      () => Promise.reject(new Error("missing_scope")),
      () => new Promise(() => undefined),
      KOREAN,
      () => Promise.resolve({ ok: true, user: {} }),
    ]);
    const localeOf = locales(client, () => 0);
    expect([await localeOf("U1"), await localeOf("U1"), await localeOf("U1")]).toEqual(["en", "en", "ko-KR"]);
    expect(await localeOf("U2")).toBe("en");
    expect(asked).toHaveLength(4);
  });

  it("stays the last one known while Slack is away", async () => {
    let time = 0;
    const { client } = clientOf([KOREAN, () => Promise.reject(new Error("away"))]);
    const localeOf = locales(client, () => time);
    await localeOf("U1");
    time = 3_600 * SECONDS;
    expect(await localeOf("U1")).toBe("ko-KR");
  });

  it("is forgotten when too many people are known", async () => {
    const { client, asked } = clientOf(Array.from({ length: 10_002 }, () => KOREAN));
    const localeOf = locales(client, () => 0);
    for (let person = 0; person <= 10_000; person += 1) await localeOf(`U${person}`);
    expect(await localeOf("U10000")).toBe("ko-KR");
    expect(asked).toHaveLength(10_001);
    await localeOf("U0");
    expect(asked).toHaveLength(10_002);
  });
});

describe("the name of a person", () => {
  it.each([
    [{ profile: { display_name: "Shown", real_name: "Real" } }, "Shown"],
    [{ profile: { display_name: "", real_name: "Real" } }, "Real"],
    [{ profile: { display_name: " " }, real_name: "Real" }, "Real"],
    [{ profile: {} }, undefined],
    [{}, undefined],
  ])("in %j is %j, told with the locale in one call", async (user, name) => {
    const { client, asked } = clientOf([
      () => Promise.resolve({ ok: true, user: { ...user, locale: "ko-KR" } }),
    ]);
    const personOf = createPeople(client, "xoxb-1", () => 0);
    const person = { locale: "ko-KR", ...(name === undefined ? {} : { name }) };
    expect([await personOf("U1"), await personOf("U1")]).toMatchObject([person, person]);
    expect((await personOf("U1")).name).toBe(name);
    expect(asked).toHaveLength(1);
  });

  it("is not known where Slack fails", async () => {
    const { client } = clientOf([() => Promise.reject(new Error("missing_scope"))]);
    expect(await createPeople(client, "xoxb-1", () => 0)("U1")).toEqual({ locale: "en" });
  });
});

describe("the standing of a person", () => {
  it.each([
    [{ team_id: "T1" }, { teams: ["T1"], admin: false, enterpriseAdmin: false }],
    [
      { team_id: "T1", is_admin: true },
      { teams: ["T1"], admin: true, enterpriseAdmin: false },
    ],
    [
      { team_id: "T1", is_owner: true },
      { teams: ["T1"], admin: true, enterpriseAdmin: false },
    ],
    [
      { team_id: "T1", is_primary_owner: true },
      { teams: ["T1"], admin: true, enterpriseAdmin: false },
    ],
    [
      { team_id: "T1", enterprise_user: { enterprise_id: "E1", teams: ["T1", "T2"], is_owner: true } },
      { teams: ["T1", "T1", "T2"], enterprise: "E1", admin: false, enterpriseAdmin: true },
    ],
    [{}, { teams: [], admin: false, enterpriseAdmin: false }],
  ])("in %j", async (user, standing) => {
    const { client } = clientOf([() => Promise.resolve({ ok: true, user })]);
    expect((await createPeople(client, "xoxb-1", () => 0)("U1")).standing).toEqual(standing);
  });

  it("is that of the last minute or none; language and name stay", async () => {
    let time = 0;
    const admin = { locale: "ko-KR", team_id: "T1", is_admin: true, real_name: "Ann" };
    const { client } = clientOf([
      () => Promise.resolve({ ok: true, user: admin }),
      () => Promise.reject(new Error("away")),
      () => Promise.resolve({ ok: true, user: { ...admin, is_admin: false } }),
    ]);
    const personOf = createPeople(client, "xoxb-1", () => time);
    expect((await personOf("U1")).standing?.admin).toBe(true);
    time = 60 * SECONDS;
    expect(await personOf("U1")).toEqual({ locale: "ko-KR", name: "Ann" });
    expect((await personOf("U1")).standing?.admin).toBe(false);
  });
});
