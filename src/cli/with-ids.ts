import { code, reply, text, type Block, type Reply } from "../core/reply.ts";

/**
 * A reply without choices: the program has ended when somebody could make one. Behind the citation of an excerpt stands
 * the id by which `read` and `cite` take it instead.
 */
export function withIds({ blocks }: Reply): Reply {
  return reply(blocks.map((block) => (block.type === "quote" ? withId(block) : block)));
}

function withId(quote: Extract<Block, { type: "quote" }>): Block {
  const id = quote.actions.find(({ command }) => command === "read" || command === "cite")?.values["id"];
  const isShown = id === undefined || quote.citation.some((span) => span.text.includes(String(id)));
  const citation = isShown ? quote.citation : [...quote.citation, text(" · "), code(String(id))];
  return { ...quote, citation, actions: [] };
}
