import type { OutletBook } from "../../core/outlet.ts";
import { isCaption } from "./caption.ts";
import { datelineOf } from "./dateline.ts";
import type { Dateline } from "./dateline.ts";
import { furnitureOf } from "./furniture.ts";
import type { Furniture } from "./furniture.ts";
import { isButtons, isSections, isTrail } from "./labels.ts";
import { endsSentence, weightOf } from "./units.ts";
import type { Unit } from "./units.ts";

/** A unit with what it looks like by itself; only its place on the page says what it is. */
export interface Reading extends Unit {
  /**
   * `text`: perhaps the article's. `sections`: names of sections, or a subheading that reads like one.
   * `dateline`: see {@link Dateline}. Everything else is never the article's.
   */
  readonly role: "text" | "sections" | "trail" | "buttons" | "caption" | "dateline" | Furniture;
  readonly dateline: Dateline | null;
  /** Length in half-width columns. */
  readonly weight: number;
  /** Text that reads as prose: it ends as a sentence does, or is too long for anything else. */
  readonly prose: boolean;
}

/** Weight from which a text is prose whatever it ends with. */
export const LONG = 150;

/** Every unit by itself. */
export function readingsOf(units: readonly Unit[], outlets: OutletBook): Reading[] {
  return units.map((unit, index) => {
    const weight = weightOf(unit.text);
    const dateline = datelineOf(unit.text, outlets);
    const listed =
      isPointed(unit) && [units[index - 1], units[index + 1]].some((other) => other && isPointed(other));
    const role = listed ? "text" : roleOf(unit.text, dateline, outlets);
    const sentence =
      endsSentence(unit.text) && /[\s\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(unit.text);
    return { ...unit, role, dateline, weight, prose: role === "text" && (weight >= LONG || sentence) };
  });
}

/** The mark of Korean captions; several lines with it are points of a list. */
function isPointed({ text }: Unit): boolean {
  return /^[▲△]/u.test(text);
}

function roleOf(text: string, dateline: Dateline | null, outlets: OutletBook): Reading["role"] {
  if (isCaption(text, outlets)) return "caption";
  const furniture = furnitureOf(text, outlets);
  if (furniture !== null) return furniture;
  if (dateline !== null) return "dateline";
  if (isTrail(text)) return "trail";
  if (isSections(text)) return "sections";
  return isButtons(text) ? "buttons" : "text";
}
