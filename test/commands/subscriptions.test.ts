import { describe, expect, test } from "vitest";
import type { Asker } from "../../src/core/desk.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { asReply } from "../core/samples.ts";
import { MANAGER, READER, button, said, worldAt, type World } from "../core/subscriptions-world.ts";

const KOREAN: Asker = { ...MANAGER, locale: "ko" };
const ELSEWHERE: Asker = { ...MANAGER, channel: "201" };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Two subscriptions of the channel and one of another, an hour apart. */
async function three(): Promise<World> {
  const world = await worldAt();
  for (const [line, asker] of [
    ["/korea subscribe summit days:weekdays", MANAGER],
    ["/korea subscribe at:18:00 timezone:London quiet:yes", { ...MANAGER, name: "Ann" }],
    ["/korea subscribe", ELSEWHERE],
  ] as const) {
    await world.ask(line, asker);
    world.clock.now += HOUR;
  }
  return world;
}

/** Claims what is due and ends it. */
async function settle(world: World, one: Subscription, localDate: string, due: number): Promise<void> {
  const known = (await world.store.subscription(one.channel.tenant, one.id))!;
  const done = await world.store.settle(known, {
    send: { localDate, dueAt: due, late: false, notBefore: due },
    skipped: [],
    why: "",
  });
  if (!done) throw new Error("not settled");
}

describe("/korea subscriptions", () => {
  test("lists those of the channel", async () => {
    const world = await three();
    expect(said(await world.ask("/korea subscriptions"))).toBe(`Subscriptions of this channel: 2
1 · New documents for “summit”
When: weekdays, 09:00, Seoul (Asia/Seoul, UTC+09:00)
Language: English
Next: Friday, 27 November 2026, 09:00
No digest has come yet.
Made: by Mina on 26 November 2026
2 · Everything new
When: every day, 18:00, London (Europe/London, UTC+00:00)
Language: English · silent without news
Next: Thursday, 26 November 2026, 18:00
No digest has come yet.
Made: by Ann on 26 November 2026`);
    expect(said(await world.ask("/korea subscriptions", KOREAN))).toBe(`이 채널의 구독 2건
1 · ‘summit’ 검색에 맞는 새 문서
시각: 평일 09:00, 서울 (Asia/Seoul, UTC+09:00)
언어: 영어
다음 소식: 2026년 11월 27일 금요일 09:00
아직 도착한 소식이 없습니다.
만든 사람: Mina 님, 2026년 11월 26일
2 · 새 문서 전부
시각: 매일 18:00, 런던 (Europe/London, UTC+00:00)
언어: 영어 · 새 소식이 없으면 보내지 않음
다음 소식: 2026년 11월 26일 목요일 18:00
아직 도착한 소식이 없습니다.
만든 사람: Ann 님, 2026년 11월 26일`);
  });

  test("has buttons for who may decide, a row for each, and none for others", async () => {
    const world = await three();
    const labels = async (asker: Asker) =>
      (await world.ask("/korea subscriptions", asker)).actions.map(({ label }) => label);
    expect(await labels(MANAGER)).toEqual([
      "Preview 1",
      "Pause 1",
      "Edit 1",
      "History 1",
      "Remove 1",
      "Preview 2",
      "Pause 2",
      "Edit 2",
      "History 2",
      "Remove 2",
      "All channels",
      "Remove all of this channel",
    ]);
    expect(await labels(READER)).toEqual([]);
  });

  test("lists those of all channels, with their channels, to who may decide", async () => {
    const world = await three();
    const all = await world.ask("/korea subscriptions all:yes");
    expect(said(all)).toMatch(/^Subscriptions of all channels: 3\n1 · .*\nChannel: a channel\n/u);
    const channels = all.blocks.flatMap((block) =>
      block.type === "list"
        ? block.items[0]!.flatMap((span) => (span.type === "channel" ? span.id : []))
        : [],
    );
    expect(channels).toEqual(["200", "200", "201"]);
    expect(said(await world.run(button(all, "This channel")))).toMatch(/^Subscriptions of this channel: 2/u);
    expect(said(await world.ask("/korea subscriptions all:yes", READER))).toBe(
      "Only people with the permission Manage Server can see the subscriptions of all channels. " +
        "/korea subscriptions shows those of the channel that you are in.",
    );
  });

  test("takes a bare word for all channels", async () => {
    const world = await three();
    expect(said(await world.ask("/korea subscriptions all"))).toMatch(/^Subscriptions of all channels: 3\n/u);
  });

  test("turns pages", async () => {
    const world = await worldAt();
    for (let hour = 0; hour < 7; hour += 1) {
      await world.ask(`/korea subscribe at:${hour}`);
      world.clock.now += 1;
    }
    const first = await world.ask("/korea subscriptions");
    expect(said(first)).toMatch(/1 to 3 of 7$/u);
    const second = await world.run(button(first, "Next"));
    expect(said(second)).toMatch(/^4 · /mu);
    const third = await world.run(button(second, "Next"));
    expect(said(third)).toMatch(/\n7 · [^]*\n7 of 7$/u);
    expect(asReply(third).actions.map(({ label }) => label)).toEqual([
      "Preview 7",
      "Pause 7",
      "Edit 7",
      "History 7",
      "Remove 7",
      "Previous",
      "All channels",
      "Remove all of this channel",
    ]);
    expect(said(await world.run(button(third, "Previous")))).toBe(said(second));
    expect(said(await world.ask("/korea subscriptions page:1000"))).toBe(
      `There is no page 1000: the last, 3, is shown.\n${said(third)}`,
    );
    const one = { ...MANAGER, channel: "201" };
    await world.ask("/korea subscribe", one);
    expect(said(await world.ask("/korea subscriptions page:9", one))).toMatch(
      /^There is no page 9: the list has one page only\.\nSubscriptions of this channel: 1\n/u,
    );
  });

  test("says how to subscribe where there is none", async () => {
    const world = await worldAt();
    expect(said(await world.ask("/korea subscriptions", READER))).toMatch(
      /^This channel has no subscription\.\n\/korea subscribe in a channel makes one/u,
    );
    expect(said(await world.ask("/korea subscriptions all:예", KOREAN))).toMatch(
      /^이곳의 어느 채널에도 구독이 없습니다\.\n/u,
    );
    expect(said(await world.ask("/korea subscriptions", { tenant: "console", locale: "en" }))).toMatch(
      /^Channels of Discord and Slack subscribe to digests/u,
    );
  });

  test("tells what became of the last digest, and of one that nobody knows of", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit");
    const one = await world.only();
    for (const [date, end] of [
      ["2026-11-27", { state: "unknown", detail: "Slack does not give the whole history" }],
      ["2026-11-28", { state: "skipped", detail: "noMatch 12" }],
    ] as const) {
      world.clock.now += DAY;
      await settle(world, one, date, world.clock.now);
      const [due] = await world.store.dueDeliveries(null, 9);
      const claim = (await world.store.claimDelivery(due!))!;
      await world.store.stepDelivery(claim, end);
    }
    const list = await world.ask("/korea subscriptions");
    expect(said(list)).toContain(`
Last: 28 November 2026, nothing was posted: none of 12 new documents matched.
Before: 27 November 2026, may or may not have arrived; it is not sent again. The platform gave no clear answer, and the channel could not be read. Let Korea Desk read its history to know next time.
`);
    expect(said(await world.run(button(list, "History 1")))).toBe(`The last digests
New documents for “summit”
28 November 2026, nothing was posted: none of 12 new documents matched.
27 November 2026, may or may not have arrived; it is not sent again. The platform gave no clear answer, and the channel could not be read. Let Korea Desk read its history to know next time.`);
  });

  test("pauses and resumes, from the next time on", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const list = await world.ask("/korea subscriptions");
    const pause = button(list, "Pause 1");
    const paused = await world.run(pause);
    expect(said(paused)).toMatch(
      /^The subscription is paused\. What was not sent yet is not sent\.\n[^]*Paused by somebody here\. Press Resume to start it again\.\n/u,
    );
    expect((await world.only()).state).toBe("paused");
    expect(said(await world.run(pause))).toMatch(/^The subscription was paused already\.\n/u);
    world.clock.now += 30 * DAY + HOUR;
    const resume = button(paused, "Resume 1");
    expect(said(await world.run(resume))).toMatch(
      /^The subscription goes on\.\n[^]*Next: Sunday, 27 December 2026, 09:00\n/u,
    );
    expect(said(await world.run(resume, KOREAN))).toMatch(/^일시 중지된 구독이 아닙니다\.\n/u);
  });

  test.each([
    [null, "Paused by somebody here."],
    ["removed", "Paused because Korea Desk was removed from this server."],
    ["gone: The channel does not exist any more", "Paused because the channel could not be found."],
    [
      "forbidden: code 50013",
      "Paused because Korea Desk may not post in the channel. Allow it to see the channel and to send messages there.",
    ],
    [
      "token: Discord refuses the bot's token",
      "Paused because Korea Desk could not sign in, which its operator has to mend first.",
    ],
    ["xoxb-1 `whatever`", "Paused because its last digest could not be posted."],
  ])("tells of a pause because of %s in words of ours, and what the reader can do", async (because, told) => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    await world.store.pauseSubscription(MANAGER.tenant, (await world.only()).id, because);
    const paused = async (line: string, asker: Asker) =>
      said(await world.ask(line, asker))
        .split("\n")
        .find((words) => words.startsWith("Paused "));
    expect(await paused("/korea subscriptions", MANAGER)).toBe(`${told} Press Resume to start it again.`);
    expect(await paused("/korea subscriptions", READER)).toBe(
      `${told} Ask somebody with the permission Manage Server to start it again.`,
    );
    // Beside this answer there is no such button.
    expect(await paused("/korea subscribe", MANAGER)).toBe(
      `${told} A button under /korea subscriptions starts it again.`,
    );
  });

  test("tells of a pause on Slack in the words of Slack", async () => {
    const world = await worldAt();
    const slack: Asker = { ...MANAGER, tenant: "slack:team:T1", channel: "C1", locale: "ko" };
    await world.ask("/korea subscribe", slack);
    const [one] = await world.list(slack.tenant);
    await world.store.pauseSubscription(slack.tenant, one!.id, "forbidden: not_in_channel");
    const list = said(await world.ask("/korea subscriptions", slack));
    expect(list).toContain(
      "일시 중지: 코리아 데스크가 이 채널에 글을 쓸 수 없습니다. 채널에서 /invite @Korea Desk 명령으로 초대해 주세요. ‘다시 시작’을 누르면 소식이 다시 옵니다.",
    );
  });

  test("resumes with one click all that a removal of the bot paused, once it is back", async () => {
    const world = await three();
    const { store } = world;
    const [first, second, elsewhere] = await world.list();
    await store.pauseSubscription(MANAGER.tenant, second!.id, null);
    const label = "Resume all that the removal paused";
    expect((await world.ask("/korea subscriptions")).actions.map((one) => one.label)).not.toContain(label);
    await store.tenantLeft(MANAGER.tenant);
    const list = await world.ask("/korea subscriptions");
    expect(said(list)).toMatch(
      /^Korea Desk had been removed from here, which paused 2 subscriptions\.\nSubscriptions of this channel: 2\n/u,
    );
    const resume = button(list, label);
    // It is not back yet.
    expect(said(await world.run(resume))).toMatch(/^None was resumed: /u);
    await store.tenantReturned(MANAGER.tenant);
    const seen = await world.ask("/korea subscriptions", READER);
    expect(said(seen)).toMatch(/^Subscriptions of this channel: 2\n/u);
    expect(seen.actions).toEqual([]);
    expect(said(await world.run(resume, READER))).toMatch(/^Only people with the permission Manage Server/u);
    await world.run(resume, { ...MANAGER, tenant: "discord:guild:101" });
    // Where the channel has none of its own, those of others go on all the same.
    const empty = await world.ask("/korea subscriptions", { ...KOREAN, channel: "202" });
    expect(said(empty)).toMatch(/^코리아 데스크가 이곳에서 제거된 적이 있어 구독 2건이 /u);
    const resumed = await world.run(button(empty, "제거로 중지된 구독 모두 다시 시작"), MANAGER);
    expect(said(resumed)).toMatch(/^2 subscriptions go on\.\nSubscriptions of this channel: 2\n/u);
    expect((await world.list()).map(({ id, state }) => [id, state])).toEqual([
      [first!.id, "active"],
      [second!.id, "paused"],
      [elsewhere!.id, "active"],
    ]);
    expect(said(await world.run(resume, KOREAN))).toMatch(/^다시 시작한 구독이 없습니다\./u);
    expect(world.reported).toEqual([]);
  });

  test("removes one when asked twice", async () => {
    const world = await three();
    const list = await world.ask("/korea subscriptions");
    const asked = await world.run(button(list, "Remove 1"));
    expect(said(asked)).toBe(`New documents for “summit”
When: weekdays, 09:00, Seoul (Asia/Seoul, UTC+09:00)
Language: English
Without news: a quote of the day
Remove this subscription? The record of its digests goes with it.`);
    expect(said(await world.run(button(asked, "Keep")))).toBe(said(list));
    expect(await world.list()).toHaveLength(3);
    expect(said(await world.run(button(asked, "Yes, remove it")))).toMatch(
      /^The subscription was removed\.\nSubscriptions of this channel: 1\n/u,
    );
    expect((await world.list()).map(({ query }) => query)).toEqual([null, null]);
    expect(said(await world.run(button(asked, "Yes, remove it")))).toMatch(
      /^This subscription is not there any more: somebody removed it\.\n/u,
    );
  });

  test("removes all of the channel that it asked about, when asked twice", async () => {
    const world = await three();
    const asked = await world.run(
      button(await world.ask("/korea subscriptions"), "Remove all of this channel"),
    );
    expect(said(asked)).toBe(
      "Remove all 2 subscriptions of this channel? The record of their digests goes with them.",
    );
    expect(await world.list()).toHaveLength(3);
    await world.ask("/korea subscribe at:7");
    expect(said(await world.run(button(asked, "Yes, remove all 2"), KOREAN))).toMatch(
      /^구독 2건을 삭제했습니다\.\n이 채널의 구독 1건\n/u,
    );
    expect((await world.list()).map(({ at, channel }) => [at, channel.channel])).toEqual([
      ["09:00", "201"],
      ["07:00", "200"],
    ]);
  });

  test("tells where somebody else removed it meanwhile, whatever is pressed", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const { actions } = await world.ask("/korea subscriptions");
    await world.store.removeSubscription(MANAGER.tenant, (await world.only()).id);
    for (const action of actions.slice(0, 5)) {
      expect(said(await world.run(action)).split("\n")[0]).toBe(
        "This subscription is not there any more: somebody removed it.",
      );
    }
    expect(world.reported).toEqual([]);
  });

  test("lets nobody reach those of another tenant, and who may not manage only look", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const before = await world.only();
    const { actions } = await world.ask("/korea subscriptions");
    const looks = actions.filter(({ label }) => /^(?:Preview|History)/u.test(label));
    const changes = [
      ...actions.slice(0, 5).filter((action) => !looks.includes(action)),
      { command: "subscription-change", values: { id: before.id, at: "7" } },
      { command: "subscription-remove", values: { id: before.id, confirm: true } },
      { command: "subscription-remove-all", values: { confirm: before.id } },
      { command: "subscription-resume-removed", values: {} },
    ];
    expect([looks.length, changes.length]).toEqual([2, 7]);
    for (const call of [...looks, ...changes])
      await world.run(call, { ...MANAGER, tenant: "discord:guild:101" });
    for (const call of changes) {
      expect(said(await world.run(call, READER))).toBe(
        "Only people with the permission Manage Server can change subscriptions. Ask one of them.",
      );
    }
    for (const call of looks) {
      expect(said(await world.run(call, { ...READER, channel: "201" }))).toMatch(
        /^This subscription is not there any more/u,
      );
    }
    expect(await world.only()).toEqual(before);
    expect(world.reported).toEqual([]);
  });
});
