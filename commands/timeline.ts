import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea timeline` */
export const timeline = defineCommand({
  name: "timeline",
  description: (m) => m.timeline.description,
  primary: "about",
  options: { about: { type: "string", description: (m) => m.timeline.description } },

  async run(_, { m }) {
    return reply([note(m.timeline.description)]);
  },
});
