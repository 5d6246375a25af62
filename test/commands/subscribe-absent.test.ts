import { describe, expect, test } from "vitest";
import type { Asker } from "../../src/core/desk.ts";
import { MANAGER, button, said, worldAt } from "../core/subscriptions-world.ts";

/** Somebody brought the app along into a server that has not installed it. */
const BROUGHT: Asker = { tenant: "discord:guild:100", locale: "en", user: "7", botAbsent: true };
/** A server that has installed the app's commands without its bot. */
const BARE: Asker = { ...MANAGER, botAbsent: true };
const TOLD =
  "Korea Desk itself is not in this server, so no digest can be posted here. Somebody with the permission Manage Server has to add it to the server, with its bot, first.";

describe("where the bot is not in the server", () => {
  test.each([
    ["who brought the app along", BROUGHT],
    ["who may manage a server with the commands alone", BARE],
    ["anybody else in such a server", { ...BARE, mayManage: false }],
  ])("%s is told so, and nothing is subscribed to", async (_, asker) => {
    const world = await worldAt();
    for (const line of ["/korea subscribe", "/korea subscriptions", "/korea subscriptions all:yes"]) {
      expect(said(await world.ask(line, asker))).toBe(TOLD);
      expect(said(await world.ask(line, { ...asker, locale: "ko" }))).toBe(
        "이 서버에는 코리아 데스크 봇이 없어 소식을 게시할 수 없습니다. 먼저 ‘서버 관리하기’ 권한이 있는 분이 코리아 데스크를 봇과 함께 서버에 추가해야 합니다.",
      );
    }
    expect(await world.list()).toEqual([]);
    const { actions } = await world.ask("/korea search summit", asker);
    expect(actions.map(({ label }) => label)).not.toContain("Subscribe this channel to this search");
  });

  test("what is left of subscriptions can be seen and removed", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const list = await world.ask("/korea subscriptions", BARE);
    expect(said(list)).toMatch(/^Subscriptions of this channel: 1\n/u);
    const asked = await world.run(button(list, "Remove 1"), BARE);
    expect(said(await world.run(button(asked, "Yes, remove it"), BARE))).toMatch(
      /^The subscription was removed\./u,
    );
    expect(await world.list()).toEqual([]);
  });
});
