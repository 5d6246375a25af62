import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { createWorkshop } from "../../../src/ingest/workshop/workshop.ts";
import { cases, type Case } from "./cases.ts";
import { check, type Checked } from "./check.ts";

/** How much is tried. */
export interface CampaignOptions {
  cases: number;
  seed: number;
  /** Milliseconds after which no further case begins. */
  timeLimit: number;
  /** Milliseconds that no case may take twice in a row; infinite where the machine's load must not decide. */
  slow: number;
}

/** What came of it. */
export interface Campaign {
  /** How many cases ended in which way. */
  counts: ReadonlyMap<string, number>;
  done: number;
  seconds: number;
  slowest: { ms: number; name: string };
  /** The smallest case found that fails; `null` where none does. */
  failure: Failure | null;
}

/** A case that fails, and where its bytes were kept. */
export interface Failure {
  complaints: readonly string[];
  case: Case;
  file: string;
}

/**
 * Tries so many cases, the same ones for the same seed, until one fails, which is then made as small as it can be. Whatever
 * rejects unhandled ends the process.
 */
export async function campaign({
  cases: numRuns,
  seed,
  timeLimit,
  slow,
}: CampaignOptions): Promise<Campaign> {
  const counts = new Map<string, number>();
  const workshop = createWorkshop();
  const started = performance.now();
  let done = 0;
  let slowest = { ms: 0, name: "none" };
  const tried = async (one: Case): Promise<Checked> => {
    const first = await check(one, workshop);
    const again = first.ms > slow ? await check(one, workshop) : first;
    return again.ms > slow
      ? { ...again, complaints: [...again.complaints, `took ${again.ms.toFixed(0)} ms`] }
      : { ...first, ms: Math.min(first.ms, again.ms) };
  };
  const property = fc.asyncProperty(cases, async (one) => {
    const { outcome, ms, complaints } = await tried(one);
    done += 1;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (ms > slowest.ms) slowest = { ms, name: `${one.task} ${one.name}, ${one.bytes.length} bytes` };
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });
  try {
    // Loading the code of the tasks is no part of a case.
    await Promise.all(
      (["page", "feed", "documentFile"] as const).map((task) =>
        check({ task, name: "first", bytes: Buffer.from("x"), contentType: null, address: null }, workshop),
      ),
    );
    const details = await fc.check(property, { numRuns, seed, interruptAfterTimeLimit: timeLimit });
    const [smallest] = details.counterexample ?? [];
    const failure = smallest === undefined ? null : await failureOf(smallest, tried, details.errorInstance);
    const seconds = (performance.now() - started) / 1_000;
    return { counts, done, seconds, slowest, failure };
  } finally {
    await workshop.close();
  }
}

async function failureOf(
  one: Case,
  tried: (one: Case) => Promise<Checked>,
  thrown: unknown,
): Promise<Failure> {
  const file = join(mkdtempSync(join(tmpdir(), "korea-desk-fuzz-")), "case");
  writeFileSync(file, one.bytes);
  try {
    const { complaints } = await tried(one);
    return { complaints: complaints.length > 0 ? complaints : [String(thrown)], case: one, file };
  } catch (error) {
    return { complaints: [String(error instanceof Error ? error.stack : error)], case: one, file };
  }
}

/** A failure in words: what is wrong, and how to see it again. */
export function describeFailure({ complaints, case: one, file }: Failure): string {
  const { task, name, contentType, address, bytes } = one;
  return [
    `${task} made of ${name}, ${bytes.length} bytes, ${JSON.stringify({ contentType, address })}, kept in ${file}:`,
    ...complaints.map((complaint) => `  ${JSON.stringify(complaint.slice(0, 2_000))}`),
  ].join("\n");
}
