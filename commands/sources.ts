import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea sources` */
export const sources = defineCommand({
  name: "sources",
  description: (m) => m.sources.description,
  options: {},

  async run(_, { m }) {
    return reply([note(m.sources.description)]);
  },
});
