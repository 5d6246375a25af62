/** Why a digest is as it is, for whoever looks at the subscription. */
export type DigestWhy =
  /** So many of the new documents matched. */
  | { readonly type: "news"; readonly matched: number; readonly of: number }
  | { readonly type: "noNews" }
  | { readonly type: "noMatch"; readonly of: number }
  /** The query cannot be searched any more: a sentence in the subscription's language says why. */
  | { readonly type: "unreadable"; readonly mistake: string };

/** A reason as a short code, which the store keeps: `news 3/12`, `noNews`, `noMatch 12` or `unreadable`. */
export function whyCode(why: DigestWhy): string {
  if (why.type === "news") return `news ${why.matched}/${why.of}`;
  return why.type === "noMatch" ? `noMatch ${why.of}` : why.type;
}

/** The reason of a code; `null` where the text is none. What an unreadable query's mistake is, the code does not tell. */
export function readWhyCode(text: string): DigestWhy | null {
  if (text === "noNews") return { type: "noNews" };
  if (text === "unreadable") return { type: "unreadable", mistake: "" };
  const news = /^news (\d{1,9})\/(\d{1,9})$/u.exec(text);
  if (news !== null) return { type: "news", matched: Number(news[1]), of: Number(news[2]) };
  const noMatch = /^noMatch (\d{1,9})$/u.exec(text);
  return noMatch === null ? null : { type: "noMatch", of: Number(noMatch[1]) };
}
