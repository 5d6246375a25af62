import type { FetchRequest } from "./types.ts";

type Accept = FetchRequest["accept"];

/** What is asked for, best first. */
export const ACCEPT: Readonly<Record<Accept, string>> = {
  page: "text/html, application/xhtml+xml, text/plain;q=0.5",
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1",
};

/** What is taken. Feeds are sent under many names, text/html among them: their reader tells what they are. */
const TAKEN: Readonly<Record<Accept, RegExp>> = {
  page: /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/u,
  feed: /^(?:text\/[\w.+-]+|application\/(?:[\w.-]+\+)?(?:xml|json|rss|atom|rdf))$/u,
};

const WORD: Readonly<Record<Accept, string>> = { page: "a page", feed: "a feed" };

/** What is wrong with a content type ("image/png, not a page"); `null` where nothing is, or where there is none. */
export function typeFlaw(contentType: string | null, accept: Accept): string | null {
  const type = contentType?.split(";", 1)[0]!.trim().toLowerCase() ?? "";
  if (type === "" || TAKEN[accept].test(type)) return null;
  const named = type.length <= 80 && /^[\w.+-]+\/[\w.+-]+$/u.test(type) ? type : "something unnamed";
  return `${named}, not ${WORD[accept]}`;
}
