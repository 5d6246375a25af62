import { parentPort } from "node:worker_threads";
import { stepBack } from "../step-back.ts";
import { TASKS, type Outcome, type Tasks } from "./tasks.ts";

/** What the worker hears. */
export interface Order {
  task: keyof Tasks;
  input: unknown;
}
/** What it says: that a task begins, which is when its time does, and what became of it. */
export type Report = { begun: true } | { begun: false; outcome: Outcome<unknown> };

const port = parentPort!;
const loaded = new Map<keyof Tasks, (input: unknown) => unknown>();

async function load(task: keyof Tasks): Promise<(input: unknown) => unknown> {
  const known = loaded.get(task);
  if (known !== undefined) return known;
  // The input's type goes with the task's name, which the workshop sees to.
  const run = (await TASKS[task]()) as (input: unknown) => unknown;
  loaded.set(task, run);
  return run;
}

function refusal(error: unknown): Outcome<never> {
  if (error instanceof Error && "remedy" in error) {
    return { ok: false, message: error.message, remedy: String(error.remedy) };
  }
  if (error instanceof RangeError && /call stack/u.test(error.message)) {
    return { ok: false, message: "nested too deeply", remedy: "Save the page as plain text" };
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `reading it failed (${reason.slice(0, 200)})`;
  return { ok: false, message, remedy: "Save the page as plain text, and report this as a bug" };
}

async function obey({ task, input }: Order): Promise<void> {
  const say = (report: Report) => port.postMessage(report);
  try {
    const run = await load(task);
    say({ begun: true });
    say({ begun: false, outcome: { ok: true, value: await run(input) } });
  } catch (error) {
    say({ begun: false, outcome: refusal(error) });
  }
}

// A thread has a priority of its own on Linux only; elsewhere it would be that of the bot.
if (process.platform === "linux") stepBack();
port.on("message", (order: Order) => void obey(order));
