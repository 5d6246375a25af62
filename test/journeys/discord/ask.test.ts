import { GatewayDispatchEvents, InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import type { Form } from "../../../src/core/reply.ts";
import type { Tenant } from "../../../src/core/tenant.ts";
import { entryOf } from "../../core/samples.ts";
import { CALLBACK, answers, button, buttons, gate, read, running } from "./harness.ts";

const SEARCH = { name: "korea search", options: { query: "Beijing meeting" } };
const FIRST_PAGE = [
  "### 7 excerpts for “Beijing meeting”: 1–5",
  "> The **Beijing** **meeting** had 2 rounds.",
  "-# **news** · “Round 10”, outlet unknown, undated · English",
];
const EXPIRED = "-# This choice is no longer kept (choices last 90 days). Search again.";

describe("a slash command", () => {
  test("is answered at once, to the asker only, without pinging anyone", async () => {
    const { peer, log } = await running();
    const asked = peer.command(SEARCH);
    const { type, message, followUps } = await asked.response();
    expect(type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(read(message!).slice(0, 3)).toEqual(FIRST_PAGE);
    expect(buttons(message!).map(({ label }) => label)).toEqual([
      ...Array.from({ length: 5 }, () => ["Context", "Share", "Cite"]).flat(),
      "Next",
    ]);
    expect(message!.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    expect(peer.messages(peer.channel.id)).toEqual([]);
    expect(followUps).toEqual([]);
    const [sent] = peer.requests.filter(({ route }) => route === CALLBACK);
    expect(sent!.body).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
    expect(log.lines).toEqual([
      `info Discord is ready ${JSON.stringify({ platform: "discord", bot: "korea-desk", commands: "registered" })}`,
    ]);
  });

  test.each([
    ["a server", {}],
    ["a direct message", { guild: null }],
  ])("in %s is answered in Korean to whoever has chosen Korean", async (_, where) => {
    const { peer } = await running();
    const answer = await peer.command({ ...SEARCH, ...where, locale: "ko" }).message();
    expect(read(answer).slice(0, 3)).toEqual([
      "### ‘Beijing meeting’ 인용 7건 중 1–5",
      "> The **Beijing** **meeting** had 2 rounds.",
      "-# **뉴스** · 「Round 10」, 매체 미상, 날짜 미상 · 영어",
    ]);
    expect(buttons(answer).map(({ label }) => label)).toEqual([
      ...Array.from({ length: 5 }, () => ["문맥 보기", "공유", "서지"]).flat(),
      "다음",
    ]);
    const other = await peer.command({ ...SEARCH, ...where }).message();
    expect(read(other)[0]).toBe(FIRST_PAGE[0]);
  });

  test("with options is searched with them", async () => {
    const { peer } = await running();
    const options = { query: "Beijing", kind: "opinion", from: "2018-03" };
    const answer = await peer.command({ name: "korea search", options }).message();
    expect(read(answer)[1]).toBe("-# Without the filters there are 7 excerpts.");
    const all = await peer.button(answer, button(answer, "Search without the filters")).response();
    expect(all.type).toBe(InteractionResponseType.UpdateMessage);
    expect(read(all.message!)[0]).toBe("### 7 excerpts for “Beijing”: 1–5");
  });

  test("that finds nothing says so, what was typed made harmless", async () => {
    const { peer } = await running();
    const options = { query: "nowhere <@1> **x** @everyone" };
    const answer = await peer.command({ name: "korea search", options }).message();
    expect(read(answer)[0]).toBe(
      String.raw`-# Nothing found for “nowhere \<@1> \*\*x\*\* \@everyone” in 7 documents.`,
    );
  });

  test("whose answer takes long is announced, then answered", async () => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      run: async (...asked) => {
        await slow.wait;
        return desk.run(...asked);
      },
    });
    const { peer } = await running({ around });
    const asked = peer.command(SEARCH);
    const announced = await asked.acknowledged();
    expect(announced.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect(announced.message!.flags).toBe(MessageFlags.Ephemeral | MessageFlags.Loading);
    slow.open();
    const answer = await asked.message();
    expect(read(answer).slice(0, 3)).toEqual(FIRST_PAGE);
    expect(answer.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    expect(peer.messages(peer.channel.id)).toEqual([]);
    const edit = peer.requests.find(({ method }) => method === "PATCH");
    expect(edit!.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  test("delivered twice is answered once", async () => {
    const { peer } = await running();
    const asked = peer.command(SEARCH);
    const again = asked.interaction;
    await asked.message();
    peer.gateway.dispatch(GatewayDispatchEvents.InteractionCreate, again, peer.guild.id);
    await peer.command({ name: "korea help" }).message();
    expect(answers(peer)).toBe(2);
  });
});

describe("a button", () => {
  test("for the context gives a new message, Next and Previous change the one they stand in", async () => {
    const { peer } = await running();
    const first = await peer.command(SEARCH).message();
    const context = await peer.button(first, button(first, "Context")).response();
    expect(context.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(context.message!.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    expect(read(context.message!)).toEqual([
      `${FIRST_PAGE[2]!.replace("-# ", "")} · \`doc-0@25b2608c:18-51\``,
      "> The visit began.",
      "> **The Beijing meeting had 2 rounds.**",
      "> It ended.",
      "-# Passages 1–3 of 3",
    ]);
    const next = await peer.button(first, button(first, "Next")).response();
    expect(next.type).toBe(InteractionResponseType.UpdateMessage);
    expect(next.message!.id).toBe(first.id);
    expect(read(next.message!)[0]).toBe("### 7 excerpts for “Beijing meeting”: 6–7");
    expect(buttons(next.message!).map(({ label }) => label)).toEqual([
      "Context",
      "Share",
      "Cite",
      "Context",
      "Share",
      "Cite",
      "Previous",
    ]);
    const back = await peer.button(next.message!, button(next.message!, "Previous")).response();
    expect(read(back.message!)).toEqual(read(first));
    const updates = peer.requests.filter(({ route }) => route === CALLBACK).slice(2);
    for (const { body } of updates) expect(body).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
  });

  test("whose answer takes long is announced without a new message, then changes its own", async () => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({
      ...desk,
      press: async (...asked) => {
        await slow.wait;
        return desk.press(...asked);
      },
    });
    const { peer } = await running({ around });
    const first = await peer.command(SEARCH).message();
    const pressed = peer.button(first, button(first, "Next"));
    expect((await pressed.acknowledged()).type).toBe(InteractionResponseType.DeferredMessageUpdate);
    slow.open();
    const { message } = await pressed.response();
    expect(message!.id).toBe(first.id);
    expect(read(message!)[0]).toBe("### 7 excerpts for “Beijing meeting”: 6–7");
  });

  test("of help asks its question", async () => {
    const documents = [entryOf("The Hanoi summit ended with no agreement.")];
    const { peer } = await running({ documents });
    const help = await peer.command({ name: "korea help" }).message();
    expect(read(help)[0]).toBe("### Korea Desk");
    const [example] = buttons(help);
    expect(example!.label).toBe("Hanoi summit no agreement");
    const answer = await peer.button(help, example!.custom_id).response();
    expect(answer.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(read(answer.message!)[0]).toBe("### 1 excerpt for “Hanoi summit no agreement”");
  });

  test("whose action is kept no longer says so", async () => {
    const around = (desk: Desk): Desk => ({ ...desk, keep: () => Promise.resolve("no-longer-kept") });
    const { peer } = await running({ around });
    const first = await peer.command(SEARCH).message();
    const clicked = await peer.button(first, button(first, "Context")).message();
    expect(read(clicked)).toEqual([EXPIRED]);
  });

  test("that holds another server's action says the same", async () => {
    let first: Tenant | null = null;
    // In the second server the buttons hold the keys of actions kept for the first one.
    const around = (desk: Desk): Desk => ({
      ...desk,
      keep: (action, asker) => {
        first ??= asker.tenant;
        return desk.keep(action, { ...asker, tenant: first });
      },
    });
    const { peer } = await running({ around });
    const other = peer.addGuild({ name: "Other" });
    const mine = await peer.command(SEARCH).message();
    const theirs = await peer.command({ ...SEARCH, guild: other.id }).message();
    expect(buttons(theirs).map((each) => each.custom_id)).toEqual(
      buttons(mine).map((each) => each.custom_id),
    );
    expect(read(await peer.button(mine, button(mine, "Context")).message())).toHaveLength(5);
    expect(read(await peer.button(theirs, button(theirs, "Context")).message())).toEqual([EXPIRED]);
  });
});

describe("a form", () => {
  const FORM: Form = {
    type: "form",
    title: "/korea search",
    command: "search",
    values: { kind: "news" },
    fields: [{ name: "query", label: "What to look for" }],
  };
  const STILL_NEEDED = "-# /korea search still needs: What to look for. Write it behind the command.";

  test("opens a window whose answer runs the command", async () => {
    const around = (desk: Desk): Desk => ({ ...desk, run: () => Promise.resolve(FORM) });
    const { peer } = await running({ around });
    const opened = peer.command(SEARCH);
    const { type, modal } = await opened.response();
    expect([type, modal!.title]).toEqual([InteractionResponseType.Modal, "/korea search"]);
    const answer = await peer.submit(opened, { query: "Beijing meeting" }).response();
    expect(answer.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(answer.message!.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    expect(read(answer.message!).slice(0, 3)).toEqual(FIRST_PAGE);
  });

  test("that is sent without words says what is needed", async () => {
    const around = (desk: Desk): Desk => ({ ...desk, run: () => Promise.resolve(FORM) });
    const { peer } = await running({ around });
    const opened = peer.command(SEARCH);
    await opened.response();
    const answer = await peer.submit(opened, { query: " " }).message();
    expect(read(answer)).toEqual([
      "-# /korea search still needs: What to look for, in your own words. Write it behind the command.",
    ]);
  });

  test("that comes too late for a window says what is needed", async () => {
    const slow = gate();
    const around = (desk: Desk): Desk => ({ ...desk, run: () => slow.wait.then(() => FORM) });
    const { peer } = await running({ around });
    const asked = peer.command(SEARCH);
    await asked.acknowledged();
    slow.open();
    expect(read(await asked.message())).toEqual([STILL_NEEDED]);
  });
});
