import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONFIG_KEYS, readConfig } from "../src/config.ts";
import { formatProblem } from "../src/ingest/problem.ts";

const read = (environment: Record<string, string>, text?: string) => {
  const { config, problems } = readConfig({
    environment,
    dotenv: text === undefined ? null : { file: ".env", text },
  });
  return { config, problems: problems.map(formatProblem) };
};

const DEFAULTS = {
  dataDir: "data",
  logLevel: "info",
  locale: "en",
  zone: new Intl.DateTimeFormat("en").resolvedOptions().timeZone,
  fetch: { allowPrivate: [], contact: "no contact given" },
  discord: null,
  slack: null,
  ops: null,
};

test("nothing is needed", () => {
  expect(read({})).toEqual({ config: DEFAULTS, problems: [] });
});

test("the environment wins over the file, and a blank value is an absent one", () => {
  const file = "DATA_DIR=file\nLOG_LEVEL=debug\nCONSOLE_LOCALE=\n";
  expect(read({ DATA_DIR: "here", LOG_LEVEL: " ", LANG: "ko_KR.UTF-8" }, file)).toEqual({
    config: { ...DEFAULTS, dataDir: "here", logLevel: "debug", locale: "ko-KR" },
    problems: [],
  });
});

test("an unknown variable in the file is told of with its line, and stops nothing", () => {
  expect(read({}, "# ours\nDATADIR=x\nWHATEVER_ELSE=y\nexport LOG_LEVEL=warn\n")).toEqual({
    config: { ...DEFAULTS, logLevel: "warn" },
    problems: [
      ".env:2: unknown variable DATADIR. Did you mean DATA_DIR?",
      ".env:3: unknown variable WHATEVER_ELSE. Take it out; .env.example lists every variable.",
    ],
  });
});

test("a value that cannot be used names its variable and place, and is never repeated", () => {
  const { config, problems } = read({ LOG_LEVEL: "loud-secret" }, "\nSLACK_BOT_TOKEN=my-secret\nPORT=70000");
  expect(config).toBeNull();
  expect(problems).toEqual([
    "environment: LOG_LEVEL is none of fatal, error, warn, info, debug, trace, silent. Mend it, or leave it out; .env.example explains every variable.",
    ".env:2: SLACK_BOT_TOKEN is no bot token: one begins with xoxb-. Mend it, or leave it out; .env.example explains every variable.",
    ".env:3: PORT is no port: write a number from 0 to 65535. Mend it, or leave it out; .env.example explains every variable.",
  ]);
  expect(problems.join()).not.toContain("secret");
});

test("the line is that of the assignment that counts, however it is written", () => {
  const linesIn = (text: string) => read({}, text).problems.map((problem) => problem.split(" ")[0]);
  expect(linesIn("PORT=1\nPORT=99999\n# PORT=5")).toEqual([".env:2:"]);
  expect(linesIn("\uFEFFPORT: 99999")).toEqual([".env:1:"]);
  expect(linesIn("\r\n  export PORT = x\r\n")).toEqual([".env:2:"]);
});

test.each([
  ["DATA_DIR", " ", null],
  ["LOG_LEVEL", "hush", "is none of fatal, error, warn, info, debug, trace, silent"],
  ["CONSOLE_LOCALE", "hush!", "is no locale such as en or ko-KR"],
  ["DEFAULT_TIMEZONE", "Hush/Hush", "is no time zone: write a name such as Asia/Seoul or UTC"],
  [
    "ALLOW_PRIVATE_FETCH",
    "hush, http://hush/",
    "is no list of hosts such as feeds.example.org,10.0.0.5:8080",
  ],
  ["ALLOW_PRIVATE_FETCH", "[fe80::1%hush]", "is no list of hosts such as feeds.example.org,10.0.0.5:8080"],
  ["ALLOW_PRIVATE_FETCH", "hush:99999", "is no list of hosts such as feeds.example.org,10.0.0.5:8080"],
  ["FETCH_CONTACT", "hush", "is no e-mail address and no http or https address"],
  ["FETCH_CONTACT", "https://hush (here)", "is no e-mail address and no http or https address"],
  ["FETCH_CONTACT", "hush@example.org\\r\\nx: y", "is no e-mail address and no http or https address"],
  ["DISCORD_TOKEN", "hush hush", "is no bot token: it has letters, digits, full stops, - and _ only"],
  ["DISCORD_API_URL", "ftp://hush", "is no http or https address"],
  ["SLACK_BOT_TOKEN", "hush", "is no bot token: one begins with xoxb-"],
  ["SLACK_APP_TOKEN", "hush", "is no app-level token: one begins with xapp-"],
  ["SLACK_SIGNING_SECRET", " ", null],
  ["SLACK_API_URL", "hush", "is no http or https address"],
  ["PORT", "-1", "is no port: write a number from 0 to 65535"],
])("%s=%s", (key, value, problem) => {
  const remedy = "Mend it, or leave it out; .env.example explains every variable.";
  const { config, problems } = read({}, `# first line\n${key}=${value}\n`);
  expect(problems).toEqual(problem === null ? [] : [`.env:2: ${key} ${problem}. ${remedy}`]);
  expect(config).toEqual(problem === null ? DEFAULTS : null);
  expect(problems.join()).not.toContain("hush");
});

test("the system's language serves where none is told, the strongest variable first", () => {
  const localeOf = (environment: Record<string, string>) => read(environment).config?.locale;
  expect(localeOf({ LC_ALL: "ko_KR.UTF-8", LC_MESSAGES: "fr", LANG: "en_US" })).toBe("ko-KR");
  expect(localeOf({ LC_ALL: "", LC_MESSAGES: "ko", LANG: "en_US" })).toBe("ko");
  expect(localeOf({ LANG: "C.UTF-8" })).toBe("C");
  expect(localeOf({ LANG: "fr_FR", CONSOLE_LOCALE: "ko_KR" })).toBe("ko-KR");
});

test("variables of others in the environment are none of our business", () => {
  expect(read({ DATADIR: "x", HOME: "/root" })).toEqual({ config: DEFAULTS, problems: [] });
});

test("hosts that may be private, and whom a site may write to", () => {
  const fetch = { ALLOW_PRIVATE_FETCH: "feeds.example.org, 10.0.0.5:8080,,::1,[fd00::1]:80" };
  expect(read({ ...fetch, FETCH_CONTACT: "desk@example.org" }).config?.fetch).toEqual({
    allowPrivate: ["feeds.example.org", "10.0.0.5:8080", "::1", "[fd00::1]:80"],
    contact: "desk@example.org",
  });
  const page = "https://example.org/bot";
  expect(read({ FETCH_CONTACT: page }).config?.fetch).toEqual({ allowPrivate: [], contact: page });
});

test("Discord needs its token only", () => {
  expect(read({ DISCORD_TOKEN: "abc.def-1" }).config?.discord).toEqual({
    token: "abc.def-1",
    apiUrl: "https://discord.com/api",
  });
});

test("Slack needs a bot token and one way in; an app-level token comes first", () => {
  const bot = { SLACK_BOT_TOKEN: "xoxb-1" };
  const socket = { mode: "socket", appToken: "xapp-1" };
  expect(read({ ...bot, SLACK_APP_TOKEN: "xapp-1", SLACK_SIGNING_SECRET: "s" }).config?.slack?.reach).toEqual(
    socket,
  );
  expect(read({ ...bot, SLACK_SIGNING_SECRET: "s", PORT: "0" }).config?.slack).toEqual({
    botToken: "xoxb-1",
    apiUrl: "https://slack.com/api/",
    subscribers: [],
    reach: { mode: "http", signingSecret: "s", port: 0 },
  });
  expect(read(bot)).toEqual({
    config: null,
    problems: [
      "environment: SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode) beside it. Fill in the missing one, or leave all SLACK_ variables out; .env.example explains them.",
    ],
  });
  expect(read({ SLACK_APP_TOKEN: "xapp-1" }).problems[0]).toContain("SLACK_BOT_TOKEN is missing");
});

test("people who may manage subscriptions in Slack are ids, not names", () => {
  const slack = (ids: string) =>
    read({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_SUBSCRIBERS: ids });
  expect(slack(" U0123ABCD, W0456EFGH,,").config?.slack?.subscribers).toEqual(["U0123ABCD", "W0456EFGH"]);
  expect(slack(" ").config?.slack?.subscribers).toEqual([]);
  for (const ids of ["@ann", "U0123ABCD;U0456EFGH", "u0123abcd", "S0GROUP", "ann@example.org"])
    expect(slack(ids)).toEqual({
      config: null,
      problems: [
        "environment: SLACK_SUBSCRIBERS is no list of Slack's ids of people, such as U0123ABCD,W0456EFGH: a profile has it under ⋮ → Copy member ID. Mend it, or leave it out; .env.example explains every variable.",
      ],
    });
});

test(".env.example explains every variable and no other", () => {
  const text = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const named = text.split("\n").flatMap((line) => /^#?([A-Z][A-Z_]+)=/u.exec(line)?.[1] ?? []);
  expect(named.toSorted()).toEqual([...CONFIG_KEYS].toSorted());
  // Copied as it is, it changes nothing.
  expect(read({}, text)).toEqual({ config: DEFAULTS, problems: [] });
  expect(read({}, text.replaceAll(/^#(?=[A-Z_]+=\S)/gmu, "")).config).toMatchObject({
    dataDir: "data",
    logLevel: "info",
    zone: "Asia/Seoul",
  });
});

test("where health is told is nowhere, else this machine alone, else as the operator says", () => {
  expect(read({ OPS_HOST: "0.0.0.0" }).config).toMatchObject({ ops: null });
  expect(read({ OPS_PORT: "9464" }).config).toMatchObject({ ops: { port: 9464, host: "127.0.0.1" } });
  for (const host of ["::", "0.0.0.0", "localhost", "desk.internal"])
    expect(read({ OPS_PORT: "0", OPS_HOST: host }).config).toMatchObject({ ops: { port: 0, host } });
  const remedy = "Mend it, or leave it out; .env.example explains every variable.";
  expect(read({ OPS_PORT: "99999", OPS_HOST: "http://x/" }).problems).toEqual([
    `environment: OPS_PORT is no port: write a number from 0 to 65535. ${remedy}`,
    `environment: OPS_HOST is no address to listen on, such as 127.0.0.1 or ::. ${remedy}`,
  ]);
});
