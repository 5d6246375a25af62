import type { OutletBook } from "../../core/outlet.ts";
import {
  importDocument,
  importSavedPage,
  isDocumentFile,
  type Imported,
  type Settings,
} from "../import-page.ts";
import { UnreadableError, readBytes } from "../read-bytes.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import type { Workshop } from "../workshop/workshop.ts";
import { contentTypeOf } from "./find-files.ts";

/** What reading needs. */
export interface ReadingContext {
  workshop: Workshop;
  outlets: OutletBook;
  /** What whoever imports knows; wins over what is found. */
  settings: Settings;
}

/** Bytes that came from somewhere. */
interface Source {
  /** Named in problems: a path or an address. */
  name: string;
  bytes: Uint8Array;
  contentType: string | null;
  /** `null` for a file. */
  address: string | null;
}

/** Makes a document of a file: a page, HTML or saved as text, or a document file. */
export async function readFileAt(path: string, context: ReadingContext): Promise<Imported> {
  try {
    const bytes = await readBytes(path);
    return await readSource({ name: path, bytes, contentType: contentTypeOf(path), address: null }, context);
  } catch (error) {
    if (error instanceof UnreadableError) return refused(path, error);
    throw error;
  }
}

/** Makes a document of the page at an address. */
export async function readAddress(url: string, fetcher: Fetcher, context: ReadingContext): Promise<Imported> {
  const fetched = await fetcher.fetch({ url, accept: "page", trusted: true });
  switch (fetched.outcome) {
    case "ok": {
      const { bytes, contentType } = fetched;
      return readSource({ name: url, bytes, contentType, address: fetched.url }, context);
    }
    case "refused":
      return refused(url, fetched);
    case "gone":
      return refused(url, { message: "the page is gone for good", remedy: "Look for it in an archive" });
    case "unchanged":
      return refused(url, {
        message: "an answer to a question that was not asked",
        remedy: "Try again later",
      });
  }
}

/**
 * Makes a document of bytes, taken apart in the workshop. Only a file may be a document file: a page on the web does not
 * say what it is called here.
 */
async function readSource(source: Source, context: ReadingContext): Promise<Imported> {
  const { name, bytes, contentType, address } = source;
  const { workshop, outlets, settings } = context;
  if (bytes.length === 0) return refused(name, { message: "empty", remedy: "Save the page again" });
  if (address === null && !/html/u.test(contentType ?? "") && isDocumentFile(headOf(bytes))) {
    const outcome = await workshop.run("documentFile", { bytes, file: name });
    if (!outcome.ok) return refused(name, outcome);
    const { read, problems } = outcome.value;
    return read === null
      ? { entry: null, identified: false, problems }
      : importDocument(read, settings, outlets);
  }
  const input = { bytes, contentType, address, outlets: outlets.all };
  const outcome = await workshop.run("page", input);
  return outcome.ok ? importSavedPage(outcome.value, name, settings, outlets) : refused(name, outcome);
}

/** Enough to see whether a file begins with front matter, in UTF-8 or UTF-16. */
function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 256));
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return wide ? head.toString("latin1", 2).replaceAll("\0", "") : head.toString("utf8");
}

function refused(file: string, { message, remedy }: { message: string; remedy: string }): Imported {
  return { entry: null, identified: false, problems: [{ file, line: null, message, remedy }] };
}
