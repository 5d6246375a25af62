import { afterEach, expect } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Command } from "../../../src/core/command.ts";
import type { Desk } from "../../../src/core/desk.ts";
import type { Entry } from "../../../src/core/document.ts";
import type { Logger } from "../../../src/core/logger.ts";
import { startSlack, type SlackParts } from "../../../src/slack/app.ts";
import type { Reach } from "../../../src/slack/connection.ts";
import { entryOf } from "../../core/samples.ts";
import { createSlackPeer, type SlackPeer } from "../../peers/slack.ts";
import type { SlackPeerOptions } from "../../peers/slack/options.ts";
import { createSignal } from "../../peers/slack/signal.ts";
import { openDeskWith } from "../desk.ts";

/** Both ways in which Slack reaches the bot. */
export const MODES = ["socket", "http"] as const;
type Mode = (typeof MODES)[number];

/** Seven documents, so that a search for the meeting has two pages. */
const DOCUMENTS: readonly Entry[] = Array.from({ length: 7 }, (_, index) =>
  entryOf(`The visit began.\n\nThe Beijing meeting had ${index + 2} rounds.\n\nIt ended.`, {
    id: `doc-${index}`,
    // No number of a text is in the title of another, so that all answer alike and stand in their order.
    title: `Round ${index + 10}`,
  }),
);

/** A logger that remembers. */
export interface Recorder extends Logger {
  /** `level message {facts}`, oldest first. */
  lines: readonly string[];
  /** Resolves with the first line that has these words, now or later. */
  until(words: string): Promise<string>;
}

function recorder(): Recorder & { close(): void } {
  const lines: string[] = [];
  const signal = createSignal();
  const write = (level: string) => (facts: object, message: string) => {
    lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
    signal.changed();
  };
  return {
    lines,
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    until: (words) => signal.until(() => lines.find((line) => line.includes(words))),
    close: () => signal.close(),
  };
}

/** How a scene is set. */
export interface SceneOptions extends SlackPeerOptions {
  /** Stands before the real desk. */
  around?(desk: Desk): Desk;
  documents?: readonly Entry[];
  /** Default the real ones. */
  commands?: readonly Command[];
  /** How many defects the desk reports in it. Default none. */
  defects?: number;
  parts?: Partial<SlackParts>;
}

/** The peer, and what is needed to start the bot against it. */
export interface Scene {
  mode: Mode;
  peer: SlackPeer;
  log: Recorder;
  /** Seconds of the pauses between tries, in order; each is over at once. */
  pauses: number[];
  reach: Reach;
  start(): Promise<Awaited<ReturnType<typeof startSlack>>>;
}

const ended: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end();
});

/** What people typed in these journeys; none of it may be logged. */
const ASKED = /beijing|meeting|베이징|nowhere/iu;

/** Sets a scene; it is taken down, and what must hold at the end of every journey is checked, with the test. */
export async function scene(mode: Mode, options: SceneOptions = {}): Promise<Scene> {
  const peer = await createSlackPeer({ ...options, mode });
  const log = recorder();
  const pauses: number[] = [];
  const { desk: real, reported } = await openDeskWith(
    options.commands ?? commands,
    options.documents ?? DOCUMENTS,
  );
  const desk = options.around?.(real) ?? real;
  const reach: Reach =
    mode === "socket"
      ? { mode, appToken: peer.appToken }
      : { mode, signingSecret: peer.signingSecret, port: 0 };
  ended.push(async () => {
    await peer.close();
    log.close();
    expect(peer.violations).toEqual([]);
    expect(reported).toHaveLength(options.defects ?? 0);
    const secrets = [peer.appToken, peer.signingSecret, ...peer.workspaces.map(({ botToken }) => botToken)];
    for (const line of log.lines) {
      expect(line).not.toMatch(ASKED);
      expect(line).not.toContain("ticket");
      for (const secret of secrets) expect(line).not.toContain(secret);
    }
  });
  return {
    mode,
    peer,
    log,
    pauses,
    reach,
    async start() {
      const app = await startSlack({
        botToken: peer.workspace.botToken,
        apiUrl: peer.apiUrl,
        reach,
        desk,
        log,
        wait: (ms) => {
          pauses.push(ms / 1_000);
          return Promise.resolve();
        },
        ...options.parts,
      });
      ended.push(() => app.stop());
      if (mode === "http") peer.requestUrl = `http://127.0.0.1:${app.port}/slack/events`;
      return app;
    },
  };
}

/** A scene with the bot started. */
export async function running(mode: Mode, options: SceneOptions = {}) {
  const set = await scene(mode, options);
  return { ...set, app: await set.start() };
}

/** A promise that the test settles. */
export function gate(): { wait: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: promise, open: () => resolve() };
}
