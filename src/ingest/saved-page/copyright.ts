import type { Outlet, OutletBook } from "../../core/outlet.ts";
import type { Reading } from "./reading.ts";

/** A day or years, and what such lines say besides whose the page is. */
const BESIDES = new RegExp(
  String.raw`all rights? reserved|copyrights?|저작권자|版权所有|版權所有|著作権|\(c\)|[©ⓒ<>《》【】"']|\(주\)|㈜|주식회사|` +
    String.raw`\b(?:since|by)\b|\b(?:19|20)\d{2}\b(?:\s?[-–~]\s?(?:(?:19|20)\d{2}\b)?)?|` +
    String.raw`,?\s?\b(?:co\.?,?\s?ltd|inc|llc|corp(?:oration)?|company|media group)\b\.?`,
  "giu",
);

/** Longest line that is looked at. */
const LINE_MAX = 250;

/**
 * The outlet whose property a page says it is, by name or domain, in the last of its copyright lines: those before are often
 * of an agency's text or of a picture. `null` where that line names no outlet, or more than one.
 */
export function outletInCopyright(
  readings: readonly Pick<Reading, "role" | "text">[],
  outlets: OutletBook,
): Outlet | null {
  const line = readings.findLast(({ role }) => role === "copyright")?.text;
  if (line === undefined || line.length > LINE_MAX) return null;
  const parts = line.replace(BESIDES, "|").split(/[|,;:&/()·•]|\.\s|\s(?=무단|저작권)/u);
  const found = new Set(parts.map((part) => outletOf(part, outlets)).filter((outlet) => outlet !== null));
  return found.size === 1 ? [...found][0]! : null;
}

function outletOf(part: string, outlets: OutletBook): Outlet | null {
  const name = part.trim().replace(/^[\s.–-]{1,10}|[\s.–-]{1,10}$/gu, "");
  if (name === "") return null;
  const host = /^(?:www\.)?([a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4})$/iu.exec(name);
  return outlets.named(name) ?? (host === null ? null : outlets.atHost(host[1]!));
}
