import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea cite` */
export const cite = defineCommand({
  name: "cite",
  description: (m) => m.cite.description,
  primary: "id",
  options: { id: { type: "string", required: true, description: (m) => m.cite.description } },

  async run(_, { m }) {
    return reply([note(m.cite.description)]);
  },
});
