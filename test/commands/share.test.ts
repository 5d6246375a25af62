import { describe, expect, it } from "vitest";
import { REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import type { Entry } from "../../src/core/document.ts";
import { excerptId } from "../../src/core/excerpt.ts";
import type { Reply } from "../../src/core/reply.ts";
import { asReply, dateOf, entryOf, openDeskOver, quotesOf, wordsOf } from "../core/samples.ts";

const MINA: Asker = { tenant: "discord:guild:1", locale: "en", name: "Mina *<@1>*", mayPost: true };

const ENTRY = entryOf("The talks went on. 👩‍👩‍👧 came.\n\nNobody left.", {
  id: "doc",
  title: "Talks",
  outlet: "Xinhua News Agency",
  outletId: "xinhua",
  country: "CN",
  ownership: "state",
  date: dateOf("2018-03-28"),
});

async function share(desk: Desk, id: string, asker = MINA): Promise<Reply> {
  return asReply(await desk.run({ command: "share", values: { id } }, asker));
}

function idOf({ version }: Entry, words: string): string {
  const start = version.body.indexOf(words);
  return excerptId({ version, start, end: start + words.length });
}

describe("sharing an excerpt", () => {
  it("posts it for everybody with who shared it, and no button to share it again", async () => {
    const { desk } = await openDeskOver([ENTRY]);
    const id = idOf(ENTRY, "The talks went on.");
    const reply = await share(desk, id);
    expect(reply).toEqual({
      type: "reply",
      shared: true,
      actions: [],
      blocks: [
        {
          type: "quote",
          excerpt: expect.objectContaining({ text: "The talks went on.", cutEnd: true }) as unknown,
          citation: [
            { type: "strong", text: "news" },
            {
              type: "text",
              text: " · “Talks”, Xinhua News Agency (China, state media), 28 March 2018 · English",
            },
          ],
          actions: [
            { label: "Context", command: "read", values: { id } },
            { label: "Cite", command: "cite", values: { id } },
          ],
        },
        { type: "note", spans: [{ type: "text", text: "Shared by Mina *<@1>*" }] },
      ],
    });
  });

  it("names nobody where the name is not known", async () => {
    const { desk } = await openDeskOver([ENTRY]);
    const { name: _, ...nameless } = MINA;
    for (const asker of [nameless, { ...MINA, name: "" }, { ...MINA, name: " \u3000\n" }]) {
      expect(wordsOf(await share(desk, idOf(ENTRY, "Nobody left."), asker))).toEqual([
        "Shared from Korea Desk",
      ]);
    }
    expect(
      wordsOf(await share(desk, idOf(ENTRY, "Nobody left."), { ...MINA, name: " 미나 ", locale: "ko" })),
    ).toEqual(["미나 님이 공유함"]);
  });

  it("is what the button beside an excerpt does", async () => {
    const { desk } = await openDeskOver([ENTRY]);
    const found = asReply(await desk.runText("nobody left", MINA));
    const [quote] = found.blocks.filter(({ type }) => type === "quote");
    const button =
      quote?.type === "quote" ? quote.actions.find(({ command }) => command === "share") : undefined;
    const reply = asReply(await desk.press(await desk.keep(button!, MINA), MINA));
    expect([reply.shared, quotesOf(reply)]).toEqual([true, quotesOf(found)]);
  });

  it("shares nothing for who may not post", async () => {
    const { desk } = await openDeskOver([ENTRY]);
    for (const asker of [
      { ...MINA, mayPost: false },
      { tenant: MINA.tenant, locale: "en" },
    ]) {
      const reply = await share(desk, idOf(ENTRY, "Nobody left."), asker);
      expect([reply.shared, quotesOf(reply), wordsOf(reply)]).toEqual([
        undefined,
        [],
        ["You may not post here, so nothing was shared. Share it where you may write."],
      ]);
    }
  });

  it("shares words of an earlier version, saying that there are newer ones", async () => {
    const newer = entryOf("The talks failed.", ENTRY.document);
    const { desk, store } = await openDeskOver([ENTRY, newer]);
    const reply = await share(desk, idOf(ENTRY, "The talks went on."));
    expect(reply.shared).toBe(true);
    expect(quotesOf(reply)).toEqual(["The talks went on."]);
    expect(wordsOf(reply)).toEqual([
      "This is an earlier version: the document has other words now.",
      "Shared by Mina *<@1>*",
    ]);
    store.close();
  });

  it("shares whole characters where an id names half of one", async () => {
    const { desk, reported } = await openDeskOver([ENTRY]);
    expect(quotesOf(await share(desk, excerptId({ version: ENTRY.version, start: 19, end: 21 })))).toEqual([
      "👩‍👩‍👧",
    ]);
    expect(reported).toEqual([]);
  });

  it("says why an id cannot be shared", async () => {
    const long = entryOf("*".repeat(1_700), { id: "long" });
    const { desk, reported } = await openDeskOver([ENTRY, long]);
    const hash8 = ENTRY.version.sha256.slice(0, 8);
    const said = async (id: string) => {
      const reply = await share(desk, id);
      expect(reply.shared).toBeUndefined();
      return wordsOf(reply)[0];
    };
    expect(await said("doc")).toBe(
      "This is the id of a whole document, and only an excerpt can be shared. Search for it and press Share beside " +
        "the excerpt.",
    );
    expect(await said(`doc@${hash8}:0-40`)).toBe(
      "These words do not lie inside one paragraph, so they cannot be quoted as one. Search for them and press Share " +
        "beside an excerpt.",
    );
    expect(await said(excerptId({ version: long.version, start: 0, end: 1_700 }))).toBe(
      "This excerpt is too long for one message, and excerpts are never cut. Search for the words that matter and " +
        "share those.",
    );
    expect(await said("doc@00000000:0-5")).toBe(
      "doc@00000000:0-5 names words that this document does not have or that are no longer kept. Search again to " +
        "quote what it says now.",
    );
    expect(await said("dok")).toBe("There is no document “dok” here. Did you mean doc?");
    expect(reported).toEqual([]);
  });

  it("fits a message, whatever the name", async () => {
    const { desk } = await openDeskOver([ENTRY]);
    const reply = await share(desk, idOf(ENTRY, "Nobody left."), { ...MINA, name: "*".repeat(5_000) });
    expect(reply.blocks.reduce((sum, block) => sum + costOf(block), 0)).toBeLessThanOrEqual(REPLY_MAX);
    expect(wordsOf(reply)[0]).toBe(`Shared by ${"*".repeat(119)}…`);
  });

  it("cannot be typed", async () => {
    const { desk } = await openDeskOver([ENTRY]);
    const reply = asReply(await desk.runText(`/korea share ${idOf(ENTRY, "Nobody left.")}`, MINA));
    expect(reply.shared).toBeUndefined();
  });
});
