import { decodeText } from "../../decode.ts";
import { parseDocumentFile, type DocumentFile } from "../../document-file.ts";
import type { Problem } from "../../problem.ts";

/**
 * Reads a document file, which is named in problems as `file`.
 *
 * @throws {UndecodableError} where it is no text.
 */
export function readDocumentBytes({ bytes, file }: { bytes: Uint8Array; file: string }): {
  read: DocumentFile | null;
  problems: Problem[];
} {
  return parseDocumentFile(decodeText(bytes, { contentType: null, kind: "text" }).text, file);
}
