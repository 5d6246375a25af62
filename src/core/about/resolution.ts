import { joined } from "./fold.ts";

/** What people write around the number of a resolution of the UN Security Council, in the order of `joined`. */
const AROUND =
  /^(?:un|united|nations|security|council|sc|unscr|resolution|res|s|no|number|유엔|안전보장이사회|안보리|결의안|결의|제|호|联合国|聯合國|安全理事会|安理会|安理會|第|号|號|决议|決議)*$/u;

/**
 * The number of a resolution of the UN Security Council that a text is nothing but the name of: `2397`, `S/RES/2397`,
 * `UNSCR 2397 (2017)`, `안보리 결의 2397호`, `UN Security Council Resolution 2397 (2017): …`; else `null`.
 */
export function resolutionOf(text: string): string | null {
  const name = text.replace(/:.*$/su, "").replace(/\(\d{4}\)\s*$/u, "");
  const numbers = name.match(/\d+/gu) ?? [];
  const [number] = numbers;
  if (numbers.length !== 1 || number!.length > 4) return null;
  return AROUND.test(joined(name.replace(/\d+/u, " "))) ? number! : null;
}
