import { Worker } from "node:worker_threads";
import type { Outcome, TaskInput, Tasks, TaskValue } from "./tasks.ts";
import type { Order, Report } from "./worker.ts";

/** How much a task may take. */
export interface WorkshopOptions {
  /** Milliseconds for one task, without those in which its code is loaded. */
  deadline?: number;
  /** Megabytes of memory for the thread. */
  memory?: number;
}

/** A thread in which everything that others wrote is taken apart. */
export interface Workshop {
  /**
   * Does a task after those asked for before. Never rejects: what goes wrong is told in the outcome. `deadline` is for
   * this task alone.
   */
  run<T extends keyof Tasks>(
    task: T,
    input: TaskInput<T>,
    options?: { deadline?: number },
  ): Promise<Outcome<TaskValue<T>>>;
  /** Ends the thread; tasks that wait are refused. */
  close(): Promise<void>;
}

interface Job extends Order {
  deadline: number;
  settle(outcome: Outcome<never>): void;
}

/** Heap of the young generation in MB; the bigger it is, the fewer times short-lived strings are copied. */
const YOUNG = 32;
/** MB of stack: enough for parsers that go down a few thousand levels. */
const STACK = 4;

/**
 * A workshop with one thread, which is started with the first task and again after one that took too long or too much.
 * A thread that has nothing to do keeps no process alive; one that works does.
 */
export function createWorkshop({ deadline = 10_000, memory = 256 }: WorkshopOptions = {}): Workshop {
  const queue: Job[] = [];
  let thread: Worker | null = null;
  let job: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const finish = (outcome: Outcome<unknown>): void => {
    clearTimeout(timer);
    const done = job;
    job = null;
    thread?.unref();
    done?.settle(outcome as Outcome<never>);
    next();
  };

  /** Refuses the task and gives up the thread, which may be in any state. */
  const giveUp = (message: string, remedy: string): void => {
    const broken = thread;
    thread = null;
    broken?.removeAllListeners();
    // What it still says while it ends concerns nobody.
    broken?.on("error", () => undefined);
    void broken?.terminate();
    finish({ ok: false, message, remedy });
  };

  const start = (): Worker => {
    const worker = new Worker(new URL("worker.ts", import.meta.url), {
      // Tokens and secrets are none of its business.
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG, stackSizeMb: STACK },
    });
    worker.on("message", (report: Report) => {
      if (report.begun) timer = setTimeout(late, job?.deadline ?? deadline);
      else finish(report.outcome);
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const tooMuch = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      giveUp(
        tooMuch
          ? `reading it needs more than ${memory} MB of memory`
          : `reading it failed (${error.message})`,
        SMALLER,
      );
    });
    worker.on("exit", () => giveUp("reading it ended before it was done", SMALLER));
    return worker;
  };
  const late = (): void =>
    giveUp(`reading it took longer than ${inSeconds(job?.deadline ?? deadline)}`, SMALLER);

  const next = (): void => {
    if (job !== null) return;
    job = queue.shift() ?? null;
    if (job === null) return;
    thread ??= start();
    thread.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    thread.postMessage({ task: job.task, input: job.input } satisfies Order);
  };

  return {
    run: (task, input, { deadline: own = deadline } = {}) =>
      new Promise((settle) => {
        if (closed) {
          settle(CLOSED);
          return;
        }
        queue.push({ task, input, deadline: own, settle });
        next();
      }),
    async close() {
      closed = true;
      clearTimeout(timer);
      const [ended, waiting] = [thread, [...(job === null ? [] : [job]), ...queue.splice(0)]];
      [thread, job] = [null, null];
      ended?.removeAllListeners();
      for (const { settle } of waiting) settle(CLOSED);
      await ended?.terminate();
    },
  };
}

const SMALLER = "Save the page as plain text, or split it";
const CLOSED: Outcome<never> = {
  ok: false,
  message: "stopped before it was read",
  remedy: "Import it again",
};

/** As in `10 seconds`. */
function inSeconds(milliseconds: number): string {
  return new Intl.NumberFormat("en", { style: "unit", unit: "second", unitDisplay: "long" }).format(
    milliseconds / 1_000,
  );
}
