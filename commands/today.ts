import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea today` */
export const today = defineCommand({
  name: "today",
  description: (m) => m.today.description,
  primary: "date",
  options: { date: { type: "date", description: (m) => m.today.description } },

  async run(_, { m }) {
    return reply([note(m.today.description)]);
  },
});
