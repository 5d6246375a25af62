import type { Outlet, OutletBook } from "../../core/outlet.ts";
import type { Reading } from "./reading.ts";

/**
 * The outlet a page shows itself to be from: by the fingerprints of one outlet only, else by a dateline
 * that names it ("China.org.cn, April 3, 2018"). A name in running text is no evidence: outlets write about
 * each other.
 */
export function outletOf(text: string, readings: readonly Reading[], outlets: OutletBook): Outlet | null {
  const shown = outlets.all.filter(({ fingerprints }) =>
    fingerprints.some(({ all }) => all.length > 0 && all.every((words) => text.includes(words))),
  );
  const named = new Set(
    readings.flatMap(({ role, dateline }) =>
      role === "dateline" && dateline?.outlet ? [dateline.outlet] : [],
    ),
  );
  if (shown.length > 0)
    return shown.length === 1 ? shown[0]! : (shown.find((outlet) => named.has(outlet)) ?? null);
  return named.size === 1 ? [...named][0]! : null;
}
