import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Config } from "../../src/config.ts";
import { folderWith } from "../folder.ts";
import { listeningLog, type ListeningLog } from "../live/listening-log.ts";
import { until, type Driven, type Wait } from "./hand-clock.ts";
import type { FromDesk, ToDesk } from "./messages.ts";

const ENTRY = fileURLToPath(new URL("main.ts", import.meta.url));
/** Levels of pino from which a line counts as one of ours. */
const [WARN, ERROR] = [40, 50];

/** A real process of the bot, whose time passes as it is told. */
export interface DeskProcess extends Driven {
  readonly log: ListeningLog;
  /** What it said on standard error that is no line of its log. */
  readonly said: readonly string[];
  /** Resolves when time has passed there, and what was waiting for it has been told. */
  pass(ms: number): Promise<void>;
  /** Sets its calendar, and nothing else. */
  set(at: number): Promise<void>;
  kill(signal: "SIGKILL" | "SIGTERM" | "SIGINT" | "SIGSTOP" | "SIGCONT"): void;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

/** Starts the bot as a process, at a time. It is killed when the test is finished. */
export function forkDesk(config: Config, at: number, env: Record<string, string> = {}): DeskProcess {
  const child = fork(ENTRY, {
    cwd: folderWith(),
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { PATH: process.env["PATH"], KOREA_DESK_TEST_START: String(at), ...envOf(config), ...env },
  });
  const log = listeningLog();
  const said: string[] = [];
  readLines(child, (line) => tellLog(line, log, said));
  const ended = new Promise<number | string | null>((resolve) => {
    child.once("close", (status, signal) => resolve(status ?? signal));
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });

  let waits: readonly Wait[] = [];
  const watching = new Set<() => void>();
  const asked: (() => void)[] = [];
  child.on("message", (message) => {
    const { type, waits: now } = message as FromDesk;
    waits = now;
    if (type === "done") asked.shift()?.();
    for (const look of watching) look();
  });
  const tell = (message: ToDesk) =>
    new Promise<void>((resolve) => {
      asked.push(resolve);
      child.send(message);
    });
  return {
    log,
    said,
    ended,
    pass: (ms) => tell({ type: "pass", ms }),
    set: (to) => tell({ type: "set", at: to }),
    until: (isSo) => until(() => isSo(waits), watching),
    kill: (signal) => void child.kill(signal),
  };
}

function envOf({ dataDir, discord, slack }: Config): Record<string, string> {
  return {
    DATA_DIR: dataDir,
    LOG_LEVEL: "info",
    DEFAULT_TIMEZONE: "UTC",
    ...(discord === null ? {} : { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }),
    ...(slack?.reach.mode !== "socket"
      ? {}
      : {
          SLACK_BOT_TOKEN: slack.botToken,
          SLACK_APP_TOKEN: slack.reach.appToken,
          SLACK_API_URL: slack.apiUrl,
        }),
  };
}

function readLines({ stderr }: ChildProcess, hear: (line: string) => void): void {
  let rest = "";
  stderr!.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const line of lines) hear(line);
  });
}

function tellLog(line: string, log: ListeningLog, said: string[]): void {
  if (!line.startsWith("{")) return void said.push(line);
  const { level, msg, ...facts } = JSON.parse(line) as { level: number; msg: string };
  if (level >= ERROR) log.error(facts, msg);
  else if (level >= WARN) log.warn(facts, msg);
  else log.info(facts, msg);
}
