import { word } from "./args.ts";
import { checkView } from "./body.ts";
import type { InteractionLog } from "./interaction.ts";
import { isJson, str, type Json } from "./json.ts";
import { withIds } from "./messages.ts";
import { need, refuse, Refusal, type Call, type Method } from "./method.ts";
import type { Workspace } from "./options.ts";
import type { PeerView } from "./view.ts";
import type { World } from "./world.ts";

/** A trigger_id lives 3 seconds: docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const TRIGGER_MS = 3000;

/** push_limit_reached: "Currently the limit is 3." docs.slack.dev/reference/methods/views.push#errors */
const STACK = 3;

const fields = (world: World, view: Json): Omit<PeerView, "id" | "team" | "user" | "open" | StackField> => ({
  ...(structuredClone(view) as unknown as PeerView),
  blocks: withIds(view.blocks, () => world.id("b")),
  hash: world.id("hash-"),
});
type StackField = "previous_view_id" | "root_view_id";

/** A view that has been checked, opened for a person, alone or upon another. */
export function addView(
  world: World,
  workspace: Workspace,
  user: string,
  view: Json,
  under?: PeerView,
): PeerView {
  const id = world.id("V");
  const added: PeerView = {
    ...fields(world, view),
    id,
    team: workspace.id,
    user,
    previous_view_id: under?.id ?? null,
    root_view_id: under?.root_view_id ?? id,
    open: true,
  };
  world.views.set(id, added);
  return added;
}

/** Writes a checked view over one that is open. */
export function changeView(world: World, old: PeerView, view: Json): PeerView {
  const { id, team, user, previous_view_id, root_view_id } = old;
  const changed = { ...fields(world, view), id, team, user, previous_view_id, root_view_id, open: true };
  world.views.set(id, changed);
  return changed;
}

/** Whether another view may be pushed upon this one. */
export function hasRoom(world: World, top: PeerView): boolean {
  return (
    [...world.views.values()].filter((v) => v.open && v.root_view_id === top.root_view_id).length < STACK
  );
}

/** A view as payloads and answers carry it. */
export function wireView(view: PeerView, workspace: Workspace, appId: string, values: Json = {}): Json {
  const { team, user: _user, open: _open, ...rest } = view;
  return {
    private_metadata: "",
    callback_id: "",
    external_id: "",
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    ...rest,
    team_id: team,
    app_id: appId,
    app_installed_team_id: team,
    bot_id: workspace.botId,
    state: { values },
  };
}

function sound(call: Call): Json {
  const { view } = call.args;
  const problems = checkView(view, call.world.limits);
  // Unlike messages, views with bad blocks are answered invalid_arguments, the pointers beginning at /view.
  if (problems.length > 0 || !isJson(view)) throw refuse(call, "invalid_arguments", problems);
  // view_too_large: "greater than 250kb".
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000)
    throw refuse(call, "view_too_large", ["over 250 kB"]);
  const external = str(view.external_id);
  const taken = [...call.world.views.values()].some(
    (other) =>
      other.open &&
      external !== undefined &&
      other.external_id === external &&
      other.id !== call.args.view_id,
  );
  if (taken) throw new Refusal("duplicate_external_id");
  return view;
}

function exchange(call: Call): { user: string; log: InteractionLog } {
  const trigger = call.world.triggers.get(need(call, "trigger_id"));
  if (trigger === undefined || trigger.workspace !== call.workspace) throw new Refusal("invalid_trigger_id");
  if (trigger.exchanged) throw new Refusal("exchanged_trigger_id");
  if (call.world.clock.now() - trigger.made >= TRIGGER_MS) throw new Refusal("expired_trigger_id");
  trigger.exchanged = true;
  return trigger;
}

/** docs.slack.dev/reference/methods/views.open and …/views.update */
export const VIEWS: Record<string, Method> = {
  "views.open": {
    token: "bot",
    scopes: () => [],
    run(call) {
      const view = sound(call);
      const { user, log } = exchange(call);
      const opened = addView(call.world, call.workspace, user, view);
      log.show({ kind: "view", view: opened, how: "open" });
      return { view: wireView(opened, call.workspace, call.world.appId) };
    },
  },
  "views.update": {
    token: "bot",
    scopes: () => [],
    run(call) {
      const view = sound(call);
      const id = word(call.args, "view_id");
      const external = word(call.args, "external_id");
      const old = [...call.world.views.values()].find(
        (one) => one.open && (one.id === id || (external !== undefined && one.external_id === external)),
      );
      if (old === undefined || old.team !== call.workspace.id) throw new Refusal("not_found");
      // "hash: … to protect against possible race conditions."
      const hash = word(call.args, "hash");
      if (hash !== undefined && hash !== old.hash) throw new Refusal("hash_conflict");
      const changed = changeView(call.world, old, view);
      return { view: wireView(changed, call.workspace, call.world.appId) };
    },
  },
};
