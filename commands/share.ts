import { defineCommand } from "../src/core/command.ts";
import { note, reply } from "../src/core/reply.ts";

/** `/korea share` */
export const share = defineCommand({
  name: "share",
  description: (m) => m.share.description,
  primary: "id",
  hidden: true,
  options: { id: { type: "string", required: true, description: (m) => m.share.description } },

  async run(_, { m }) {
    return reply([note(m.share.description)]);
  },
});
