import { checkMessage, checkView } from "./body.ts";
import type { Answer } from "./interaction.ts";
import { isJson, str } from "./json.ts";
import { addView, changeView, hasRoom } from "./methods-views.ts";
import { respond, type ResponseTarget } from "./response-url.ts";
import type { PeerView } from "./view.ts";
import type { World } from "./world.ts";

/**
 * Where an acknowledgement goes: a message for a command, a `response_action` for a form, nothing for the
 * rest.
 */
export type Expecting =
  | { kind: "message"; command: string; target: ResponseTarget }
  | { kind: "form"; view: PeerView; target: ResponseTarget }
  | { kind: "nothing"; what: string; target: ResponseTarget };

/** What Slack does with an acknowledgement, and shows the person. */
export function acknowledge(world: World, answer: Answer, expecting: Expecting): void {
  const { log } = expecting.target;
  const fail = (error: string): void => {
    const what = expecting.kind === "message" ? expecting.command : "The app";
    log.show({ kind: "failed", error, text: `${what} failed with the error "${error}"` });
  };
  if (!answer.ok) return fail(answer.error);
  const { body } = answer;
  if (expecting.kind === "form") return submitted(world, body, expecting, fail);
  if (body === undefined) return;
  if (expecting.kind === "nothing") {
    // block_actions and shortcuts take an empty acknowledgement only (their envelopes say
    // accepts_response_payload: false): what stands in it is never seen.
    world.violate(expecting.what, ["the acknowledgement has a body, which nobody sees"]);
    return;
  }
  const fault = isJson(body) ? checkMessage(body, world.limits) : undefined;
  if (!isJson(body) || fault !== undefined) {
    world.violate(`ack ${expecting.command}`, fault?.problems ?? ["not a JSON object"]);
    return fail(fault?.error ?? "invalid_payload");
  }
  respond(world, expecting.target, body, "ack");
}

/**
 * docs.slack.dev/surfaces/modals: response_action "errors", "update", "push", "clear"; an empty one closes
 * the view.
 */
function submitted(
  world: World,
  body: unknown,
  { view, target }: Expecting & { kind: "form" },
  fail: (error: string) => void,
): void {
  const { log, workspace } = target;
  const refuse = (problems: readonly string[]): void => {
    world.violate("ack view_submission", problems);
    fail("invalid_arguments");
  };
  if (body === undefined) {
    view.open = false;
    return log.show({ kind: "closed", all: view.previous_view_id === null });
  }
  if (!isJson(body)) return refuse(["not a JSON object"]);
  switch (str(body.response_action) ?? "") {
    case "clear": {
      for (const one of world.views.values()) if (one.root_view_id === view.root_view_id) one.open = false;
      return log.show({ kind: "closed", all: true });
    }
    case "errors": {
      const errors = isJson(body.errors) ? (body.errors as Record<string, string>) : {};
      const inputs = view.blocks.filter((block) => block.type === "input").map((block) => block.block_id);
      const strange = Object.keys(errors).filter((id) => !inputs.includes(id));
      if (Object.keys(errors).length === 0) return refuse(["errors names no input block"]);
      if (strange.length > 0) return refuse(strange.map((id) => `errors names no input block: ${id}`));
      return log.show({ kind: "errors", errors });
    }
    case "update":
    case "push": {
      const how = body.response_action as "update" | "push";
      const problems = checkView(body.view, world.limits);
      if (how === "push" && !hasRoom(world, view)) problems.push("push_limit_reached");
      if (problems.length > 0 || !isJson(body.view)) return refuse(problems);
      const next =
        how === "update"
          ? changeView(world, view, body.view)
          : addView(world, workspace, view.user, body.view, view);
      return log.show({ kind: "view", view: next, how });
    }
    default:
      return refuse([`unknown response_action: ${String(body.response_action)}`]);
  }
}
