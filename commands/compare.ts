import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea compare` */
export const compare = defineCommand({
  name: "compare",
  description: (m) => m.compare.description,
  primary: "topic",
  options: { topic: { type: "string", required: true, description: (m) => m.compare.description } },

  async run(_, { m }) {
    return reply([note(m.compare.description)]);
  },
});
