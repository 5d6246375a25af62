import { defineCommand } from "../../src/core/command.ts";
import { showDays } from "../../src/core/digest/days.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Form, FormField } from "../../src/core/reply.ts";
import { TYPED_OPTIONS } from "../../src/core/subscriptions/typed.ts";
import { subscriptionListMessages } from "../../src/messages/groups/subscription-list.ts";
import { subscriptionMessages } from "../../src/messages/groups/subscriptions.ts";

/** What the button Edit runs: a window with what the subscription is now, or with what was typed there before. */
export const edit = defineCommand({
  name: "subscription-edit",
  description: (m) => subscriptionListMessages(m).edit,
  hidden: true,
  requires: "manage",
  options: TYPED_OPTIONS,

  async run({ id, ...typed }, { subscriptions, m }): Promise<Form> {
    const found = await subscriptions.get(id);
    if (found === null) throw new UserError((s) => subscriptionListMessages(s).gone);
    const say = subscriptionMessages(m);
    const isAgain = Object.keys(typed).length > 0;
    const days = showDays(new Set(found.days), m);
    // What was left blank before stays blank.
    const query = isAgain ? typed.query : (found.query ?? undefined);
    const fields: FormField[] = [
      { name: "at", label: say.fieldAt, value: typed.at ?? found.at },
      { name: "timezone", label: say.fieldTimezone, value: typed.timezone ?? found.zone },
      { name: "days", label: say.fieldDays, value: typed.days ?? days },
      {
        name: "query",
        label: say.fieldQuery,
        optional: true,
        ...(query === undefined ? {} : { value: query }),
      },
      { name: "quiet", label: say.fieldQuiet, value: typed.quiet ?? (found.quiet ? say.yes : say.no) },
    ];
    return { type: "form", title: say.formTitle, command: "subscription-change", values: { id }, fields };
  },
});
