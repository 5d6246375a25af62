import type { ModalView } from "@slack/types";
import { describe, expect, test } from "vitest";
import { bot } from "./slack/bot.ts";

const button = (action_id: string, value: string) => ({
  type: "actions" as const,
  elements: [
    { type: "button" as const, text: { type: "plain_text" as const, text: "Press" }, action_id, value },
  ],
});

const form: ModalView = {
  type: "modal",
  callback_id: "subscribe",
  title: { type: "plain_text", text: "Subscribe" },
  submit: { type: "plain_text", text: "Save" },
  blocks: [
    {
      type: "input",
      block_id: "at",
      label: { type: "plain_text", text: "At" },
      element: { type: "plain_text_input", action_id: "time", max_length: 5 },
    },
    {
      type: "input",
      block_id: "days",
      optional: true,
      label: { type: "plain_text", text: "Days" },
      element: {
        type: "checkboxes",
        action_id: "day",
        options: [{ text: { type: "plain_text", text: "Monday" }, value: "mon" }],
      },
    },
  ],
};

describe.each(["socket", "http"] as const)("a Bolt app in %s mode", (mode) => {
  test("answers a slash command inside its acknowledgement", async () => {
    const { app, peer, start } = await bot({ mode });
    app.command("/korea", async ({ command, ack }) => ack(`You asked for ${command.text}.`));
    await start();
    const asked = peer.slash({ command: "/korea", text: "kim xi", channel: "C0GENERAL", user: "U0ASKER" });
    expect(await asked.response()).toMatchObject({
      kind: "message",
      via: "ack",
      message: { text: "You asked for kim xi.", to: "U0ASKER", channel: "C0GENERAL" },
    });
    expect(peer.ephemerals.map((m) => m.text)).toEqual(["You asked for kim xi."]);
    expect(peer.messages("C0GENERAL")).toEqual([]);
    expect(peer.violations).toEqual([]);
  });

  test("answers in the channel, then to a click, and replaces the message", async () => {
    const { app, peer, start } = await bot({ mode });
    app.command("/korea", async ({ ack }) =>
      ack({ response_type: "in_channel", text: "One", blocks: [button("next", "2")] }),
    );
    app.action("next", async ({ ack, respond, body }) => {
      await ack();
      const action = "actions" in body ? body.actions[0] : undefined;
      const value = action !== undefined && "value" in action ? action.value : "none";
      await respond({ replace_original: true, text: `Page ${value}` });
      await respond({ text: "Only you" });
      await respond({ delete_original: true });
    });
    await start();
    const first = await peer.slash({ command: "/korea", text: "" }).message();
    expect(peer.messages("C0GENERAL")).toEqual([first]);
    const click = peer.blockAction(first, "next");
    expect(click.payload.message).toMatchObject({ ts: first.ts, text: "One" });
    expect(await click.ack()).toEqual({ ok: true, body: undefined });
    expect(await click.response()).toMatchObject({
      kind: "update",
      message: { ts: first.ts, text: "Page 2", blocks: [] },
    });
    expect(await click.response()).toMatchObject({
      kind: "message",
      message: { text: "Only you", to: "U0ASKER" },
    });
    expect(await click.response()).toMatchObject({ kind: "delete", message: { ts: first.ts } });
    expect(peer.messages("C0GENERAL")).toEqual([]);
    expect(peer.violations).toEqual([]);
  });

  test("opens a modal, refuses a field, then closes it", async () => {
    const { app, peer, start } = await bot({ mode });
    app.command("/korea", async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.view("subscribe", async ({ ack, view }) => {
      const time = view.state.values.at?.time?.value;
      await (time === "25:00" ? ack({ response_action: "errors", errors: { at: "No such hour." } }) : ack());
    });
    await start();
    const view = await peer.slash({ command: "/korea", text: "subscribe" }).view();
    expect(() => peer.viewSubmission(view, {})).toThrow('Slack asks for "time" before the form can be sent.');
    expect(() => peer.viewSubmission(view, { time: "09:00:00" })).toThrow("Slack does not take 8 characters");
    const wrong = peer.viewSubmission(view, { time: "25:00", day: ["mon"] });
    expect(await wrong.response()).toEqual({ kind: "errors", errors: { at: "No such hour." } });
    expect(wrong.payload.view).toMatchObject({
      state: { values: { days: { day: { type: "checkboxes", selected_options: [{ value: "mon" }] } } } },
    });
    expect(await peer.viewSubmission(view, { time: "09:00" }).response()).toEqual({
      kind: "closed",
      all: true,
    });
    expect(() => peer.viewSubmission(view, { time: "09:00" })).toThrow("The modal is not open.");
    expect(peer.violations).toEqual([]);
  });

  test("answers a message shortcut through its response_url", async () => {
    const { app, peer, start } = await bot({ mode });
    app.shortcut({ type: "message_action", callback_id: "check" }, async ({ ack, respond, shortcut }) => {
      await ack();
      await respond(`Checked: ${shortcut.type === "message_action" ? String(shortcut.message.text) : ""}`);
    });
    await start();
    const said = peer.say({ channel: "C0GENERAL", user: "U0ADMIN", text: "Is this real?" });
    expect((await peer.messageShortcut("check", said).message()).text).toBe("Checked: Is this real?");
  });

  test("hears events, told when a delivery is a repeated one", async () => {
    const { app, peer, start } = await bot({ mode });
    const heard: unknown[] = [];
    app.event("app_uninstalled", async ({ context }) => void heard.push(context.retryNum ?? 0));
    await start();
    const event = peer.event({ type: "app_uninstalled" });
    expect(await event.ack()).toEqual({ ok: true, body: undefined });
    expect(await event.redeliver({ attempt: 1, reason: "timeout" })).toEqual({ ok: true, body: undefined });
    expect(heard).toEqual([0, 1]);
  });

  test("is given 3 seconds of the peer's clock to acknowledge", async () => {
    const { app, peer, start } = await bot({ mode });
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    app.command("/korea", async ({ ack }) => {
      reach();
      await released;
      await ack("late");
    });
    await start();
    const asked = peer.slash({ command: "/korea", text: "" });
    await reached;
    peer.clock.advance(3000);
    expect(await asked.ack()).toEqual({ ok: false, error: "operation_timeout" });
    const text = '/korea failed with the error "operation_timeout"';
    expect(await asked.response()).toEqual({ kind: "failed", error: "operation_timeout", text });
    release();
    expect(peer.ephemerals).toEqual([]);
  });

  test("may use a response_url five times, for 30 minutes", async () => {
    const { app, peer, start } = await bot({ mode });
    app.command("/korea", async ({ ack }) => ack());
    await start();
    const post = async (url: string, body: object): Promise<[number, string]> => {
      const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
      return [response.status, await response.text()];
    };
    const busy = peer.slash({ command: "/korea", text: "a" });
    await busy.ack();
    expect(await post(busy.responseUrl, { text: "" })).toEqual([400, "no_text"]);
    // A command has no original message: "replacing" it posts a new one.
    for (let i = 1; i <= 5; i += 1) {
      expect(await post(busy.responseUrl, { text: `${i}`, replace_original: true })).toEqual([200, "ok"]);
    }
    expect(await post(busy.responseUrl, { text: "6" })).toEqual([404, "used_url"]);
    expect(peer.ephemerals.map((m) => m.text)).toEqual(["1", "2", "3", "4", "5"]);
    const slow = peer.slash({ command: "/korea", text: "b" });
    await slow.ack();
    peer.clock.advance(30 * 60_000 - 1);
    expect(await post(slow.responseUrl, { text: "in time" })).toEqual([200, "ok"]);
    peer.clock.advance(1);
    expect(await post(slow.responseUrl, { text: "late" })).toEqual([404, "expired_url"]);
  });

  test("is refused what Slack would not show in an acknowledgement", async () => {
    const { app, peer, start } = await bot({ mode });
    app.command("/korea", async ({ ack }) =>
      ack({ text: "x", blocks: [{ type: "divider" }, { type: "nonsense" }] }),
    );
    app.action("next", async ({ ack }) => (ack as (body: string) => Promise<void>)("unseen"));
    await start();
    expect(await peer.slash({ command: "/korea", text: "" }).response()).toMatchObject({
      error: "invalid_blocks",
    });
    const { channel, ts } = (await appPost(peer.apiUrl, peer.workspace.botToken)) as {
      channel: string;
      ts: string;
    };
    const posted = peer.messages(channel).find((message) => message.ts === ts)!;
    await peer.blockAction(posted, "next").ack();
    expect(peer.violations).toEqual([
      "ack /korea: unsupported type: nonsense [json-pointer:/blocks/1/type]",
      "ack next: the acknowledgement has a body, which nobody sees",
    ]);
  });
});

async function appPost(apiUrl: string, token: string): Promise<unknown> {
  const response = await fetch(`${apiUrl}chat.postMessage`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ channel: "C0GENERAL", text: "Hi", blocks: [button("next", "1")] }),
  });
  return response.json();
}

describe("HTTP mode", () => {
  test.each(["bad", "stale", "missing"] as const)(
    "a request with a %s signature is refused",
    async (signature) => {
      const { app, peer, log, start } = await bot({ mode: "http" });
      let asked = 0;
      app.command("/korea", async ({ ack }) => {
        asked += 1;
        await ack();
      });
      await start();
      const refused = { ok: false, error: "dispatch_failed", status: 401 };
      expect(await peer.slash({ command: "/korea", text: "", signature }).ack()).toEqual(refused);
      expect(await peer.slash({ command: "/korea", text: "" }).ack()).toEqual({ ok: true, body: undefined });
      expect(asked).toBe(1);
      expect(log).toHaveLength(1);
      expect(log[0]).toContain("Failed to verify authenticity");
    },
  );
});
