/** Beginnings of files that are no text, as https://mimesniff.spec.whatwg.org/ and the formats themselves give them. */
const BEGINNINGS: readonly [string, string][] = [
  ["%PDF-", "a PDF"],
  ["PK\x03\x04", "a ZIP archive or an office document"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"],
  ["{\\rtf", "a rich text document"],
  ["\x1f\x8b", "a gzip archive"],
  ["7z\xbc\xaf\x27\x1c", "a 7z archive"],
  ["Rar!\x1a\x07", "a RAR archive"],
  ["BZh91AY&SY", "a bzip2 archive"],
  ["\xfd7zXZ\0", "an xz archive"],
  ["\x89PNG\r\n\x1a\n", "a PNG picture"],
  ["\xff\xd8\xff", "a JPEG picture"],
  ["GIF87a", "a GIF picture"],
  ["GIF89a", "a GIF picture"],
  ["II*\0", "a TIFF picture"],
  ["MM\0*", "a TIFF picture"],
  ["bplist00", "a web archive of Safari"],
  ["ID3", "an audio file"],
  ["OggS\0", "an audio file"],
  ["\x7fELF", "a program"],
  ["SQLite format 3\0", "a database"],
];

/** What a file is by its first bytes, in words such as `a PDF`; `null` where it may be text. */
export function foreignFormat(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = BEGINNINGS.find(([beginning]) => head.startsWith(beginning));
  if (found !== undefined) return found[1];
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return "a WebP picture";
  return head.startsWith("ftyp", 4) ? "a film or a HEIC picture" : null;
}
