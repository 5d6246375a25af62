import { openDesk } from "../../compose.ts";
import type { Clock } from "../../core/clock.ts";
import { deliveryParts } from "../../deliver-digests.ts";
import { nextTime } from "../../delivery/next-due.ts";
import type { DeliveryEvent, MissedDates } from "../../delivery/parts.ts";
import { createPasses } from "../../delivery/pass.ts";
import type { Tenant } from "../../core/tenant.ts";
import { realClock } from "../../ops/clock.ts";
import { UsageError } from "../command-line.ts";
import { plainLog } from "../plain-log.ts";
import { printLine } from "../print.ts";
import { tellProblems } from "../problems.ts";
import { missedLines, outcomeLine, wentWrong } from "./outcome-line.ts";
import type { DigestsRun } from "./preview.ts";
import { servingNow } from "./serving.ts";

/** Milliseconds between two looks at what is open. */
const LOOK = 250;
/** Milliseconds for which the run goes on: what is refused again and again waits for the next one. */
const AT_MOST = 5 * 60_000;

const NEVER = new AbortController().signal;

/** Delivers once what is due, on the machine's clock unless another one is given. */
export async function deliverDue(
  { values, config }: DigestsRun,
  clock = clockAt(values.now),
): Promise<number> {
  if (config.discord === null && config.slack === null)
    throw new UsageError(
      "no platform is configured; .env.example explains DISCORD_TOKEN and SLACK_BOT_TOKEN",
    );
  const log = plainLog((line) => process.stderr.write(line));
  const opened = await openDesk(config, [], log, clock.now);
  try {
    tellProblems(opened.problems);
    const { connections, endings } = await servingNow(config);
    for (const { reason, remedy } of endings) process.stderr.write(`${reason}. ${remedy}.\n`);
    const last = new Map<string, DeliveryEvent>();
    const observe = (event: DeliveryEvent) => void last.set(event.delivery.id, event);
    const away = new Set(await opened.store.awayTenants());
    const isAway = (tenant: Tenant) => away.has(tenant);
    const missed: MissedDates[] = [];
    const onMissed = (one: MissedDates) => void missed.push(one);
    const parts = await deliveryParts({
      config,
      opened,
      connections,
      isAway,
      clock,
      log,
      observe,
      onMissed,
    });
    const begun = clock.moment();
    const isOpen = async (): Promise<boolean> => {
      const { at, up } = clock.moment();
      const until = at + begun.up + AT_MOST - up;
      const open = await opened.store.nextDeliveries(begun.at);
      // What belongs to a platform that is not there waits for another run.
      return at <= until && open.some((one) => one.at <= until && parts.portOf(one.tenant) !== null);
    };
    const passes = createPasses(parts);
    await passes.run(NEVER);
    // A channel gets one a second, and many are spread: what was due comes all the same, and nothing that is due later.
    while (await isOpen()) {
      await clock.wait(LOOK);
      await passes.begin(NEVER);
      await passes.allDone();
    }
    for (const line of [...missed.flatMap(missedLines), ...[...last.values()].map(outcomeLine)])
      printLine(line);
    // What became due meanwhile is for the next run.
    const next = await nextTime(opened.store, begun.at);
    process.stdout.write(
      next === null ? "Nothing else is due.\n" : `The next one is due at ${instantOf(next)}.\n`,
    );
    const isWrong = endings.length > 0 || missed.length > 0 || [...last.values()].some(wentWrong);
    return isWrong ? 1 : 0;
  } finally {
    await opened.close();
  }
}

function instantOf(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

/** The machine's time, with a calendar that shows `now` at the start. */
function clockAt(now: string | undefined): Clock {
  const clock = realClock();
  if (now === undefined) return clock;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/u.test(now)
    ? Date.parse(now)
    : Number.NaN;
  if (Number.isNaN(at))
    throw new UsageError(`--now ${now} is no time: write it as 2026-03-10T09:00:00+09:00`);
  const ahead = at - clock.now();
  const shown = () => clock.now() + ahead;
  return { now: shown, moment: () => ({ at: shown(), up: clock.moment().up }), wait: clock.wait };
}
