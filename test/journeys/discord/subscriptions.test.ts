import {
  GatewayDispatchEvents,
  MessageFlags,
  PermissionFlagsBits as Can,
  type APIMessage,
} from "discord-api-types/v10";
import { expect, onTestFinished } from "vitest";
import type { Desk } from "../../../src/core/desk.ts";
import type { Tenant } from "../../../src/core/tenant.ts";
import type { TenantWatch } from "../../../src/core/tenant-watch.ts";
import { createDiscordPost } from "../../../src/discord/post.ts";
import { USUAL_PERMISSIONS } from "../../peers/discord/fixtures.ts";
import type { InteractionView } from "../../peers/discord/handle.ts";
import type { Actor } from "../../peers/discord/people.ts";
import { newsroom } from "../newsroom.ts";
import { unescapeLine } from "../plain-text.ts";
import type { Said, Stage, Who } from "../stage.ts";
import { subscribing } from "../subscribing.ts";
import { button, buttons, read, running } from "./harness.ts";

function said(message: APIMessage): Said<APIMessage> {
  const labels = buttons(message).map(({ label }) => label ?? "");
  return { lines: read(message).map(unescapeLine), labels, message };
}

/** What is seen by the person alone. */
function privately({ message }: InteractionView): Said<APIMessage> {
  expect(message?.flags).toBe(MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
  return said(message!);
}

/** What stands in the fields of a window. */
function fieldsOf({ modal }: InteractionView): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const label of modal?.components ?? []) {
    const input = "component" in label ? label.component : null;
    if (input !== null && "value" in input) fields[input.custom_id] = input.value ?? "";
  }
  return fields;
}

const actorOf = ({ manages, language }: Who): Actor => ({
  permissions: USUAL_PERMISSIONS | (manages ? Can.ManageGuild : 0n),
  locale: language === "ko" ? "ko" : "en-US",
});

async function enter(): Promise<Stage<APIMessage>> {
  const room = await newsroom();
  let first: Tenant | null = null;
  // Buttons in any other server hold the keys of what is kept for the first one.
  const desk: Desk = {
    ...room.desk,
    keep(action, asker) {
      first ??= asker.tenant;
      return room.desk.keep(action, { ...asker, tenant: first });
    },
  };
  /** Called when something that Discord told of the server is written down. */
  let told = (): void => undefined;
  const { watch } = room;
  const tenants: TenantWatch = {
    ...watch,
    left: (tenant) => watch.left(tenant).then(() => told()),
    returned: (tenant) => watch.returned(tenant).then(() => told()),
  };
  const { peer } = await running({ around: () => desk, parts: { tenants } });
  onTestFinished(() => room.close());
  room.postBy((keep) => createDiscordPost({ token: peer.token, apiUrl: peer.apiUrl, keep }));
  const ask = async (name: string, options: Readonly<Record<string, string>>, actor: Actor) =>
    privately(await peer.command({ name: `korea ${name}`, options, ...actor }).response());
  const press = async ({ message }: Said<APIMessage>, label: string, actor: Actor) =>
    privately(await peer.button(message, button(message, label), actor).response());
  /** Discord tells something of the server; resolves when it is written down. */
  const tell = (event: GatewayDispatchEvents, data: object): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    told = resolve;
    peer.gateway.dispatch(event, data, peer.guild.id);
    return promise;
  };
  return {
    room,
    tenant: `discord:guild:${peer.guild.id}`,
    ask: (name, options, who) => ask(name, options, actorOf(who)),
    press: (on, label, who) => press(on, label, actorOf(who)),
    async fill({ message }, label, answers, who) {
      const pressed = peer.button(message, button(message, label), actorOf(who));
      const fields = fieldsOf(await pressed.response());
      return { fields, said: privately(await peer.submit(pressed, answers, actorOf(who)).response()) };
    },
    async pressElsewhere(_, label, who) {
      const actor = { ...actorOf(who), guild: peer.addGuild({ name: "Other" }).id };
      await ask("subscribe", {}, actor);
      return press(await ask("subscriptions", {}, actor), label, actorOf(who));
    },
    letIn: (may) =>
      peer.permit(peer.channel.id, may ? USUAL_PERMISSIONS : USUAL_PERMISSIONS & ~Can.SendMessages),
    leave: () => tell(GatewayDispatchEvents.GuildDelete, { id: peer.guild.id }),
    comeBack: () => tell(GatewayDispatchEvents.GuildCreate, structuredClone(peer.guild)),
    posts: () => peer.messages(peer.channel.id).map(said),
  };
}

subscribing("discord", enter);
