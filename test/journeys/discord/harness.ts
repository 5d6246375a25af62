import { ComponentType, type APIButtonComponentWithCustomId, type APIMessage } from "discord-api-types/v10";
import { afterEach, expect } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Command } from "../../../src/core/command.ts";
import type { Desk } from "../../../src/core/desk.ts";
import type { Entry } from "../../../src/core/document.ts";
import type { Logger } from "../../../src/core/logger.ts";
import { startDiscord, type DiscordParts } from "../../../src/discord/bot.ts";
import { entryOf } from "../../core/samples.ts";
import { createDiscordPeer, type DiscordPeer } from "../../peers/discord.ts";
import type { DiscordPeerOptions } from "../../peers/discord/options.ts";
import { openDeskWith } from "../desk.ts";

/** Seven documents, so that a search for the meeting has two pages. */
const DOCUMENTS: readonly Entry[] = Array.from({ length: 7 }, (_, index) =>
  entryOf(`The visit began.\n\nThe Beijing meeting had ${index + 2} rounds.\n\nIt ended.`, {
    id: `doc-${index}`,
    // No number of a text is in the title of another, so that all answer alike and stand in their order.
    title: `Round ${index + 10}`,
  }),
);

/** The route on which interactions are answered. */
export const CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";

/** A logger that remembers. */
export interface Recorder extends Logger {
  /** `level message {facts}`, oldest first. */
  lines: readonly string[];
  /** Resolves with the first line that has these words, now or later. */
  until(words: string): Promise<string>;
}

function recorder(): Recorder {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const write = (level: string) => (facts: object, message: string) => {
    lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
    for (const look of waiting) look();
  };
  return {
    lines,
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    until: (words) =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.find((line) => line.includes(words));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** How a scene is set. */
export interface SceneOptions extends DiscordPeerOptions {
  /** Stands before the real desk. */
  around?(desk: Desk): Desk;
  documents?: readonly Entry[];
  /** Default the real ones. */
  commands?: readonly Command[];
  /** How many defects the desk reports in it. Default none. */
  defects?: number;
  parts?: Partial<DiscordParts>;
}

/** The peer, and what is needed to start the bot against it. */
export interface Scene {
  peer: DiscordPeer;
  log: Recorder;
  desk: Desk;
  /** Milliseconds of the pauses between tries, in order; each is over at once. */
  pauses: number[];
  start(parts?: Partial<DiscordParts>): ReturnType<typeof startDiscord>;
}

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end();
});

/** What people typed in these journeys; none of it may be logged. */
const ASKED = /beijing|meeting|베이징|nowhere/iu;

/** Sets a scene; it is taken down, and what must hold at the end of every journey is checked, with the test. */
export async function scene(options: SceneOptions = {}): Promise<Scene> {
  const peer = await createDiscordPeer({ token: "peer-secret", ...options });
  const log = recorder();
  const pauses: number[] = [];
  const { desk: real, reported } = await openDeskWith(
    options.commands ?? commands,
    options.documents ?? DOCUMENTS,
  );
  const desk = options.around?.(real) ?? real;
  ended.push(async () => {
    await peer.close();
    expect(peer.violations).toEqual([]);
    expect(reported).toHaveLength(options.defects ?? 0);
    for (const line of log.lines) {
      expect(line).not.toMatch(ASKED);
      expect(line).not.toContain(peer.token);
    }
  });
  return {
    peer,
    log,
    desk,
    pauses,
    async start(parts = {}) {
      const bot = await startDiscord({
        token: peer.token,
        apiUrl: peer.apiUrl,
        desk,
        log,
        wait: (ms) => {
          pauses.push(ms);
          return Promise.resolve();
        },
        ...options.parts,
        ...parts,
      });
      ended.push(() => bot.stop());
      return bot;
    },
  };
}

/** A scene with the bot started. */
export async function running(options: SceneOptions = {}) {
  const set = await scene(options);
  return { ...set, bot: await set.start() };
}

/** A promise that the test settles. */
export function gate(): { wait: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: promise, open: () => resolve() };
}

/** The lines of text of a message, as Markdown. */
export function read(message: APIMessage): string[] {
  return (message.components ?? []).flatMap((component) =>
    component.type === ComponentType.TextDisplay ? component.content.split("\n") : [],
  );
}

/** The buttons of a message, in order. */
export function buttons(message: APIMessage): APIButtonComponentWithCustomId[] {
  return (message.components ?? []).flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.filter((button) => "custom_id" in button && "label" in button)
      : [],
  ) as APIButtonComponentWithCustomId[];
}

/** The id of the first button with this label. */
export function button(message: APIMessage, label: string): string {
  const found = buttons(message).find((one) => one.label === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found.custom_id;
}

/** How often the bot answered interactions, well or badly. */
export function answers(peer: DiscordPeer): number {
  return peer.requests.filter(({ route }) => route === CALLBACK).length;
}
