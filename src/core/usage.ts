import { messagesFor } from "../messages/index.ts";
import type { Asker } from "./desk.ts";
import { note, reply, type Form, type Reply } from "./reply.ts";

/** What a form would ask, told where it cannot be opened. */
export function usageOf({ title, fields }: Form, { locale }: Asker): Reply {
  const labels = fields.map(({ label }) => label);
  return reply([note(messagesFor(locale).stillNeeded(title, labels))]);
}
