import { describe, expect, test } from "vitest";
import { chatProgram } from "../../src/cli/chat.ts";
import { UsageError } from "../../src/cli/command-line.ts";
import { doctorProgram } from "../../src/cli/doctor.ts";
import { manifestProgram } from "../../src/cli/manifest.ts";
import { registerProgram } from "../../src/cli/register.ts";
import { openOwnStore } from "../../src/compose.ts";
import { CONFIG_KEYS } from "../../src/config.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { wanted } from "../delivery/subscribed.ts";
import { folderWith } from "../folder.ts";
import { configWith, runProgram } from "./run.ts";

describe("korea doctor", () => {
  test("finds what is right and what is not set", async () => {
    const config = configWith();
    const { status, stdout, stderr } = await runProgram(doctorProgram, [], config);
    expect([status, stderr]).toEqual([0, ""]);
    const readme = "README.md tells how to get it, step by step";
    expect(stdout.replace(/\d+ can be searched/u, "N can be searched")).toBe(
      `ok       configuration: readable; ${CONFIG_KEYS.length} variables are known
ok       store: opened in ${config.dataDir}
ok       documents: N can be searched
warning  Discord: not configured
         → Set DISCORD_TOKEN to answer there; ${readme}
warning  Slack: not configured
         → Set SLACK_BOT_TOKEN to answer there; ${readme}
`,
    );
  });

  test("a store that cannot be used is an error, and the rest is examined", async () => {
    const dataDir = folderWith({ "korea-desk.db": "x".repeat(5_000) });
    const { status, stdout } = await runProgram(doctorProgram, [], configWith({ dataDir }));
    expect(status).toBe(1);
    expect(stdout).toContain(
      `\nERROR    store: The store ${dataDir}/korea-desk.db cannot be used: file is not a database. Check`,
    );
    expect(stdout).toContain("\nwarning  Slack: not configured\n");
  });

  test("tells what platforms refused, and digests that may not have arrived", async () => {
    const config = configWith();
    const now = Date.now();
    const store = await openOwnStore(config, () => now);
    const made = async (tenant: Tenant) =>
      store.createSubscription({ ...wanted("discord"), channel: { tenant, channel: "5" } });
    const told = async () => {
      const { status, stdout } = await runProgram(doctorProgram, [], config);
      return [status, stdout.split("\n").filter((line) => line.includes("digest"))];
    };
    await made("discord:guild:1");
    expect(await told()).toEqual([0, ["ok       digests: 1 subscription, none refused by a platform"]]);
    const [gone, byPerson] = [await made("discord:guild:2"), await made("discord:guild:3")];
    await store.pauseSubscription("discord:guild:2", gone.id, "gone: Unknown Channel (10003)");
    await store.pauseSubscription("discord:guild:3", byPerson.id, null);
    await made("discord:guild:4");
    await store.tenantLeft("discord:guild:4");
    for (const days of [1, 40]) {
      const one = await made(`discord:guild:5${days}`);
      const dueAt = now - days * 24 * 60 * 60_000;
      const send = { localDate: "2026-03-01", dueAt, late: false, notBefore: dueAt };
      await store.settle(one, { send, skipped: [], why: "" });
    }
    for (const due of await store.dueDeliveries(null, 9))
      await store.stepDelivery((await store.claimDelivery(due))!, { state: "unknown", detail: "no history" });
    store.close();
    expect(await told()).toEqual([
      0,
      [
        "warning  digests: 1 subscription paused, since the platform refused the channel or the token",
        "warning  digests: nobody knows of 1 digest of the last 30 days whether it arrived",
      ],
    ]);
  });

  test("takes no arguments", async () => {
    await expect(runProgram(doctorProgram, ["x"])).rejects.toThrow(new UsageError("“x” is not expected"));
  });
});

describe("korea manifest", () => {
  test("prints JSON for the mode that is asked for", async () => {
    const modeOf = async (...args: string[]) => {
      const { status, stdout } = await runProgram(manifestProgram, args);
      expect(status).toBe(0);
      return JSON.parse(stdout).settings.socket_mode_enabled as unknown;
    };
    expect(await modeOf()).toBe(true);
    expect(await modeOf("--mode", "socket")).toBe(true);
    expect(await modeOf("--mode", "http", "--url", "https://desk.example")).toBe(false);
  });

  test.each([
    [["--mode", "carrier-pigeon"], "--mode carrier-pigeon: write socket or http"],
    [["--url", "https://desk.example"], "--url goes with --mode http"],
    [["--mode", "http"], "--mode http needs --url, the https address of this machine"],
    [["--mode", "http", "--url", "http://desk.example"], "--url http://desk.example is no https address"],
    [["x"], "“x” is not expected"],
  ])("%j is told of", async (args, message) => {
    await expect(runProgram(manifestProgram, args)).rejects.toThrow(new UsageError(message));
  });
});

test.each([
  [[], "DISCORD_TOKEN is not set; .env.example tells where to find it"],
  [["--guild", "here"], "--guild here is no id of a server"],
  [["x"], "“x” is not expected"],
])("korea register %j is told of", async (args, message) => {
  await expect(runProgram(registerProgram, args)).rejects.toThrow(new UsageError(message));
});

test("korea chat knows its options", async () => {
  await expect(runProgram(chatProgram, ["--corpse", "x"])).rejects.toThrow(/^--corpse is no option/u);
});
