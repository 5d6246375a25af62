import { InteractionResponseType, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import { USUAL_PERMISSIONS } from "../../peers/discord/fixtures.ts";
import { CARRIED } from "../desk.ts";
import { unescapeLine } from "../plain-text.ts";
import { CALLBACK, read, running, type SceneOptions } from "./harness.ts";

/** What is offered to somebody who types a name. */
async function typing(name: string, options: SceneOptions = {}, locale = "en-US") {
  const set = await running({ commands: CARRIED, ...options });
  const typed = { name: "korea about", options: { name, count: 3 }, focused: "name", locale };
  const { type, choices } = await set.peer.autocomplete(typed).response();
  expect(type).toBe(InteractionResponseType.ApplicationCommandAutocompleteResult);
  return { ...set, choices: choices! };
}

describe("who types a name", () => {
  test.each([
    ["Kim", 0, 0],
    ["Kim 1", 1, 1],
    ["Kim 30", 30, 25],
  ])("“%s” with %i candidates is offered %i", async (name, _, offered) => {
    const { choices } = await typing(name);
    expect(choices).toEqual(
      Array.from({ length: offered }, (_, index) => ({
        name: `${name} en ${index + 1}`,
        value: `${name} en ${index + 1}`,
      })),
    );
  });

  test("is offered names in their language, and gets what they pick", async () => {
    const { peer, choices } = await typing("김 1", {}, "ko");
    expect(choices).toEqual([{ name: "김 1 ko 1", value: "김 1 ko 1" }]);
    const options = { name: String(choices[0]!.value) };
    const answer = await peer.command({ name: "korea about", options, locale: "ko" }).message();
    expect(read(answer)).toEqual(["About: 김 1 ko 1"]);
  });

  test("is offered nothing that is empty, too long, or there twice, and nothing that hides", async () => {
    const { choices } = await typing("odd");
    expect(choices).toEqual([
      { name: "x".repeat(100), value: "x".repeat(100) },
      { name: "twice", value: "twice" },
      { name: "a\\u{202e}b", value: "a\u202Eb" },
    ]);
  });

  test("is offered nothing where a command fails, which is reported, or the whole desk", async () => {
    expect((await typing("broken", { defects: 1 })).choices).toEqual([]);
    const around = (desk: Desk): Desk => ({ ...desk, complete: () => Promise.reject(new Error("a defect")) });
    expect((await typing("Kim", { around })).choices).toEqual([]);
  });

  test("is offered nothing after half of Discord's three seconds", async () => {
    const around = (desk: Desk): Desk => ({ ...desk, complete: () => new Promise(() => undefined) });
    const { choices } = await typing("Kim", { around });
    expect(choices).toEqual([]);
  });

  test("in another place asks for that place", async () => {
    const asked: unknown[] = [];
    const around = (desk: Desk): Desk => ({
      ...desk,
      complete: (...all) => {
        asked.push(all);
        return desk.complete(...all);
      },
    });
    const { peer } = await running({ commands: CARRIED, around });
    const input = { name: "korea about", options: { name: "Kim 1" }, focused: "name" };
    await peer.autocomplete(input).response();
    await peer.autocomplete({ ...input, guild: null }).response();
    const who = { locale: "en-US", name: "reader", mayPost: true };
    expect(asked).toMatchObject([
      ["about", "name", "Kim 1", { ...who, tenant: `discord:guild:${peer.guild.id}` }],
      ["about", "name", "Kim 1", { ...who, tenant: `discord:user:${peer.user.id}` }],
    ]);
  });

  test("and has left by the time of the offer leaves the bot running", async () => {
    const { peer, log } = await running({ commands: CARRIED });
    const gone = { status: 404, body: { message: "Unknown interaction", code: 10062 } };
    peer.fault({ path: CALLBACK, outcome: gone });
    const input = { name: "korea about", options: { name: "Kim 1" }, focused: "name" };
    peer.autocomplete(input);
    expect(await log.until("an answer did not arrive")).toContain("404 code 10062");
    expect((await peer.autocomplete(input).response()).choices).toHaveLength(1);
  });
});

test("only options that complete are registered so", async () => {
  const { peer } = await running({ commands: CARRIED });
  const subs = peer.commands()[0]!.options! as { name: string; options?: { name: string }[] }[];
  const completing = subs.flatMap(({ name, options = [] }) =>
    options.flatMap((option) =>
      "autocomplete" in option && option.autocomplete === true ? `${name} ${option.name}` : [],
    ),
  );
  expect(completing).toEqual(["about name"]);
  const input = { name: "korea about", options: { name: "Kim", count: 3 } };
  expect(() => peer.autocomplete({ ...input, focused: "count" })).toThrow("has no autocomplete");
});

describe("who types a time zone for a subscription", () => {
  test.each([
    ["Seoul", "en-US", "Seoul (Asia/Seoul, UTC+09:00)"],
    ["서울", "en-US", "서울 (Asia/Seoul, UTC+09:00)"],
    ["서", "ko", "서울 (Asia/Seoul, UTC+09:00)"],
    ["KST", "en-US", "Seoul (Asia/Seoul, UTC+09:00)"],
    ["KST", "ko", "서울 (Asia/Seoul, UTC+09:00)"],
    ["South Korea", "en-US", "Seoul (Asia/Seoul, UTC+09:00)"],
    ["대한민국", "ko", "서울 (Asia/Seoul, UTC+09:00)"],
    ["New York", "en-US", "New York (America/New_York, UTC-04:00)"],
    ["뉴욕", "ko", "뉴욕 (America/New_York, UTC-04:00)"],
  ])("“%s” in %s is offered its city first, which then is taken", async (timezone, locale, label) => {
    const { peer } = await running();
    const name = "korea subscribe";
    const typed = { name, options: { timezone }, focused: "timezone", locale };
    const [first] = (await peer.autocomplete(typed).response()).choices!;
    expect(first!.name).toBe(label);
    const options = { timezone: String(first!.value) };
    const permissions = USUAL_PERMISSIONS | PermissionFlagsBits.ManageGuild;
    const { message } = await peer.command({ name, options, permissions, locale }).response();
    // The city in the person's language, whatever was typed.
    const zone = label.slice(label.indexOf("("));
    expect(read(message!).map(unescapeLine).join("\n")).toContain(zone);
  });
});
