/** A clock on the wall of a zone, told by `Intl` alone, to check by what was reckoned otherwise. */
export interface LocalClock {
  /** `YYYY-MM-DD HH:MM`. */
  read(instant: number): string;
  /** Milliseconds that the clock is ahead of UTC. */
  offset(instant: number): number;
  /** The dates that the wall calendar showed in a year, in order. */
  datesOf(year: number): string[];
}

/** The wall clock of an IANA zone. */
export function localClock(zone: string): LocalClock {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const read = (instant: number) => format.format(instant);
  return {
    read,
    offset: (instant) => Date.parse(`${read(instant)}Z`) - Math.floor(instant / 60_000) * 60_000,
    datesOf: (year) => {
      const dates = new Set<string>();
      const hour = 3_600_000;
      for (let now = Date.UTC(year, 0, 1) - 24 * hour; now < Date.UTC(year + 1, 0, 2); now += hour) {
        dates.add(read(now).slice(0, 10));
      }
      return [...dates].filter((date) => date.startsWith(`${year}-`));
    },
  };
}
