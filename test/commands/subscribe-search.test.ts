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

  test("what was searched for until now can be subscribed to", async () => {
    const { actions } = await (await worldAt()).ask("/korea search summit to:2026-11-25");
    expect(actions.map(({ label }) => label)).toContain(LABEL);
  });
});
