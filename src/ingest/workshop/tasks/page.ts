import { OutletBook, type Outlet } from "../../../core/outlet.ts";
import { decodeText } from "../../decode.ts";
import { readPage } from "../../html/read-page.ts";
import { readSavedPage, type SavedPage } from "../../saved-page.ts";
import { savedFrom } from "./saved-from.ts";

/** A page as it came. */
export interface PageInput {
  bytes: Uint8Array;
  /** The `Content-Type` header, or what the name of the file gives; `null` where neither is there. */
  contentType: string | null;
  /** The address it came from; `null` where it is not known. */
  address: string | null;
  outlets: readonly Outlet[];
}

/**
 * Reads the article on a page. HTML is known by its type or its first tag: many servers call HTML plain text, and people
 * save pages under any name.
 *
 * @throws {UndecodableError} where it is no text.
 */
export function readPageBytes({ bytes, contentType, address, outlets }: PageInput): SavedPage {
  const book = new OutletBook(outlets);
  const named = contentType !== null && /^\s*(?:text\/html|application\/xhtml\+xml)\b/iu.test(contentType);
  const first = bytes.find((byte) => !BLANKS.has(byte));
  const { text } = decodeText(bytes, { contentType, kind: named || first === LESS_THAN ? "html" : "text" });
  return named || startsWithTag(text)
    ? readPage(text, { address: address ?? savedFrom(text), outlets: book })
    : { ...readSavedPage(text, book), url: address };
}

const LESS_THAN = 0x3c;
/** White space of ASCII, and the byte order mark of UTF-8. */
const BLANKS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

/** A headline such as `<사설> …` or `<Interview> …` is no tag. */
function startsWithTag(text: string): boolean {
  return /^\s*<(?:[!?]|(?:html|head|body|meta|title|link|script|style|base|div|main|article|section|header|nav|p|h[1-6]|table|span|a|center|frameset)[\s/>])/iu.test(
    text.slice(0, 4_096),
  );
}
