import { readFile } from "node:fs/promises";
import { openCopyOfOwnStore, openDesk, openOwnStore } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { UserError } from "../../core/errors.ts";
import type { Library } from "../../core/library.ts";
import { readQuery } from "../../core/search/read-query.ts";
import { REMOVED, type Subscription } from "../../core/subscription.ts";
import { LIMITS, type SubscriptionLimits } from "../../core/subscriptions/limits.ts";
import type { Problem } from "../../ingest/problem.ts";
import { messagesFor } from "../../messages/index.ts";
import type { ImportedSubscription } from "../../store/tenant-store.ts";
import { tellProblems } from "../problems.ts";
import { printLine } from "../print.ts";
import { FORMAT, VERSION, envelope, readEntry } from "./export-format.ts";

/** `korea subscriptions import`. */
export async function importSubscriptions(file: string, dryRun: boolean, config: Config): Promise<number> {
  const refuse = (message: string, remedy = ""): void =>
    tellProblems([{ file, line: null, message, remedy } satisfies Problem]);
  const given = await entriesIn(file, refuse);
  if (given === null) return 1;
  const counts = { imported: 0, there: 0, refused: 0 };
  const good: { readonly number: number; readonly wanted: ImportedSubscription }[] = [];
  const read = given.map(readEntry);
  const unreadable = await queryMistakes(read, config);
  const refuseOne = (number: number, mistake: string): void => {
    refuse(`subscription ${number}: ${mistake}`);
    counts.refused += 1;
  };
  for (const [index, one] of read.entries()) {
    const mistake = "mistake" in one ? one.mistake : unreadable.get(one);
    if (mistake === undefined) good.push({ number: index + 1, wanted: one as ImportedSubscription });
    else refuseOne(index + 1, mistake);
  }
  const tell = (
    { channel: { tenant, channel }, at, zone }: ImportedSubscription,
    made: Subscription | null,
  ) => {
    counts[made === null ? "there" : "imported"] += 1;
    const state = made?.pausedBecause === REMOVED ? "paused: the bot is not there" : made?.state;
    const name = `${tenant} channel ${channel}: ${at} ${zone}`;
    printLine(made === null ? `there already  ${name}` : `imported       ${name} (${state})`);
  };
  // Tried out on a copy, it is the same road.
  const store = await (dryRun ? openCopyOfOwnStore(config) : openOwnStore(config));
  try {
    for (const { number, wanted } of good) {
      const taken = await store.importSubscription(wanted, LIMITS);
      if (taken.outcome === "full") refuseOne(number, tooMany(taken.of));
      else tell(wanted, taken.outcome === "made" ? taken.subscription : null);
    }
  } finally {
    store.close();
  }
  printLine(
    `${counts.imported} ${dryRun ? "would be imported" : "imported"}, ${counts.there} there already, ${counts.refused} refused.`,
  );
  return counts.refused === 0 ? 0 : 1;
}

/** As many as people could make in the channel themselves. */
function tooMany(of: keyof SubscriptionLimits): string {
  return of === "inChannel"
    ? `its channel has ${LIMITS.inChannel} subscriptions already, which is as many as it can have`
    : `its tenant has ${LIMITS.inTenant} subscriptions already, which is as many as it can have`;
}

async function entriesIn(
  file: string,
  refuse: (message: string, remedy?: string) => void,
): Promise<readonly unknown[] | null> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) refuse("it is no JSON", "Give a file of korea subscriptions export");
    else {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
      refuse(`it cannot be read (${code})`, "Check its name and permissions");
    }
    return null;
  }
  const { success, data } = envelope.safeParse(parsed);
  if (success && data.version === VERSION) return data.subscriptions;
  if (success)
    refuse(`its version ${data.version} is not known`, `Korea Desk reads version ${VERSION} of it`);
  else refuse(`it has no format “${FORMAT}” with subscriptions`, "Give a file of korea subscriptions export");
  return null;
}

type Entry = ReturnType<typeof readEntry>;

/** What is wrong with the queries; the documents are only opened where there is one. */
async function queryMistakes(all: readonly Entry[], config: Config): Promise<Map<Entry, string>> {
  const mistakes = new Map<Entry, string>();
  if (!all.some((one) => "query" in one && one.query !== null)) return mistakes;
  const { desk, problems, close } = await openDesk(config);
  try {
    tellProblems(problems);
    for (const one of all) {
      if ("mistake" in one || one.query === null) continue;
      const mistake = mistakeInQuery(one.query, desk.library, config);
      if (mistake !== null) mistakes.set(one, mistake);
    }
  } finally {
    await close();
  }
  return mistakes;
}

function mistakeInQuery(query: string, library: Library, { locale }: Config): string | null {
  try {
    readQuery(query, {}, library);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `its query cannot be read: ${error.say(messagesFor(locale))}`;
  }
}
