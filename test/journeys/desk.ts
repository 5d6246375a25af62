import { commands as real } from "../../commands/index.ts";
import { defineCommand, type Command } from "../../src/core/command.ts";
import { createDesk } from "../../src/core/desk.ts";
import type { Entry } from "../../src/core/document.ts";
import { excerptOf } from "../../src/core/excerpt.ts";
import { lookUp } from "../../src/core/look-up.ts";
import { quoteOf } from "../../src/core/quote.ts";
import { reply, text } from "../../src/core/reply.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { NOW, libraryOf, type OpenedDesk } from "../core/samples.ts";

/** Opens a desk with these commands over these documents; the store is in memory. */
export async function openDeskWith(
  commands: readonly Command[],
  entries: readonly Entry[],
): Promise<OpenedDesk> {
  const now = () => NOW;
  const store = await openStore({ path: ":memory:", now });
  await store.save("import", entries);
  const library = libraryOf(entries);
  const reported: unknown[] = [];
  const report = (error: unknown) => `ref-${reported.push(error)}`;
  return {
    desk: createDesk({ library, commands, store, report, now, zone: "UTC" }),
    store,
    library,
    reported,
  };
}

/** Posts an excerpt for everybody, whoever asks: the platform must see to it that only those do who may. */
const share = defineCommand({
  name: "share",
  description: () => "Share",
  hidden: true,
  options: { id: { type: "string", required: true, description: () => "Id" } },
  async run({ id }, ctx) {
    const { document, version, marked } = await lookUp(id, ctx);
    const { start, end } = marked!;
    const who = ctx.name ?? "?";
    const words = ctx.m.language === "ko" ? `${who} 님이 공유했습니다` : `Shared by ${who}`;
    const quote = quoteOf(excerptOf(version, start, end), document, ctx);
    return { ...reply([{ type: "text", spans: [text(words)] }, quote]), shared: true };
  },
});

/** Says what it was given. */
const check = defineCommand({
  name: "check",
  description: () => "Check",
  primary: "quote",
  onMessage: "quote",
  options: { quote: { type: "string", required: true, description: () => "Quote" } },
  run: ({ quote }) => Promise.resolve(reply([{ type: "text", spans: [text(`Given: ${quote}`)] }])),
});

/** Completes what is typed to as many numbered names as it says, such as `Kim 30`. */
const about = defineCommand({
  name: "about",
  description: () => "About",
  primary: "name",
  options: {
    name: {
      type: "string",
      required: true,
      description: () => "Name",
      complete: (typed, { m }) => {
        if (typed === "broken") throw new Error("a defect");
        if (typed === "odd") return ["", " ", "x".repeat(101), "x".repeat(100), "twice", "twice", "a\u202Eb"];
        const count = Number(/\d+$/u.exec(typed)?.[0] ?? 0);
        return Array.from({ length: count }, (_, index) => `${typed} ${m.language} ${index + 1}`);
      },
    },
    count: { type: "integer", min: 1, max: 9, description: () => "Count" },
  },
  run: ({ name }) => Promise.resolve(reply([{ type: "text", spans: [text(`About: ${name}`)] }])),
});

/** The real search, and commands that do no more than what a platform must carry. */
export const CARRIED: readonly Command[] = [
  ...real.filter(({ name }) => name === "search" || name === "read"),
  check,
  about,
  share,
];
