import { describe, expect, test } from "vitest";
import type { Asker } from "../../src/core/desk.ts";
import { MANAGER, READER, button, said, worldAt } from "../core/subscriptions-world.ts";

const LABEL = "Subscribe this channel to this search";

describe("below the answers of a search", () => {
  test("one press subscribes the channel to it", async () => {
    const world = await worldAt();
    const found = await world.ask("/korea search summit from:2018 -Singapore");
    const action = button(found, LABEL);
    expect(action).toEqual({
      label: LABEL,
      command: "subscribe",
      values: { query: "summit  -Singapore from:2018" },
    });
    expect(said(await world.run(action))).toMatch(
      /^This channel is subscribed\nNew documents for “summit -Singapore from:2018”\n/u,
    );
    expect((await world.only()).query).toBe("summit -Singapore from:2018");
  });

  test.each<[string, string, Asker]>([
    ["who may not", "summit", READER],
    ["a place that is no channel", "summit", { tenant: "console", locale: "en", mayManage: true }],
    ["a search of the past", "summit to:2026-11-01 lang:en", MANAGER],
  ])("there is no such button for %s", async (_, query, asker) => {
    const world = await worldAt();
    const { actions } = await world.ask(`/korea search ${query}`, asker);
    expect(actions.map(({ label }) => label)).not.toContain(LABEL);
  });

  test("what nothing was found for can be subscribed to by who may", async () => {
    const world = await worldAt();
    const found = await world.ask("/korea search Vladivostok");
    expect(said(found)).toMatch(/^Nothing found for “Vladivostok”/u);
    expect(said(await world.run(button(found, LABEL)))).toMatch(
      /^This channel is subscribed\nNew documents for “Vladivostok”\n/u,
    );
    expect((await world.ask("/korea search Vladivostok", READER)).actions).toEqual([]);
  });

  test.each([
    ["subscribtions", "en", "Did you mean /korea subscriptions?"],
    ["unsubscribe", "en", "Did you mean /korea subscriptions?"],
    ["구독", "ko", "혹시 /korea subscribe 명령을 쓰려고 하셨나요?"],
  ])("/korea %s leads to the command that was meant, in %s", async (typed, locale, hint) => {
    const world = await worldAt();
    expect(said(await world.ask(`/korea ${typed}`, { ...MANAGER, locale })).split("\n")).toContain(hint);
  });

  test("what was searched for until now can be subscribed to", async () => {
    const { actions } = await (await worldAt()).ask("/korea search summit to:2026-11-25");
    expect(actions.map(({ label }) => label)).toContain(LABEL);
  });
});
