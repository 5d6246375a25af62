import { subscriptionListMessages } from "../../messages/groups/subscription-list.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Options } from "../option.ts";
import type { Action, RawValues } from "../reply.ts";
import type { Subscription } from "../subscription.ts";

/** Which part of which list somebody is looking at. */
export interface ListPlace {
  /** Whether those of all channels are listed. */
  readonly all?: boolean | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
}

/** Pages that a list can have at most: far more than there may be subscriptions. */
const PAGES_MAX = 1_000;

/** The options that say where in a list somebody is. */
export const PLACE_OPTIONS = {
  all: {
    type: "boolean",
    alsoCalled: ["모두", "전체", "전부"],
    description: (m) => subscriptionListMessages(m).optionAll,
  },
  page: {
    type: "integer",
    min: 1,
    max: PAGES_MAX,
    description: (m) => subscriptionListMessages(m).optionPage,
  },
} as const satisfies Options;

/** What a button of a subscription gives to its command. */
export const BUTTON_OPTIONS = {
  id: { type: "string", required: true, description: (m) => m.optionId },
  ...PLACE_OPTIONS,
} as const satisfies Options;

/** A place as values of an action. */
export function placeValues({ all = false, page = 1 }: ListPlace): RawValues {
  return { ...(all ? { all } : {}), ...(page > 1 ? { page } : {}) };
}

/** Leads to the list. */
export function toList(label: string, place: ListPlace): Action {
  return { label, command: "subscriptions", values: placeValues(place), replaces: true };
}

/** Shows what would be posted now. */
export function toPreview(label: string, { id }: Subscription): Action {
  return { label, command: "subscription-preview", values: { id } };
}

/** What can be done with a subscription of a list, by its number there; five, so that each has a row of its own on Discord. */
export function actionsOn(
  subscription: Subscription,
  number: number,
  place: ListPlace,
  m: Messages,
): Action[] {
  const say = subscriptionListMessages(m);
  const values = { id: subscription.id, ...placeValues(place) };
  const label = (name: string) => say.numbered(name, number);
  const change = (name: string, command: string): Action => ({
    label: label(name),
    command,
    values,
    replaces: true,
  });
  return [
    toPreview(label(say.preview), subscription),
    subscription.state === "paused"
      ? change(say.resume, "subscription-resume")
      : change(say.pause, "subscription-pause"),
    { label: label(say.edit), command: "subscription-edit", values: { id: subscription.id } },
    { label: label(say.history), command: "subscription-history", values },
    change(say.remove, "subscription-remove"),
  ];
}
