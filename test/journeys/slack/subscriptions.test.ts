import type { InputBlock, KnownBlock } from "@slack/types";
import { expect, onTestFinished } from "vitest";
import type { Tenant } from "../../../src/core/tenant.ts";
import { createSlackPost } from "../../../src/slack/post.ts";
import { buttonsOf, labelsOf, linesOf } from "../../slack/plain.ts";
import type { PeerMessage } from "../../peers/slack/messages.ts";
import { person } from "../../peers/slack/options.ts";
import type { PeerView } from "../../peers/slack/view.ts";
import { newsroom } from "../newsroom.ts";
import type { Said, Stage, Who } from "../stage.ts";
import { subscribing } from "../subscribing.ts";
import { running } from "./harness.ts";

/** Who asks when nobody else is named. */
const ASKER = "U0ASKER";
const STRANGER = "U0STRANGER";
const blocksOf = ({ blocks }: PeerMessage) => blocks as KnownBlock[];

function said(message: PeerMessage): Said<PeerMessage> {
  const blocks = blocksOf(message);
  return { lines: linesOf({ blocks }), labels: labelsOf({ blocks }), message };
}

/** What is seen by one person alone. */
function privately(message: PeerMessage, to = ASKER): Said<PeerMessage> {
  expect(message.to).toBe(to);
  return said(message);
}

/** The id of the first button with this label. */
function button(message: PeerMessage, label: string): string {
  const found = buttonsOf(blocksOf(message)).find((one) => one.label === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found.actionId;
}

/** What stands in the fields of a window. */
function fieldsOf({ blocks }: PeerView): Record<string, string> {
  return Object.fromEntries(
    (blocks as InputBlock[]).map(({ block_id, element }) => [
      block_id ?? "",
      element.type === "plain_text_input" ? (element.initial_value ?? "") : "",
    ]),
  );
}

/** The command as it is typed: options, then the words. */
function typed(name: string, { query = "", ...options }: Readonly<Record<string, string>>): string {
  const given = Object.entries(options).map(([option, value]) => `${option}:${value}`);
  return [name, ...given, query].join(" ").trim();
}

async function enter(): Promise<Stage<PeerMessage>> {
  const room = await newsroom();
  let time = 0;
  const workspaces = [{}, { id: "T0OTHER", botToken: "xoxb-other" }];
  const { peer } = await running("socket", {
    workspaces,
    around: () => room.desk,
    parts: { now: () => time },
  });
  onTestFinished(() => room.close());
  const { botToken, users } = peer.workspace;
  room.postBy((keep) => createSlackPost({ botToken, apiUrl: peer.apiUrl, keep }));
  const tenant: Tenant = `slack:team:${peer.workspace.id}`;
  users.set(STRANGER, person({ id: STRANGER, home: "T0OTHER", admin: true }));
  /** The person becomes what is told, and Slack is asked again. */
  const become = (id: string, { manages, language }: Who): void => {
    const one = users.get(id)!;
    one.admin = manages;
    one.locale = language === "ko" ? "ko-KR" : "en-US";
    time += 60_000;
  };
  return {
    room,
    tenant,
    async ask(name, options, who) {
      become(ASKER, who);
      return privately(await peer.slash({ command: "/korea", text: typed(name, options) }).message());
    },
    async press({ message }, label, who) {
      become(ASKER, who);
      return privately(await peer.blockAction(message, button(message, label)).message());
    },
    async fill({ message }, label, answers, who) {
      become(ASKER, who);
      const clicked = peer.blockAction(message, button(message, label));
      const view = await clicked.view();
      peer.viewSubmission(view, answers);
      return { fields: fieldsOf(view), said: privately(await clicked.message()) };
    },
    async pressElsewhere({ message }, label, who) {
      become(STRANGER, who);
      const elsewhere = { team: "T0OTHER", user: STRANGER };
      const clicked = peer.blockAction(message, button(message, label), elsewhere);
      return said(await clicked.message());
    },
    letIn(may) {
      peer.workspace.channels.get("C0GENERAL")!.member = may;
    },
    // An app that is removed ends with its token, as `removed.test.ts` has it; here it is already started again.
    leave: () => room.watch.left(tenant),
    comeBack: () => room.watch.returned(tenant),
    posts: () => peer.messages("C0GENERAL").map(said),
  };
}

subscribing("slack", enter);
