import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { parse } from "dotenv";
import { z } from "zod";
import { nearest } from "./core/nearest.ts";
import { readAllowedHost } from "./ingest/fetch/allowed-hosts.ts";
import type { Problem } from "./ingest/problem.ts";

const address = z
  .string()
  .refine((value) => /^https?:\/\//u.test(value) && URL.canParse(value), "is no http or https address");

const port = z
  .string()
  .regex(/^\d{1,5}$/u, "is no port: write a number from 0 to 65535")
  .transform(Number)
  .refine((number) => number <= 65_535, "is no port: write a number from 0 to 65535");

/** Entries of a list, separated by commas. */
function entriesOf(list: string): string[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** An e-mail address or an address of a page, in characters that a header and its brackets can hold. */
function isContact(text: string): boolean {
  if (!/^[\x21-\x27\x2A-\x7E]{1,200}$/u.test(text)) return false;
  return /^https?:\/\//u.test(text) ? URL.canParse(text) : /^[^@:/]+@[^@:/]+\.[^@:/]+$/u.test(text);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Every variable of the configuration, with what it is when it is absent. */
const schema = z.object({
  DATA_DIR: z.string().default("data"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "is none of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
  CONSOLE_LOCALE: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/u, "is no locale such as en or ko-KR")
    .optional(),
  DEFAULT_TIMEZONE: z
    .string()
    .refine(isTimeZone, "is no time zone: write a name such as Asia/Seoul or UTC")
    .default(() => new Intl.DateTimeFormat("en").resolvedOptions().timeZone),
  ALLOW_PRIVATE_FETCH: z
    .string()
    .transform(entriesOf)
    .refine(
      (hosts) => hosts.every((host) => readAllowedHost(host) !== null),
      "is no list of hosts such as feeds.example.org,10.0.0.5:8080",
    )
    .default([]),
  FETCH_CONTACT: z
    .string()
    .refine(isContact, "is no e-mail address and no http or https address")
    .default("no contact given"),
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/u, "is no bot token: it has letters, digits, full stops, - and _ only")
    .optional(),
  DISCORD_API_URL: address.default("https://discord.com/api"),
  SLACK_BOT_TOKEN: z.string().startsWith("xoxb-", "is no bot token: one begins with xoxb-").optional(),
  SLACK_APP_TOKEN: z.string().startsWith("xapp-", "is no app-level token: one begins with xapp-").optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_SUBSCRIBERS: z
    .string()
    .transform(entriesOf)
    .refine(
      (ids) => ids.every((id) => /^[UW][A-Z0-9]{2,}$/u.test(id)),
      "is no list of Slack's ids of people, such as U0123ABCD,W0456EFGH: a profile has it under ⋮ → Copy member ID",
    )
    .default([]),
  SLACK_API_URL: address.default("https://slack.com/api/"),
  PORT: port.default(3000),
  OPS_PORT: port.optional(),
  OPS_HOST: z
    .string()
    .refine(
      (host) => isIP(host) !== 0 || /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/u.test(host),
      "is no address to listen on, such as 127.0.0.1 or ::",
    )
    .default("127.0.0.1"),
});

/** Names of the variables; `.env.example` explains each of them. */
export const CONFIG_KEYS: readonly string[] = Object.keys(schema.shape);

/** The configuration, checked. */
export interface Config {
  /** Folder of the store. */
  dataDir: string;
  logLevel: z.output<typeof schema>["LOG_LEVEL"];
  /** BCP 47 locale of whoever sits at the console. */
  locale: string;
  /** IANA time zone in which days begin where nobody says another one. */
  zone: string;
  fetch: FetchConfig;
  /** `null` where there is no token. */
  discord: DiscordConfig | null;
  slack: SlackConfig | null;
  /** Where health and metrics are told; `null` for nowhere. */
  ops: OpsConfig | null;
}

/** How feeds and pages are fetched. */
export interface FetchConfig {
  /** Hosts that may be private, each with or without a port. */
  allowPrivate: string[];
  /** Whom a site may write to: an address, or words where none is given. */
  contact: string;
}

/** Where health and metrics are told. */
export interface OpsConfig {
  port: number;
  /** A name or an address of this machine. */
  host: string;
}

/** What Discord needs. */
export interface DiscordConfig {
  token: string;
  apiUrl: string;
}

/** What Slack needs: an app-level token for Socket Mode, else a signing secret for HTTP mode. */
export interface SlackConfig {
  botToken: string;
  apiUrl: string;
  /** Ids of people who may manage subscriptions beside admins. */
  subscribers: readonly string[];
  reach: { mode: "socket"; appToken: string } | { mode: "http"; signingSecret: string; port: number };
}

/** The environment and the text of a `.env` file, as they were found. */
export interface ConfigInput {
  environment: Readonly<Record<string, string | undefined>>;
  /** `null` where there is no such file. */
  dotenv: { file: string; text: string } | null;
}

/**
 * Reads the configuration: the environment wins over the `.env` file. A blank value is an absent one. `config` is `null`
 * where a value cannot be used; an unknown key in the file is a problem that stops nothing.
 */
export function readConfig({ environment, dotenv }: ConfigInput): {
  config: Config | null;
  problems: Problem[];
} {
  const fromFile = dotenv === null ? {} : parse(dotenv.text);
  const problems = dotenv === null ? [] : unknownKeys(dotenv.file, dotenv.text, Object.keys(fromFile));
  const given: Record<string, string> = {};
  for (const key of CONFIG_KEYS) {
    const value = [environment[key], fromFile[key]].find((one) => one !== undefined && one.trim() !== "");
    if (value !== undefined) given[key] = value.trim();
  }
  const result = schema.safeParse(given);
  if (!result.success) {
    for (const { path, message } of result.error.issues) {
      const key = String(path[0]);
      const inFile = dotenv !== null && (environment[key] ?? "").trim() === "";
      // The value stays out of the message: one day it is a token.
      problems.push({
        file: inFile ? dotenv.file : "environment",
        line: inFile ? lineOf(dotenv.text, key) : null,
        message: `${key} ${message}`,
        remedy: "Mend it, or leave it out; .env.example explains every variable",
      });
    }
    return { config: null, problems };
  }
  const { DATA_DIR, LOG_LEVEL, CONSOLE_LOCALE, DEFAULT_TIMEZONE } = result.data;
  const { ALLOW_PRIVATE_FETCH, FETCH_CONTACT, OPS_PORT, OPS_HOST } = result.data;
  const slack = slackConfig(result.data);
  if (typeof slack === "string") {
    const remedy = "Fill in the missing one, or leave all SLACK_ variables out; .env.example explains them";
    problems.push({ file: dotenv?.file ?? "environment", line: null, message: slack, remedy });
    return { config: null, problems };
  }
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const system = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "") ?? "en";
  const locale = CONSOLE_LOCALE ?? system.split(".")[0]!;
  return {
    config: {
      dataDir: DATA_DIR,
      logLevel: LOG_LEVEL,
      locale: locale.replaceAll("_", "-"),
      zone: DEFAULT_TIMEZONE,
      fetch: { allowPrivate: ALLOW_PRIVATE_FETCH, contact: FETCH_CONTACT },
      discord:
        result.data.DISCORD_TOKEN === undefined
          ? null
          : { token: result.data.DISCORD_TOKEN, apiUrl: result.data.DISCORD_API_URL },
      slack,
      ops: OPS_PORT === undefined ? null : { port: OPS_PORT, host: OPS_HOST },
    },
    problems,
  };
}

/** What Slack needs, `null` where nothing of it is given, or what is missing, in words. */
function slackConfig(values: z.output<typeof schema>): SlackConfig | null | string {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT } = values;
  const { SLACK_SUBSCRIBERS: subscribers } = values;
  if (SLACK_BOT_TOKEN === undefined) {
    if (SLACK_APP_TOKEN === undefined && SLACK_SIGNING_SECRET === undefined) return null;
    return "SLACK_BOT_TOKEN is missing: Slack needs it beside SLACK_APP_TOKEN or SLACK_SIGNING_SECRET";
  }
  const base = { botToken: SLACK_BOT_TOKEN, apiUrl: SLACK_API_URL, subscribers };
  if (SLACK_APP_TOKEN !== undefined) return { ...base, reach: { mode: "socket", appToken: SLACK_APP_TOKEN } };
  if (SLACK_SIGNING_SECRET === undefined) {
    return "SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode) beside it";
  }
  return { ...base, reach: { mode: "http", signingSecret: SLACK_SIGNING_SECRET, port: PORT } };
}

/** The configuration of this process: its environment, and `.env` in the folder it was started in. */
export function loadConfig(): { config: Config | null; problems: Problem[] } {
  const file = ".env";
  try {
    return readConfig({ environment: process.env, dotenv: { file, text: readFileSync(file, "utf8") } });
  } catch (error) {
    const absent = error instanceof Error && "code" in error && error.code === "ENOENT";
    const read = readConfig({ environment: process.env, dotenv: null });
    if (absent) return read;
    const problem = { file, line: null, message: "it cannot be read", remedy: "Check its permissions" };
    return { ...read, problems: [problem, ...read.problems] };
  }
}

function unknownKeys(file: string, text: string, keys: readonly string[]): Problem[] {
  return keys
    .filter((key) => !CONFIG_KEYS.includes(key))
    .map((key) => {
      const meant = nearest(key, CONFIG_KEYS);
      const remedy =
        meant === null ? "Take it out; .env.example lists every variable" : `Did you mean ${meant}?`;
      return { file, line: lineOf(text, key), message: `unknown variable ${key}`, remedy };
    });
}

/** Line of the last assignment to the key: the one that counts. dotenv takes `KEY: value` as well. */
function lineOf(text: string, key: string): number | null {
  const index = text.split(/\r?\n/u).findLastIndex((line) => {
    const [name = ""] = line.split(/[=:]/u);
    return name.replace(/^\s*export\s/u, "").trim() === key;
  });
  return index === -1 ? null : index + 1;
}
