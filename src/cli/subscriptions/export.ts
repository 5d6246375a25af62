import { rename, rm, writeFile } from "node:fs/promises";
import { openOwnStore } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { tellProblems } from "../problems.ts";
import { counted, printLine } from "../print.ts";
import { allSubscriptions } from "./all.ts";
import { FORMAT, VERSION, entryOf } from "./export-format.ts";

/** `korea subscriptions export`. */
export async function exportSubscriptions(
  tenant: string | undefined,
  out: string | undefined,
  config: Config,
): Promise<number> {
  const store = await openOwnStore(config);
  let entries;
  try {
    entries = (await allSubscriptions(store, tenant)).map(entryOf);
  } finally {
    store.close();
  }
  const text = `${JSON.stringify({ format: FORMAT, version: VERSION, subscriptions: entries }, null, 2)}\n`;
  if (out === undefined) {
    process.stdout.write(text);
    return 0;
  }
  try {
    await replace(out, text);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    const [message, remedy] = [`it cannot be written (${code})`, "Choose another file"];
    tellProblems([{ file: out, line: null, message, remedy }]);
    return 1;
  }
  printLine(`${counted(entries.length, "subscription")} in ${out}.`);
  return 0;
}

/** Written whole or not at all. It holds what people subscribe to: nobody else needs to read it. */
async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await writeFile(beside, text, { mode: 0o600, flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
