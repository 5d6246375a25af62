import { InteractionResponseType, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import type { FormField } from "../../../src/core/reply.ts";
import { remembering, settings } from "../settings.ts";
import { button, gate, read, running } from "./harness.ts";

const FIELDS: readonly FormField[] = [
  { name: "at", label: "When", value: "09:00" },
  { name: "query", label: "What", value: "Kim", optional: true },
];

/** A window opened by the button of a message. */
async function opened(fields: readonly FormField[]) {
  const kept = remembering();
  const { peer } = await running({ commands: [settings(fields)], around: kept.around });
  const first = await peer.command({ name: "korea settings" }).message();
  const pressed = peer.button(first, button(first, "Edit"));
  return { ...kept, peer, pressed, shown: await pressed.response() };
}

/** The fields of a window. */
const fieldsOf = (modal: APIModalInteractionResponseCallbackData | null) =>
  (modal?.components ?? []).map((label) => ("component" in label ? label.component : label));

describe("a window that a button opens", () => {
  test("shows what stands in it already, and tells what may stay blank", async () => {
    const { shown } = await opened(FIELDS);
    expect(shown.type).toBe(InteractionResponseType.Modal);
    expect(fieldsOf(shown.modal)).toMatchObject([
      { custom_id: "at", value: "09:00", required: true },
      { custom_id: "query", value: "Kim", required: false },
    ]);
  });

  test("left as it is gives what stood in it", async () => {
    const { peer, pressed, answers } = await opened(FIELDS);
    const answer = await peer.submit(pressed, {}).message();
    expect(answers).toEqual([{ at: "09:00", query: "Kim" }]);
    expect(read(answer)).toEqual([`09:00 Kim by ${peer.user.id}`]);
  });

  test("gives what was emptied as an empty text, and takes no blank where an answer is needed", async () => {
    const { peer, pressed, answers } = await opened(FIELDS);
    expect(() => peer.submit(pressed, { at: "" })).toThrow('does not take 0 characters for "at"');
    await peer.submit(pressed, { at: "10:30", query: "" }).message();
    expect(answers).toEqual([{ at: "10:30", query: "" }]);
  });

  test("holds the longest text that Discord takes", async () => {
    const { shown } = await opened([{ name: "query", label: "W".repeat(90), value: "x".repeat(5_000) }]);
    expect(fieldsOf(shown.modal)).toMatchObject([{ value: `${"x".repeat(3_999)}…` }]);
  });

  test("is not opened where it would ask more than it has room for: what it needs is told", async () => {
    const six = Array.from({ length: 6 }, (_, index) => ({ name: `f${index}`, label: `Field ${index}` }));
    const { shown } = await opened(six);
    expect(read(shown.message!)[0]).toMatch(/^-# Settings still needs: Field 0; .*Field 5/u);
  });

  test.each([
    ["en-US", "-# The window could not be opened in time. Press the button again."],
    ["ko", "-# 제때 창을 열지 못했습니다. 버튼을 다시 눌러 주세요."],
  ])("that comes too late is to be asked for again, in %s", async (locale, told) => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      press: (...asked) => slow.wait.then(() => desk.press(...asked)),
    });
    const { peer } = await running({ commands: [settings(FIELDS)], around });
    const first = await peer.command({ name: "korea settings", locale }).message();
    const pressed = peer.button(first, button(first, "Edit"), { locale });
    await pressed.acknowledged();
    slow.open();
    expect(read(await pressed.message())).toEqual([told]);
  });
});
