import { visible } from "../core/visible.ts";

/**
 * What means something in Discord's Markdown wherever it stands: emphasis, code, strike-through, spoilers, links, what
 * begins mentions, timestamps and custom emoji (`<`), `@everyone`, the colon of an address and the first of an emoji's
 * name (`:fire:`). A link of ours may take in all words up to a later `](` and lead where that says; a backslash before
 * the bracket hides nothing, so it stands between the two. No more than that, because "Copy Text" gives a reader our
 * backslashes too. discord.js's own `escapeMarkdown` misses several of these.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
const ANYWHERE =
  /[\\*_`<[]|(?<=\])\(|~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\||@(?=everyone|here)|(?<=\p{L}):(?=\S)|:(?=[\w+-]{1,64}:)/gu;
const WITH_TILDES = new RegExp(`${ANYWHERE.source}|~`, "gu");
/** What means something at the start of a line: headings, subtext (`-#`), quotes and lists. */
const AT_START = /^(\s*)(?:([-+#>])|(\d{1,9})([.)])(?=\s|$))/u;

/**
 * The text so that Discord shows it as it is, unseen characters written out. What stands at the start of a line is for
 * {@link escapeStart}, because only whoever puts the line together knows where it starts.
 */
export function escapeText(text: string): string {
  return visible(text).replace(ANYWHERE, String.raw`\$&`);
}

/** The same for text that must stay on one line. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s*\n\s*/gu, " "));
}

/** A line whose words are escaped, so that its first characters mean nothing either. */
export function escapeStart(line: string): string {
  return line.replace(AT_START, (_, space: string, mark: string | undefined, digits = "", point = "") =>
    mark === undefined ? `${space}${digits}\\${point}` : `${space}\\${mark}`,
  );
}

/** The same beside words that are struck out: no tilde may join the marks that strike them out. */
export function escapeTildes(text: string): string {
  return visible(text.replace(/\s*\n\s*/gu, " ")).replace(WITH_TILDES, String.raw`\$&`);
}

/**
 * A masked link: its words escaped, its address without characters that could end it. Only the words where the host
 * itself has such characters (a user name, an IPv6 address), because there they cannot be written in another way.
 */
export function maskedLink(text: string, url: string): string {
  const { origin, username, password, href } = new URL(url);
  if (username !== "" || password !== "" || origin.includes("[")) return escapeLine(text);
  const path = href.slice(origin.length).replace(/[()<>[\]\\*_~`|@]/gu, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `[${escapeLine(text).replaceAll("]", String.raw`\]`)}](${origin}${path})`;
}
