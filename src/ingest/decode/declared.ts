import { knownEncoding } from "./strict.ts";

/** Where a text may name its own encoding. */
export type TextKind = "html" | "xml" | "text";

/** Bytes in which HTML looks for its encoding are 1,024; saved pages often have a comment or a script before it. */
const HEAD = 4_096;

/**
 * Encodings that the header and the text itself name, most telling first, without repetition. Labels that nobody knows
 * are left out.
 */
export function declaredIn(bytes: Uint8Array, contentType: string | null, kind: TextKind): string[] {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  const labels = [
    labelIn(contentType ?? ""),
    ...(kind === "text" ? [] : [xmlLabel(head)]),
    ...(kind === "html" ? [metaLabel(head)].map(asInHtml) : []),
  ];
  return [...new Set(labels.flatMap((label) => (label === null ? [] : (knownEncoding(label) ?? []))))];
}

/** The label after `charset=`, as https://html.spec.whatwg.org/#extracting-character-encodings-from-meta-elements */
function labelIn(text: string): string | null {
  return /charset\s*=[\s"']*([\w.:+-]+)/iu.exec(text)?.[1] ?? null;
}

/** https://www.w3.org/TR/xml/#NT-XMLDecl */
function xmlLabel(head: string): string | null {
  const [declaration] = /^\s{0,64}<\?xml\s[^>]{0,256}/u.exec(head) ?? [""];
  return /\sencoding\s*=\s*["']([\w.:+-]+)/u.exec(declaration)?.[1] ?? null;
}

function metaLabel(head: string): string | null {
  // A comment may hold an encoding that was the page's long ago.
  const visible = head.replaceAll(/<!--[^]*?(?:-->|$)/gu, "");
  for (const [meta] of visible.matchAll(/<meta\s[^>]*/giu)) {
    const label = labelIn(meta);
    if (label !== null) return label;
  }
  return null;
}

/** A meta element that could be read as ASCII is not in UTF-16, whatever it says. */
function asInHtml(label: string | null): string | null {
  return label !== null && /^utf-?16/iu.test(label) ? "utf-8" : label;
}
