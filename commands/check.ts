import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea check` */
export const check = defineCommand({
  name: "check",
  description: (m) => m.check.description,
  primary: "quote",
  onMessage: "quote",
  options: { quote: { type: "string", required: true, description: (m) => m.check.description } },

  async run(_, { m }) {
    return reply([note(m.check.description)]);
  },
});
