import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { subscriptionsProgram } from "../../src/cli/subscriptions.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { openStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { wanted } from "../delivery/subscribed.ts";
import { configWith, runFile, runProgram } from "./run.ts";

const MADE = Date.UTC(2026, 2, 1, 10);
const GUILD: Tenant = "discord:guild:1";
const TEAM: Tenant = "slack:team:T1";

/** A data folder, and its store to look into. */
function folder() {
  const config = configWith();
  const inStore = async <T>(use: (store: Store) => Promise<T>, now = MADE): Promise<T> => {
    const store = await openStore({ path: join(config.dataDir, "korea-desk.db"), now: () => now });
    try {
      return await use(store);
    } finally {
      store.close();
    }
  };
  const file = join(config.dataDir, "subscriptions.json");
  const write = (content: unknown) =>
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await runProgram(subscriptionsProgram, args, config);
    return { status, stdout, stderr: stderr.replaceAll(config.dataDir, "D") };
  };
  const all = () =>
    inStore(async (store) => [
      ...(await store.subscriptionsOf(GUILD)),
      ...(await store.subscriptionsOf(TEAM)),
    ]);
  return { config, inStore, file, write, run, all };
}

/** One subscription of a server with a date that was delivered, and one of a workspace that is paused. */
async function filled() {
  const set = folder();
  await set.inStore(async (store) => {
    const createdBy = { id: "77", name: "Ann" };
    const channel = { tenant: GUILD, channel: "5" };
    const first = await store.createSubscription({ ...wanted("discord"), channel, createdBy });
    await store.settle(first, {
      send: null,
      skipped: [{ localDate: "2026-03-01", dueAt: MADE }],
      why: "missed",
    });
    const { id } = await store.createSubscription({
      ...wanted("slack", {
        query: "Kim\nJong-un",
        quiet: true,
        days: [1, 3],
        language: "ko",
        zone: "America/New_York",
      }),
      channel: { tenant: TEAM, channel: "C5" },
      createdBy: { id: "U7", name: null },
    });
    await store.pauseSubscription(TEAM, id, "gone: channel_not_found");
  });
  return set;
}

const ENTRY = {
  tenant: GUILD,
  channel: "5",
  at: "09:00",
  timezone: "Asia/Seoul",
  createdBy: { id: "77", name: "Ann" },
};
const fileOf = (...subscriptions: unknown[]) => ({
  format: "korea-desk-subscriptions",
  version: 1,
  subscriptions,
});

/** What must be the same after an export and an import. */
const content = (one: Subscription) => ({ ...one, id: "", since: 0, cursor: 0 });

test("list tells of each in one line", async () => {
  const { run, all } = await filled();
  const { stdout } = await run("list");
  const [first, second] = (await all()).map(({ id }) => id);
  expect(stdout.replace(/next [\d-]+ 00:00 UTC/u, "next T")).toBe(
    `active  ${first}  discord:guild:1 channel 5: 09:00 Asia/Seoul, every day, en; everything; next T; last 2026-03-01 skipped (missed)\n` +
      `paused  ${second}  slack:team:T1 channel C5: 09:00 America/New_York, Mon, Wed, ko; “Kim Jong-un”; quiet; because: gone: channel_not_found; none yet\n`,
  );
  expect((await run("list", "--tenant", TEAM)).stdout.split("\n")).toHaveLength(2);
  expect((await run("list", "--tenant", "slack:team:T2")).stdout).toBe("No channel is subscribed.\n");
});

test("list tells a refusal once, and reasons in words", async () => {
  const { run, inStore } = folder();
  const because = "forbidden: Missing Access (50001)";
  await inStore(async (store) => {
    for (const channel of ["5", "6"]) {
      const one = await store.createSubscription({
        ...wanted("discord"),
        channel: { tenant: GUILD, channel },
      });
      const send = { localDate: "2026-03-01", dueAt: MADE, late: false, notBefore: MADE };
      await store.settle(one, { send, skipped: [], why: "" });
    }
    for (const due of await store.dueDeliveries(null, 9)) {
      const claim = (await store.claimDelivery(due))!;
      if (claim.subscription.channel.channel === "5") await store.giveUpDelivery(claim, "failed", because);
      else await store.stepDelivery(claim, { state: "skipped", detail: "noMatch 5" });
    }
  });
  const { stdout } = await run("list");
  expect(stdout).toContain(`; because: ${because}; last 2026-03-01 failed\n`);
  expect(stdout).toMatch(/; last 2026-03-01 skipped \(none of 5 new documents matches\)\n/u);
});

describe("export and import", () => {
  test("carry subscriptions from one store into another, each once", async () => {
    const from = await filled();
    const to = folder();
    expect(await from.run("export", "--out", to.file)).toEqual({
      status: 0,
      stdout: `2 subscriptions in ${to.file}.\n`,
      stderr: "",
    });
    expect(statSync(to.file).mode & 0o777).toBe(0o600);
    expect(await to.run("import", to.file)).toEqual({
      status: 0,
      stdout:
        "imported       discord:guild:1 channel 5: 09:00 Asia/Seoul (active)\n" +
        "imported       slack:team:T1 channel C5: 09:00 America/New_York (paused)\n" +
        "2 imported, 0 there already, 0 refused.\n",
      stderr: "",
    });
    expect((await to.all()).map(content)).toEqual((await from.all()).map(content));
    expect((await to.all())[0]!.lastLocalDate).toBe("2026-03-01");
    const again = await to.run("import", to.file);
    expect([again.status, again.stdout.split("\n").at(-2)]).toEqual([
      0,
      "0 imported, 2 there already, 0 refused.",
    ]);
    expect(await to.all()).toHaveLength(2);
  });

  test("an export to the terminal has the shape that help tells; one of a tenant has only its own", async () => {
    const { run } = await filled();
    const { stdout } = await run("export", "--tenant", TEAM);
    const { subscriptions, ...rest } = JSON.parse(stdout) as { subscriptions: Record<string, unknown>[] };
    expect(rest).toEqual({ format: "korea-desk-subscriptions", version: 1 });
    expect(subscriptions).toEqual([
      {
        tenant: TEAM,
        channel: "C5",
        at: "09:00",
        timezone: "America/New_York",
        days: [1, 3],
        query: "Kim\nJong-un",
        quiet: true,
        language: "ko",
        state: "paused",
        pausedBecause: "gone: channel_not_found",
        createdBy: { id: "U7", name: null },
        createdAt: "2026-03-01T10:00:00.000Z",
        lastLocalDate: null,
      },
    ]);
    for (const key of Object.keys(subscriptions[0]!)) expect(subscriptionsProgram.usage).toContain(key);
  });

  test("an export replaces the one before, and tells where it cannot be written", async () => {
    const { run, file } = await filled();
    writeFileSync(file, "before");
    await run("export", "--out", file);
    expect(JSON.parse(readFileSync(file, "utf8"))).toHaveProperty("version", 1);
    const { status, stderr } = await run("export", "--out", join(file, "below"));
    expect([status, stderr]).toEqual([
      1,
      "D/subscriptions.json/below: it cannot be written (ENOTDIR). Choose another file.\n",
    ]);
  });
});

describe("import", () => {
  test("begins now, whatever the file says of before", async () => {
    const { run, write, file, all } = folder();
    const before = Date.now();
    write(fileOf({ ...ENTRY, lastLocalDate: "2026-03-10", createdAt: "2026-01-01T00:00:00Z" }));
    await run("import", file);
    const [one] = await all();
    expect(one!.since).toBeGreaterThanOrEqual(before);
    expect(one).toMatchObject({
      lastLocalDate: "2026-03-10",
      createdAt: Date.UTC(2026, 0, 1),
      days: [1, 2, 3, 4, 5, 6, 7],
      query: null,
      quiet: false,
      language: "en",
      state: "active",
    });
  });

  test("with --dry-run only tells", async () => {
    const { run, write, file, all } = folder();
    write(fileOf(ENTRY, ENTRY));
    expect((await run("import", file, "--dry-run")).stdout.split("\n").slice(1, -1)).toEqual([
      "there already  discord:guild:1 channel 5: 09:00 Asia/Seoul",
      "1 would be imported, 1 there already, 0 refused.",
    ]);
    expect(await all()).toEqual([]);
  });

  test("pauses what the bot was removed from", async () => {
    const { run, write, file, inStore } = folder();
    await inStore((store) => store.tenantLeft(GUILD));
    write(fileOf(ENTRY));
    expect((await run("import", file)).stdout).toContain("(paused: the bot is not there)\n");
  });

  test("refuses what is wrong, a line each, and takes the rest", async () => {
    const { run, write, file, all } = folder();
    const { tenant, channel, timezone } = ENTRY;
    const bare = { tenant, channel, timezone };
    write(
      fileOf(
        ENTRY,
        bare,
        { ...ENTRY, at: "9am", timezone: "Atlantis", lastLocalDate: "2026-02-30" },
        { ...ENTRY, tenant: "discord:guild:../1", channel: "5" },
        { ...ENTRY, channel: "5/../6", createdBy: { id: "U7", name: null } },
        { ...ENTRY, days: [1, 8], colour: "red", state: "gone" },
        { ...ENTRY, days: [] },
        { ...ENTRY, lastLocalDate: "2999-01-01" },
        { ...ENTRY, query: 'Kim "went' },
        { ...ENTRY, query: "x".repeat(501), language: "fr" },
        7,
        { ...ENTRY, tenant: TEAM, channel: "C5", createdBy: { id: "U7" } },
      ),
    );
    const { status, stdout, stderr } = await run("import", file);
    const start = "D/subscriptions.json: subscription";
    expect(stderr.split("\n").map((line) => line.replace(/(?<=query cannot be read: ).*/u, "…"))).toEqual([
      `${start} 2: at is missing; createdBy is missing.`,
      `${start} 3: at is no time such as 09:00; timezone is no time zone such as Asia/Seoul; lastLocalDate is no date such as 2026-03-10.`,
      `${start} 4: tenant is none such as discord:guild:123 or slack:team:T123.`,
      `${start} 5: channel is no id of a channel there; createdBy.id is no id of a person there.`,
      `${start} 6: days.1 has a day that is none of 1 to 7; state is none of active, paused; “colour” is not known.`,
      `${start} 7: days has no day.`,
      `${start} 8: lastLocalDate has not come yet.`,
      `${start} 9: its query cannot be read: …`,
      `${start} 10: query has more than 500 characters; language is none of en, ko.`,
      `${start} 11: it is no object.`,
      "",
    ]);
    expect([status, stdout.split("\n").at(-2)]).toEqual([1, "2 imported, 0 there already, 10 refused."]);
    expect((await all()).map(({ channel }) => channel.tenant)).toEqual([GUILD, TEAM]);
  });

  test("takes no more than people could make there, a line each for the rest", async () => {
    const { run, write, file, all } = folder();
    const inChannel = (channel: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...ENTRY, channel, query: `query${at}` }));
    const channels = Array.from({ length: 21 }, (_, at) => String(100 + at));
    write(fileOf(...inChannel("5", 11), ...channels.flatMap((channel) => inChannel(channel, 10)), ENTRY));
    const { status, stdout, stderr } = await run("import", file);
    const lines = stderr.split("\n");
    expect(lines[0]).toBe(
      "D/subscriptions.json: subscription 11: its channel has 10 subscriptions already, which is as many as it can have.",
    );
    expect(lines[1]).toBe(
      "D/subscriptions.json: subscription 202: its tenant has 200 subscriptions already, which is as many as it can have.",
    );
    expect([status, stdout.split("\n").at(-2)]).toEqual([1, "200 imported, 0 there already, 22 refused."]);
    expect(await all()).toHaveLength(200);
    const { stdout: again } = await run("import", file);
    expect(again.split("\n").at(-2)).toBe("0 imported, 200 there already, 22 refused.");
  });

  test.each([
    ["nothing", "", "it is no JSON. Give a file of korea subscriptions export."],
    [
      "other JSON",
      "[1]",
      "it has no format “korea-desk-subscriptions” with subscriptions. Give a file of korea subscriptions export.",
    ],
    [
      "a newer version",
      JSON.stringify({ ...fileOf(), version: 2 }),
      "its version 2 is not known. Korea Desk reads version 1 of it.",
    ],
  ])("refuses a file with %s", async (_, text, told) => {
    const { run, write, file } = folder();
    write(text);
    expect(await run("import", file)).toEqual({
      status: 1,
      stdout: "",
      stderr: `D/subscriptions.json: ${told}\n`,
    });
  });

  test("refuses a file that is not there", async () => {
    const { run, file } = folder();
    expect((await run("import", file)).stderr).toBe(
      "D/subscriptions.json: it cannot be read (ENOENT). Check its name and permissions.\n",
    );
  });
});

test.each([
  [[], "which of list, export, import?"],
  [["drop"], "“drop” is none of list, export, import"],
  [["list", "x"], "“x” is not expected"],
  [["import"], "give one FILE to import"],
  [["import", "a", "b"], "give one FILE to import"],
])("%j is a mistake of the call", async (args, message) => {
  await expect(runProgram(subscriptionsProgram, args)).rejects.toThrow(new UsageError(message));
});

test("it is a program of korea", () => {
  const { status, stdout } = runFile("cli.ts", ["subscriptions", "--help"]);
  expect([status, stdout]).toEqual([0, `${subscriptionsProgram.usage}\n`]);
});
