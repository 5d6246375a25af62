import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { purgeTenant } from "../../src/cli/tenant/purge.ts";
import { tenantProgram } from "../../src/cli/tenant.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { wanted } from "../delivery/subscribed.ts";
import { configWith, runFile, runProgram } from "./run.ts";

const LEFT = Date.UTC(2026, 2, 1, 10);
const GUILD: Tenant = "discord:guild:1";
const TEAM: Tenant = "slack:team:T1";

/** A data folder with a server that is there, a workspace that was left, and a person with buttons. */
async function filled() {
  const config = configWith();
  const open = (now = () => LEFT) => openStore({ path: join(config.dataDir, "korea-desk.db"), now });
  const store = await open();
  for (const tenant of [GUILD, GUILD, TEAM])
    await store.createSubscription({ ...wanted("discord"), channel: { tenant, channel: "5" } });
  const [first] = await store.subscriptionsOf(GUILD);
  await store.pauseSubscription(GUILD, first!.id, null);
  await store.settle((await store.subscriptionsOf(TEAM))[0]!, {
    send: { localDate: "2026-03-01", dueAt: LEFT, late: false, notBefore: LEFT },
    skipped: [],
    why: "",
  });
  await store.tenantLeft(TEAM);
  store.close();
  // The program forgets buttons that are old by its own clock.
  const today = await open(Date.now);
  for (const tenant of ["discord:user:7", TEAM] as const)
    await today.keepAction(tenant, { command: "help", values: {} });
  today.close();
  const left = async () => {
    const again = await open();
    const tenants = (await again.tenants()).map(({ tenant }) => tenant);
    again.close();
    return tenants;
  };
  return { config, left, run: (...args: string[]) => runProgram(tenantProgram, args, config) };
}

describe("korea tenant list", () => {
  test("tells who is there and who left, and when all of them is deleted", async () => {
    const { run } = await filled();
    expect(await run("list")).toEqual({
      status: 0,
      stdout:
        "here  discord:guild:1: 2 subscriptions, 1 active; 0 buttons\n" +
        "left  slack:team:T1: 1 subscription, 0 active; 1 button; left 2026-03-01 10:00 UTC; deleted after 2026-03-31 10:00 UTC\n" +
        "1 other without subscriptions: kept is only what the buttons below earlier answers there do. --all lists them.\n",
      stderr: "",
    });
    const { stdout } = await run("list", "--all");
    expect(stdout).toContain("\nhere  discord:user:7: 0 subscriptions, 0 active; 1 button\n");
    expect(stdout).not.toContain("--all");
  });

  test("as JSON, in the shape that help tells", async () => {
    const { run } = await filled();
    const { tenants } = JSON.parse((await run("list", "--json")).stdout) as { tenants: object[] };
    expect(tenants).toEqual([
      {
        tenant: GUILD,
        state: "here",
        subscriptions: 2,
        active: 1,
        actions: 0,
        leftAt: null,
        purgedAfter: null,
      },
      {
        tenant: TEAM,
        state: "left",
        subscriptions: 1,
        active: 0,
        actions: 1,
        leftAt: "2026-03-01T10:00:00.000Z",
        purgedAfter: "2026-03-31T10:00:00.000Z",
      },
    ]);
    for (const key of Object.keys(tenants[0]!)) expect(tenantProgram.usage).toContain(key);
  });

  test("of nobody", async () => {
    expect((await runProgram(tenantProgram, ["list"])).stdout).toBe("No channel is subscribed.\n");
  });
});

describe("korea tenant purge", () => {
  test("deletes all of one and says what", async () => {
    const { run, left } = await filled();
    expect(await run("purge", TEAM, "--yes")).toEqual({
      status: 0,
      stdout: "Deleted of slack:team:T1: 1 subscription, 1 delivery, 1 button.\n",
      stderr: "",
    });
    expect(await left()).toEqual([GUILD, "discord:user:7"]);
    expect(await run("purge", TEAM, "--yes")).toEqual({
      status: 1,
      stdout: "",
      stderr: "Nothing is kept of “slack:team:T1”. See korea tenant list --all.\n",
    });
  });

  test("writes an ID that is none so that nothing in it acts", async () => {
    const { run } = await filled();
    expect((await run("purge", "\u001B[2Jx", "--yes")).stderr).toMatch(
      /^Nothing is kept of “\\u\{1b\}\[2Jx”/u,
    );
  });

  test.each([
    ["yes\n", 0, [TEAM, "discord:user:7"]],
    [" YES \r\n", 0, [TEAM, "discord:user:7"]],
    ["y\n", 1, [GUILD, "discord:user:7", TEAM]],
    ["\n", 1, [GUILD, "discord:user:7", TEAM]],
    ["", 1, [GUILD, "discord:user:7", TEAM]],
  ])("asks before it does: %j", async (typed, status, kept) => {
    const { config, left } = await filled();
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(typed);
    expect(await purgeTenant(GUILD, { input, output }, config)).toBe(status);
    output.end();
    expect(await text(output)).toBe(
      "Delete 2 subscriptions with all deliveries and 0 buttons of discord:guild:1? They cannot be brought back. Type yes to go on: ",
    );
    expect((await left()).toSorted()).toEqual([...kept].toSorted());
  });
});

test.each([
  [[], "which of list, purge?"],
  [["drop"], "“drop” is none of list, purge"],
  [["list", "x"], "“x” is not expected"],
  [["purge"], "give the ID of one tenant"],
  [["purge", "a", "b"], "give the ID of one tenant"],
])("%j is a mistake of the call", async (args, message) => {
  await expect(runProgram(tenantProgram, args)).rejects.toThrow(new UsageError(message));
});

test("it is a program of korea, and deletes nothing where nobody can be asked", () => {
  const { status, stdout } = runFile("cli.ts", ["tenant", "--help"]);
  expect([status, stdout]).toEqual([0, `${tenantProgram.usage}\n`]);
  const refused = runFile("cli.ts", ["tenant", "purge", GUILD], { input: "yes\n" });
  expect([refused.status, refused.stderr.split("\n")[0]]).toEqual([
    2,
    "korea tenant: add --yes to purge where nobody can be asked",
  ]);
});
