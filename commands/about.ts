import { cardOf } from "../src/core/about/card.ts";
import { choiceOf, unknownOf } from "../src/core/about/choice.ts";
import { CARD_SHAPE, cardJson, choicesJson } from "../src/core/about/json.ts";
import { nameOf } from "../src/core/about/names.ts";
import { overviewOf } from "../src/core/about/overview.ts";
import { partOf } from "../src/core/about/part.ts";
import { resolveName } from "../src/core/about/resolve.ts";
import { echo } from "../src/core/budget.ts";
import { defineCommand } from "../src/core/command.ts";
import { completeSubjects, valueOf } from "../src/core/complete-names.ts";
import { UserError } from "../src/core/errors.ts";
import type { Part } from "../src/messages/groups/about.ts";
import type { Messages } from "../src/messages/messages.ts";

const PARTS = ["positions", "events", "agreements", "excerpts", "names", "sources"] as const satisfies Part[];

/** `/korea about`: the card of an actor, place, weapon, agreement, programme or term. */
export const about = defineCommand({
  name: "about",
  description: (m) => m.about.description,
  primary: "name",
  options: {
    name: {
      type: "string",
      required: true,
      description: (m) => m.about.optionName,
      complete: (typed, ctx) => completeSubjects(typed, ctx).map((subject) => valueOf(subject, ctx)),
    },
    part: {
      type: "string",
      hidden: true,
      description: (m) => m.about.optionPart,
      choices: PARTS.map((value) => ({ value, label: (m: Messages) => m.about.parts[value] })),
    },
    offset: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.nextPage },
  },

  async run({ name, part, offset = 0 }, ctx) {
    const resolved = resolveName(name, ctx.library);
    if (resolved.type === "several") return choiceOf(name, resolved, ctx);
    if (resolved.type === "none") return unknownOf(name, resolved.near, ctx);
    const card = cardOf(resolved.subject, ctx);
    return part === undefined ? overviewOf(card, ctx) : partOf(card, part, offset, ctx);
  },

  jsonShape: CARD_SHAPE,
  async json({ name }, ctx) {
    const resolved = resolveName(name, ctx.library);
    if (resolved.type === "one") return cardJson(cardOf(resolved.subject, ctx), ctx);
    if (resolved.type === "several") return choicesJson(name, resolved.subjects);
    const meant = resolved.near.map((subject) => nameOf(subject, ctx.m.language));
    throw new UserError(
      ({ about }) =>
        `${about.unknown(echo(name))} ${meant.length === 0 ? about.advice : `${about.didYouMean} ${meant.join(", ")}`}`,
    );
  },
});
