import { describe, expect, test } from "vitest";
import { labelOf } from "../../src/core/digest/zones.ts";
import type { Asker } from "../../src/core/desk.ts";
import { LIMITS } from "../../src/core/subscriptions/limits.ts";
import { MANAGER, NOON, READER, button, said, worldAt } from "../core/subscriptions-world.ts";

const KOREAN: Asker = { ...MANAGER, locale: "ko-KR" };
const SLACK: Asker = { ...MANAGER, tenant: "slack:team:T1", channel: "C1" };
const HOUR = 3_600_000;

describe("/korea subscribe", () => {
  test("takes what is usual, and says when the first digest comes", async () => {
    const world = await worldAt();
    const answer = await world.ask("/korea subscribe");
    expect(said(answer)).toBe(`This channel is subscribed
Everything new
When: every day, 09:00, Seoul (Asia/Seoul, UTC+09:00)
Language: English
Without news: a quote of the day
First: Friday, 27 November 2026, 09:00
In your time: Friday, 27 November 2026, 00:00 UTC
Nobody has said a time zone here yet, so it is Seoul. For another press Edit under /korea subscriptions, or write for example timezone:Seoul next time.`);
    expect(answer.shared).toBeUndefined();
    expect(await world.only()).toMatchObject({
      channel: { tenant: "discord:guild:100", channel: "200" },
      at: "09:00",
      zone: "Asia/Seoul",
      days: [1, 2, 3, 4, 5, 6, 7],
      query: null,
      quiet: false,
      language: "en",
      createdBy: { id: "7", name: "Mina" },
      createdAt: NOON,
    });
  });

  test("gives each reader the first time on their own clock", async () => {
    const answer = await (await worldAt()).ask("/korea subscribe");
    const list = answer.blocks.find((block) => block.type === "list")!;
    expect(list.items.flat().filter(({ type }) => type === "moment")).toEqual([
      { type: "moment", at: Date.UTC(2026, 10, 27), text: "Friday, 27 November 2026, 00:00 UTC" },
    ]);
  });

  test("takes everything in Korean, and answers in it", async () => {
    const world = await worldAt();
    const line = '/korea subscribe 제재 at:"오후 6시 30분" timezone:뉴욕 days:월수금 quiet:예 language:en';
    expect(said(await world.ask(line, KOREAN))).toBe(`이 채널에서 구독을 시작했습니다
‘제재’ 검색에 맞는 새 문서
시각: 매주 월·수·금 18:30, 뉴욕 (America/New_York, UTC-05:00)
언어: 영어
새 소식이 없는 날: 아무것도 보내지 않음
첫 소식: 2026년 11월 27일 금요일 18:30
내 시간대: 2026년 11월 27일 금요일 23:30 UTC`);
    expect(await world.only()).toMatchObject({ query: "제재", quiet: true, days: [1, 3, 5], language: "en" });
  });

  test("goes on with the zone that was used in the tenant last, whatever others use", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe timezone:London");
    world.clock.now += HOUR;
    await world.ask("/korea subscribe timezone:KST at:8am", { ...MANAGER, channel: "201" });
    world.clock.now += HOUR;
    await world.ask("/korea subscribe timezone:Tokyo", SLACK);
    await world.ask("/korea subscribe summit", { ...MANAGER, channel: "202" });
    expect((await world.list()).map(({ zone }) => zone)).toEqual([
      "Europe/London",
      "Asia/Seoul",
      "Asia/Seoul",
    ]);
    const [first] = await world.list();
    world.clock.now += HOUR;
    await world.run({ command: "subscription-change", values: { id: first!.id, timezone: "Berlin" } });
    await world.ask("/korea subscribe summit", { ...MANAGER, channel: "203" });
    expect((await world.list()).at(-1)!.zone).toBe("Europe/Berlin");
  });

  test.each([
    ["en", "every day, 09:00, UTC", /\nNobody has said a time zone here yet, so it is UTC\. /u],
    ["ko", "매일 09:00, UTC", /\n아직 시간대를 정한 적이 없어 UTC 시간대를 씁니다\. /u],
  ])("says which zone it takes where nobody has said one, in %s", async (locale, when, remark) => {
    const world = await worldAt(NOON, "UTC");
    const asker = { ...MANAGER, locale };
    const first = said(await world.ask("/korea subscribe", asker));
    expect(first).toMatch(remark);
    expect(first).toContain(`${when}\n`);
    for (const line of ["/korea subscribe summit", "/korea subscribe summit timezone:UTC at:8"])
      expect(said(await world.ask(line, asker))).not.toMatch(remark);
    expect(
      said(await world.ask("/korea subscribe timezone:Seoul", { ...asker, tenant: "slack:team:T" })),
    ).not.toMatch(remark);
  });

  test("says how to change what happens without news where the channel has it already", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit");
    expect(said(await world.ask("/korea subscribe summit quiet:yes"))).toMatch(
      /\nTo have nothing posted on days without news, press Edit under \/korea subscriptions\.$/u,
    );
    expect(said(await world.ask("/korea subscribe summit"))).not.toContain("days without news");
    await world.ask("/korea subscribe at:7 quiet:yes", KOREAN);
    expect(said(await world.ask("/korea subscribe at:7", KOREAN))).toMatch(
      /\n새 소식이 없는 날에 오늘의 인용을 받으려면 [^\n]+$/u,
    );
  });

  test("takes a zone as it was completed", async () => {
    const world = await worldAt();
    await world.run({ command: "subscribe", values: { timezone: labelOf("Asia/Seoul", "서울", NOON) } });
    expect((await world.only()).zone).toBe("Asia/Seoul");
  });

  test("says how an ambiguous zone was read", async () => {
    const answer = await (await worldAt()).ask("/korea subscribe timezone:EST");
    expect(said(answer)).toContain(
      "“EST” is used for more than one zone or for half of the year only; it was read as America/New_York.",
    );
  });

  test("takes a query that only narrows", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe country:KR -THAAD");
    expect((await world.only()).query).toBe("country:KR -THAAD");
  });

  test.each([
    ["2026-03-29T02:00Z", "Europe/London", "01:30", "Monday, 30 March 2026, 01:30"],
    ["2026-03-28T12:00Z", "Europe/London", "01:30", "Sunday, 29 March 2026, 02:30"],
    ["2026-10-24T12:00Z", "Europe/London", "01:30", "Sunday, 25 October 2026, 01:30"],
    ["2026-03-07T12:00Z", "America/New_York", "02:15", "Sunday, 8 March 2026, 03:15"],
    ["2026-10-03T12:00Z", "Australia/Lord_Howe", "02:10", "Sunday, 4 October 2026, 02:40"],
  ])("at %s in %s the first %s is %s", async (now, zone, at, first) => {
    const world = await worldAt(Date.parse(now));
    const answer = await world.ask(`/korea subscribe timezone:${zone} at:${at}`);
    expect(said(answer)).toContain(`First: ${first}\n`);
  });

  test.each([
    ["at:25:00", "at: “25:00” is no time of day. Write for example 09:00, 9am or 6:30 pm."],
    [
      "timezone:Seol",
      "timezone: I know no place or zone “Seol”. Did you mean Seoul? Write a large city of the zone, such as Seoul or New York, or a name such as Asia/Seoul.",
    ],
    [
      "days:Mon,Funday",
      "days: “funday” in “Mon,Funday” is no day of the week. Write for example every day, weekdays, weekends, Mon,Wed,Fri or Mon-Thu.",
    ],
    ["quiet:maybe", "quiet: “maybe” is neither yes nor no. Write quiet:yes or quiet:no."],
    ["language:fr", "language: “fr” is not one of en, ko."],
    [
      'the "end of war',
      'The quotation mark at “"end” (at character 5) is never closed. Close it, as in "end of war", or leave it out.',
    ],
    [
      "the",
      "That has no word to search for: words such as “the” and “of” stand in nearly every text. Name a person, a place, an event or a subject.",
    ],
    [
      '""',
      "That has no word to search for: words such as “the” and “of” stand in nearly every text. Name a person, a place, an event or a subject.",
    ],
    [
      "summit tz:Seoul",
      "There is no filter or option “tz” (at character 8). Did you mean timezone:? Filters: outlet, country, kind, language, author, about, from, to. Options: at, timezone, days, quiet. To search for the word itself, put a space after the colon.",
    ],
    [
      "outlte:x",
      "There is no filter or option “outlte” (at character 1). Did you mean outlet:? Filters: outlet, country, kind, language, author, about, from, to. Options: at, timezone, days, quiet. To search for the word itself, put a space after the colon.",
    ],
    [
      'query:"at:9:00 summit"',
      "at: is an option of the command, and no filter. Give it beside query:, not inside it.",
    ],
    [
      "at:",
      "at: has no value. Write one right behind the colon, as in at:09:00. To search for the word itself, leave out the colon.",
    ],
    [
      "summit Timezone: Seoul",
      "timezone: has no value. Write one right behind the colon, as in timezone:Seoul. To search for the word itself, leave out the colon.",
    ],
    [
      "summit to:2018",
      "query: to:2018 lets nothing new through, so no digest would ever have news. Leave it out.",
    ],
    [
      `summit ${"x".repeat(494)}`,
      "query: has 501 characters, and a subscription takes 500 at most. Leave out what is not needed, or make two subscriptions.",
    ],
  ])("tells what is wrong with %s, and subscribes to nothing", async (typed, told) => {
    const world = await worldAt();
    const answer = await world.ask(`/korea subscribe ${typed}`);
    expect(said(answer)).toBe(told);
    expect([await world.list(), world.reported]).toEqual([[], []]);
  });

  test.each([
    ["quite:yes", "quiet"],
    ["time:9", "at"],
    ["zone:Seoul", "timezone"],
    ["on:Monday", "days"],
    ["cuntry:KR", "country"],
  ])("%s may be meant for %s:", async (typed, meant) => {
    const world = await worldAt();
    expect(said(await world.ask(`/korea subscribe summit ${typed}`))).toContain(` Did you mean ${meant}:? `);
  });

  test("takes the name of an option in quotation marks for words", async () => {
    const world = await worldAt();
    await world.ask('/korea subscribe "meet at: noon"');
    expect((await world.only()).query).toBe('"meet at: noon"');
  });

  test("makes none twice, also not where both come at once", async () => {
    const world = await worldAt();
    const answers = await Promise.all([1, 2].map(() => world.ask("/korea subscribe summit")));
    expect(answers.map((answer) => said(answer).split("\n")[0])).toEqual([
      "This channel is subscribed",
      "This channel has this subscription already; nothing was changed.",
    ]);
    expect(await world.list()).toHaveLength(1);
    await world.store.pauseSubscription(MANAGER.tenant, (await world.only()).id, null);
    expect(said(await world.ask("/korea subscribe  summit "))).toMatch(
      /^This channel has this subscription already, and it is paused\./u,
    );
    await world.ask("/korea subscribe summit at:10");
    expect(await world.list()).toHaveLength(2);
  });

  test("has an end in a channel and in a tenant", async () => {
    const world = await worldAt();
    const fill = async (channel: string) => {
      for (let hour = 0; hour < LIMITS.inChannel; hour += 1)
        await world.ask(`/korea subscribe at:${hour}`, { ...MANAGER, channel });
    };
    await fill("0");
    expect(said(await world.ask("/korea subscribe at:23", { ...MANAGER, channel: "0" }))).toBe(
      "This channel has 10 subscriptions already, which is as many as it can have. Remove one first.",
    );
    for (let channel = 1; channel < LIMITS.inTenant / LIMITS.inChannel; channel += 1)
      await fill(`${channel}`);
    expect(said(await world.ask("/korea subscribe", KOREAN))).toBe(
      "이곳의 구독이 이미 최대치인 200건입니다. /korea subscriptions all:예 명령으로 확인하고 먼저 하나를 삭제해 주세요.",
    );
    expect(await world.list()).toHaveLength(200);
    expect(said(await world.ask("/korea subscribe", SLACK))).toContain("This channel is subscribed");
  });

  test.each([
    [READER, "Only people with the permission Manage Server can change subscriptions. Ask one of them."],
    [
      { ...SLACK, mayManage: false, locale: "ko" },
      "구독은 워크스페이스 관리자와 코리아 데스크 운영자가 허용한 사람만 바꿀 수 있습니다. 관리자에게 요청해 주세요.",
    ],
    [{ tenant: "console", locale: "en" }, /^Channels of Discord and Slack subscribe to digests/u],
    [
      { tenant: "discord:user:7", locale: "en", user: "7", mayManage: true },
      /^Digests are posted in channels, not in direct messages\. Use this command in a channel of a server/u,
    ],
    [
      { tenant: "slack:team:T1", locale: "en", user: "U1", mayManage: true },
      /type \/invite @Korea Desk there, then use this command there\.$/u,
    ],
  ] as const)("is not for %o", async (asker, told) => {
    const world = await worldAt();
    const words = said(await world.ask("/korea subscribe", asker));
    expect(words).toMatch(told);
    expect(await world.list(asker.tenant)).toEqual([]);
  });

  test("leads to a preview of what would come, which moves nothing on", async () => {
    const world = await worldAt();
    const answer = await world.ask("/korea subscribe summit");
    const before = await world.only();
    const preview = await world.run(button(answer, "Preview"));
    expect(said(preview)).toMatch(
      /^Digest for 26 November 2026\nPreview: what would be posted if the digest came now\. Only you see it, and nothing counts as sent\.\n1 of 2 new documents matches “summit”/u,
    );
    expect(await world.only()).toEqual(before);
    expect(await world.store.deliveriesOf(MANAGER.tenant, before.id, 9)).toEqual([]);
  });

  test.each([
    ["/korea subscribe quiet:yes Vladivostok", "none of 2 new documents matches"],
    ["/korea subscribe quiet:yes country:CN", "none of 2 new documents matches"],
  ])("tells why %s would be silent now", async (line, why) => {
    const world = await worldAt();
    const preview = await world.run(button(await world.ask(line), "Preview"));
    expect(said(preview)).toBe(
      `Nothing would be posted now: ${why}, and this subscription is silent without news.`,
    );
  });
});
