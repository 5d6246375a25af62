import { describe, expect, test } from "vitest";
import type { Form, RawValues, Reply } from "../../src/core/reply.ts";
import { MANAGER, button, said, worldAt, type World } from "../core/subscriptions-world.ts";

const KOREAN = { ...MANAGER, locale: "ko" };
const NINE = Date.UTC(2026, 10, 27);

/** Opens the window of the first subscription. */
async function opened(world: World): Promise<Form> {
  const answer = await world.run(button(await world.ask("/korea subscriptions"), "Edit 1"));
  if (answer.type !== "form") throw new Error(said(answer));
  return answer;
}

/** Sends a window in with what was typed over what stood in it; what is `null` was left blank. */
function send(
  world: World,
  form: Form,
  typed: Readonly<Record<string, string | null>>,
): Promise<Reply | Form> {
  const fields: Record<string, string> = {};
  for (const { name, value = "" } of form.fields)
    fields[name] = typed[name] === null ? "" : (typed[name] ?? value);
  return world.run({ command: form.command, values: { ...form.values, ...fields } });
}

describe("the button Edit", () => {
  test("opens a window with what the subscription is", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit days:Mon,Wed quiet:yes");
    const { id } = await world.only();
    expect(await opened(world)).toEqual({
      type: "form",
      title: "Edit subscription",
      command: "subscription-change",
      values: { id },
      fields: [
        { name: "at", label: "Time of day, such as 09:00", value: "09:00" },
        { name: "timezone", label: "City or time zone, such as Seoul", value: "Asia/Seoul" },
        { name: "days", label: "Days, such as weekdays or Mon,Wed", value: "Mon, Wed" },
        { name: "query", label: "About what; blank for everything", optional: true, value: "summit" },
        { name: "quiet", label: "Silent without news: yes or no", value: "yes" },
      ],
    });
    const korean = await world.run({ command: "subscription-edit", values: { id } }, KOREAN);
    expect(korean).toMatchObject({
      title: "구독 수정",
      fields: [{}, {}, { value: "매주 월·수" }, {}, { value: "예" }],
    });
  });

  test("has labels that fit a window", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const { id } = await world.only();
    for (const asker of [MANAGER, KOREAN]) {
      const form = await world.run({ command: "subscription-edit", values: { id } }, asker);
      if (form.type !== "form") throw new Error("no form");
      // Slack's titles have 24 characters, Discord's labels 45.
      expect(form.title.length).toBeLessThanOrEqual(24);
      for (const { label } of form.fields) expect(label.length).toBeLessThanOrEqual(45);
    }
  });

  test("changes nothing where nothing was typed", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit days:Mon,Wed quiet:yes timezone:뉴욕");
    const before = await world.only();
    const form = await opened(world);
    world.clock.now += 1000;
    await send(world, form, {});
    expect(await world.only()).toEqual(before);
  });

  test("changes what was typed, and says when it comes next", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit");
    const typed = { at: "6pm", timezone: "런던", days: "주말", query: "Hanoi", quiet: "네" };
    expect(said(await send(world, await opened(world), typed))).toBe(`The subscription was changed
New documents for “Hanoi”
When: weekends, 18:00, London (Europe/London, UTC+00:00)
Language: English
Without news: nothing is posted
Next: Saturday, 28 November 2026, 18:00
In your time: Saturday, 28 November 2026, 18:00 UTC`);
    expect(await world.only()).toMatchObject({
      at: "18:00",
      zone: "Europe/London",
      days: [6, 7],
      query: "Hanoi",
      quiet: true,
    });
  });

  test("takes a blank query for everything, and whatever else is blank as it was", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit at:8 days:Mon quiet:yes");
    const nothing = { at: null, timezone: null, days: null, query: null, quiet: null };
    await send(world, await opened(world), nothing);
    expect(await world.only()).toMatchObject({ at: "08:00", days: [1], query: null, quiet: true });
    await send(world, await opened(world), { query: "  " });
    expect((await world.only()).query).toBeNull();
  });

  test("tells a mistake and offers what was typed again", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit");
    const before = await world.only();
    const typed = { at: "25:00", query: null, days: "Mon" };
    const mistake = await send(world, await opened(world), typed);
    expect(said(mistake)).toBe("at: “25:00” is no time of day. Write for example 09:00, 9am or 6:30 pm.");
    expect(await world.only()).toEqual(before);
    const again = await world.run(button(mistake, "Edit again"));
    expect((again as Form).fields.map(({ name, value }) => [name, value])).toEqual([
      ["at", "25:00"],
      ["timezone", "Asia/Seoul"],
      ["days", "Mon"],
      ["query", undefined],
      ["quiet", "no"],
    ]);
  });

  test.each([
    [{ timezone: "UTC+9:10" }, /^timezone: I know no place or zone “UTC\+9:10”/u],
    [{ days: "never" }, /^days: “never” names no days/u],
    [{ query: "outlet:Nowhere" }, /^No outlet is called “Nowhere”/u],
    [{ query: "the" }, /^That has no word to search for/u],
    [{ quiet: "perhaps" }, /^quiet: “perhaps” is neither yes nor no/u],
  ])("refuses %o", async (typed, told) => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const before = await world.only();
    expect(said(await send(world, await opened(world), typed))).toMatch(told);
    expect(await world.only()).toEqual(before);
  });

  test("refuses what would be another one's double", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe at:8");
    world.clock.now += 1;
    await world.ask("/korea subscribe at:9");
    expect(said(await send(world, await opened(world), { at: "9" }))).toBe(
      "This channel has another subscription that is just like this already. Nothing was changed.",
    );
    expect((await world.list()).map(({ at }) => at)).toEqual(["08:00", "09:00"]);
  });

  test("moves one to another hour whose query nobody could subscribe to any more", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe summit to:2027");
    world.clock.now = Date.UTC(2028, 5, 1);
    await send(world, await opened(world), { at: "10" });
    expect(await world.only()).toMatchObject({ at: "10:00", query: "summit to:2027" });
  });
});

describe("an edit in the seconds after a time", () => {
  const states = async (world: World) => {
    const { id } = await world.only();
    const all = await world.store.deliveriesOf(MANAGER.tenant, id, 9);
    return all.map(({ localDate, state, dueAt }) => [localDate, state, dueAt]);
  };

  test.each<[string, RawValues & Readonly<Record<string, string>>, string]>([
    ["moves the time later", { at: "18:00" }, "Saturday, 28 November 2026, 18:00"],
    ["moves the time earlier", { at: "08:00" }, "Saturday, 28 November 2026, 08:00"],
    ["moves the zone west", { timezone: "New York" }, "Saturday, 28 November 2026, 09:00"],
    ["leaves the day out", { days: "weekends" }, "Saturday, 28 November 2026, 09:00"],
  ])("%s: that day's digest comes, and comes once", async (_, typed, next) => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const form = await opened(world);
    world.clock.now = NINE + 2_000;
    expect(said(await send(world, form, typed))).toContain(`\nNext: ${next}\n`);
    expect(await states(world)).toEqual([["2026-11-27", "pending", NINE]]);
    expect((await world.only()).lastLocalDate).toBe("2026-11-27");
  });

  test("before it there is nothing to be kept", async () => {
    const world = await worldAt();
    await world.ask("/korea subscribe");
    const form = await opened(world);
    world.clock.now = NINE - 1_000;
    expect(said(await send(world, form, { at: "18:00" }))).toContain(
      "\nNext: Friday, 27 November 2026, 18:00\n",
    );
    expect(await states(world)).toEqual([]);
  });
});

test("two edits at once make no two that are alike", async () => {
  const world = await worldAt();
  await world.ask("/korea subscribe Hanoi at:9am");
  await world.ask("/korea subscribe Hanoi at:10am");
  const answers = await Promise.all(
    (await world.list()).map(({ id }) =>
      world.run({
        command: "subscription-change",
        values: { id, at: "11:00", timezone: "Seoul", days: "every day", query: "Hanoi", quiet: "no" },
      }),
    ),
  );
  expect(answers.map((answer) => said(answer).split("\n")[0])).toEqual([
    "The subscription was changed",
    "This channel has another subscription that is just like this already. Nothing was changed.",
  ]);
  expect((await world.list()).filter(({ at }) => at === "11:00")).toHaveLength(1);
});
