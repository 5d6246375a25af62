import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SENT_WITHIN, whatIsDue } from "../../../src/core/digest/catch-up.ts";
import { WEEK, type Weekday } from "../../../src/core/digest/weekday.ts";
import { ZONES, isOn } from "./awkward-zones.ts";
import { localClock } from "./local-clock.ts";
import { DAY, HOUR, scheduleOf } from "./schedules.ts";

const two = (number: number) => String(number).padStart(2, "0");
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const someDays = fc.oneof(fc.constant([...WEEK]), fc.subarray([...WEEK], { minLength: 1 }));
/** Milliseconds from one look at the clock to the next, and whether the process dies before it has recorded what it saw. */
const looks = (longest: number) =>
  // Without a bias towards short pauses, of which a year would take millions.
  fc.noBias(
    fc.array(
      fc.record({
        pause: fc.oneof(fc.integer({ min: 1, max: HOUR }), fc.integer({ min: HOUR, max: longest })),
        dies: fc.boolean(),
      }),
      { minLength: 40, maxLength: 200 },
    ),
  );

interface Seen {
  readonly sent: { readonly localDate: string; readonly dueAt: number; readonly now: number }[];
  readonly skipped: string[];
  /** Every instant at which what was seen was also recorded. */
  readonly recorded: number[];
}

/** Runs a subscription over a year and two days at either end. The pauses are gone through again and again. */
function aYear(
  schedule: ReturnType<typeof scheduleOf>,
  year: number,
  pauses: readonly { pause: number; dies: boolean }[],
): Seen {
  const since = Date.UTC(year, 0, 1) - 2 * DAY;
  const seen: Seen = { sent: [], skipped: [], recorded: [] };
  let lastLocalDate: string | null = null;
  let now = since;
  let diedBefore = false;
  for (let look = 0; now < Date.UTC(year + 1, 0, 1) + 2 * DAY; look += 1) {
    const { pause, dies } = pauses[look % pauses.length]!;
    now += pause;
    const { send, skipped } = whatIsDue(schedule, now, { since, lastLocalDate });
    if (dies && !diedBefore) {
      diedBefore = true;
      continue;
    }
    diedBefore = false;
    seen.recorded.push(now);
    seen.skipped.push(...skipped);
    if (send !== null) seen.sent.push({ ...send, now });
    lastLocalDate = send?.localDate ?? skipped.at(-1) ?? lastLocalDate;
  }
  return seen;
}

describe.each(ZONES)("a year of a subscription in %s (%i)", (zone, year, touched) => {
  const clock = localClock(zone);
  const times = fc.oneof(fc.constantFrom(...touched), anyTime);
  const datesOn = (days: readonly Weekday[]) => clock.datesOf(year).filter((date) => isOn(date, days));
  const inYear = (dates: readonly string[]) => dates.filter((date) => date.startsWith(`${year}-`));

  it("delivers once on each date that exists and is chosen, at its time, whenever it looks and dies", () => {
    fc.assert(
      fc.property(times, someDays, looks(3 * HOUR), (at, days, pauses) => {
        const { sent, skipped } = aYear(scheduleOf(at, zone, days), year, pauses);
        expect(inYear(sent.map(({ localDate }) => localDate))).toEqual(datesOn(days));
        expect(skipped).toEqual([]);
        for (const { localDate, dueAt, now } of sent) {
          expect(now - dueAt).toBeGreaterThanOrEqual(0);
          expect(now - dueAt).toBeLessThanOrEqual(SENT_WITHIN);
          const target = `${localDate} ${at}`;
          const shown = clock.read(dueAt);
          // A time that the clock jumped over comes as much later as the jump was long.
          const jump = clock.offset(dueAt) - clock.offset(dueAt - 3 * HOUR);
          const shift = Date.parse(`${shown}Z`) - Date.parse(`${target}Z`);
          expect(shift === 0 || (jump > 0 && shift === jump)).toBe(true);
          // Of a time that came twice it is the first.
          expect(shift !== 0 || clock.read(dueAt - 60_000) < target).toBe(true);
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it("delivers or records as skipped each date once, in order, when it does not look for days", () => {
    fc.assert(
      fc.property(times, someDays, looks(4 * DAY), (at, days, pauses) => {
        const { sent, skipped, recorded } = aYear(scheduleOf(at, zone, days), year, pauses);
        const settled = [...sent.map(({ localDate }) => localDate), ...skipped].toSorted();
        const expected = datesOn(days);
        // What is due after the last look of the run is still open.
        expect(inYear(settled)).toEqual(expected.slice(0, inYear(settled).length));
        const isOpen = recorded.at(-1)! < Date.UTC(year + 1, 0, 1) + DAY;
        expect(isOpen || inYear(settled).length === expected.length).toBe(true);
        for (const { now, dueAt } of sent) {
          expect(now - dueAt).toBeLessThanOrEqual(SENT_WITHIN);
          // Sent by the first that looked and recorded it.
          expect(recorded.find((look) => look >= dueAt)).toBe(now);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});
