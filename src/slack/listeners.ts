import type { App, BlockButtonAction, RespondArguments, RespondFn } from "@slack/bolt";
import { atMost, within } from "../core/deadline.ts";
import type { Asker, Desk } from "../core/desk.ts";
import type { Logger } from "../core/logger.ts";
import { SeenLately } from "../core/once.ts";
import type { Action, Form, Reply } from "../core/reply.ts";
import type { Tenant } from "../core/tenant.ts";
import { usageOf } from "../core/usage.ts";
import { describeError } from "./endings.ts";
import { unescapeTyped } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { renderReply, type SlackMessage } from "./render.ts";

/** Milliseconds after which an answer that is not ready follows later: the acknowledgement must be in time. */
const PATIENCE = LIMITS.firstResponse / 2;
/** Milliseconds for one call to Slack. */
const DEADLINE = 10_000;

/** What listeners need. */
export interface ListenerParts {
  desk: Desk;
  log: Logger;
  /** Locale of a person. */
  localeOf(user: string): Promise<string>;
}

/** Answers `/korea …` and clicks on what it answered. */
export function addListeners(app: App, { desk, log, localeOf }: ListenerParts): void {
  const seen = new SeenLately();
  // Slack sends again what it believes was not acknowledged; a trigger id belongs to one thing that a person did.
  const once = async (id: string, run: () => Promise<void>, repeated: () => Promise<void>): Promise<void> => {
    if (!seen.first(id)) return repeated();
    try {
      await run();
    } catch (error) {
      seen.forget(id);
      log.warn({ platform: "slack", error: describeError(error) }, "an answer did not arrive");
    }
  };

  app.command("/korea", ({ command, ack, respond }) =>
    once(
      command.trigger_id,
      async () => {
        const answer = answerTo(command.text, command.user_id, tenantOf(command));
        const ready = await within(answer, PATIENCE);
        if (ready !== null) return ack({ response_type: "ephemeral", ...ready });
        await ack();
        await send(respond, { response_type: "ephemeral", ...(await answer) });
      },
      () => ack(),
    ),
  );

  const answerTo = async (typed: string, user: string, tenant: Tenant): Promise<SlackMessage> => {
    const asker = { tenant, locale: await localeOf(user) };
    return render(await desk.runText(unescapeTyped(typed), asker), asker);
  };

  app.action<BlockButtonAction>(/^(?:new|update):\d+$/u, ({ action, body, ack, respond }) =>
    once(
      body.trigger_id,
      async () => {
        await ack();
        const asker = { tenant: tenantOf(fromBody(body)), locale: await localeOf(body.user.id) };
        const message = await render(await desk.press(action.value ?? "", asker), asker);
        const replace = action.action_id.startsWith("update:");
        await send(respond, { response_type: "ephemeral", replace_original: replace, ...message });
      },
      () => ack(),
    ),
  );

  // A slash command that lacks something is answered with how to write it: the person is at the keyboard already.
  const render = (answer: Reply | Form, asker: Asker): Promise<SlackMessage> => {
    const keep = (action: Action) => desk.keep(action, asker);
    return renderReply(answer.type === "form" ? usageOf(answer, asker) : answer, keep).catch(
      (error: unknown) => renderReply(desk.apology(error, asker), keep),
    );
  };
}

function send(respond: RespondFn, message: RespondArguments): Promise<unknown> {
  return atMost(respond(message), DEADLINE, "an answer");
}

interface Origin {
  team_id?: string | undefined;
  enterprise_id?: string | undefined;
  is_enterprise_install?: string | boolean | undefined;
}

/** An installation in a whole organisation is one tenant; else each workspace is. */
function tenantOf({
  team_id: team,
  enterprise_id: enterprise,
  is_enterprise_install: whole,
}: Origin): Tenant {
  const inOrganisation = enterprise !== undefined && (whole === true || whole === "true");
  return inOrganisation ? `slack:enterprise:${enterprise}` : `slack:team:${team ?? "unknown"}`;
}

function fromBody(body: BlockButtonAction): Origin {
  return {
    team_id: body.user.team_id ?? body.team?.id,
    enterprise_id: body.enterprise?.id,
    is_enterprise_install: body.is_enterprise_install,
  };
}
