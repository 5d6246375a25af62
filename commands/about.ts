import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea about` */
export const about = defineCommand({
  name: "about",
  description: (m) => m.about.description,
  primary: "name",
  options: { name: { type: "string", required: true, description: (m) => m.about.description } },

  async run(_, { m }) {
    return reply([note(m.about.description)]);
  },
});
