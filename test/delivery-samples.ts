import { excerptOf } from "../src/core/excerpt.ts";
import { note, strong, text, type Reply } from "../src/core/reply.ts";
import { entryOf } from "./core/samples.ts";

/** Words that mean something in one platform's markup or the other's. */
export const HOSTILE =
  "@everyone <@123456789012345678> <!channel> **bold** [bank](https://evil.example) <https://evil.example|x>";

/** A digest of one item, whose words are hostile all over. */
export function hostileDigest(): Reply {
  const { version } = entryOf(`${HOSTILE} and the summit went on.`, { id: "doc" });
  const excerpt = excerptOf(version, 0, HOSTILE.length + 12, [{ start: 0, end: 9 }]);
  return {
    type: "reply",
    blocks: [
      { type: "heading", spans: [strong(HOSTILE)] },
      {
        type: "quote",
        excerpt,
        citation: [text(HOSTILE)],
        actions: [{ label: HOSTILE, command: "read", values: { id: "doc" } }],
      },
      note(HOSTILE),
    ],
    actions: [{ label: "More", command: "search", values: { query: HOSTILE }, replaces: true }],
  };
}

/** A digest without a button. */
export const PLAIN: Reply = { type: "reply", blocks: [note("No news today.")], actions: [] };

/** Keeps nothing and gives a key of the length that keys have. */
export const keep = (): Promise<string> => Promise.resolve("k".repeat(22));
