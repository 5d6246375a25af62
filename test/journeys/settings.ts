import { defineCommand } from "../../src/core/command.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import { reply, text, type Form, type FormField, type RawValues } from "../../src/core/reply.ts";

/** A command that answers with a button, which opens a form, whose answer says what it was given. */
export function settings(fields: readonly FormField[]) {
  const form: Form = {
    type: "form",
    title: "Settings",
    command: "settings",
    values: { step: "saved" },
    fields,
  };
  return defineCommand({
    name: "settings",
    description: () => "Settings",
    options: {
      step: { type: "string", hidden: true, description: () => "Step" },
      at: { type: "string", description: () => "At" },
      query: { type: "string", description: () => "Query" },
    },
    run({ step, at, query }, ctx) {
      if (step === "edit") return Promise.resolve(form);
      const words = step === "saved" ? `${at} ${query ?? "nothing"} by ${ctx.user}` : "Settings";
      const edit = { label: "Edit", command: "settings", values: { step: "edit" } };
      return Promise.resolve(reply([{ type: "text", spans: [text(words)] }], [edit]));
    },
  });
}

/** A desk that remembers who asked it, and with which answers of forms, the latest last. */
export function remembering() {
  const askers: Asker[] = [];
  const answers: RawValues[] = [];
  const around = (desk: Desk): Desk => ({
    ...desk,
    run(call, asker) {
      askers.push(asker);
      return desk.run(call, asker);
    },
    runText(line, asker) {
      askers.push(asker);
      return desk.runText(line, asker);
    },
    press(key, asker, fields) {
      askers.push(asker);
      if (fields !== undefined) answers.push(fields);
      return desk.press(key, asker, fields);
    },
  });
  return { askers, answers, around };
}
