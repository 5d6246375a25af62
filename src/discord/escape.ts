import { visible } from "../core/visible.ts";

/**
 * What means something in Discord's Markdown wherever it stands: emphasis, code, strike-through, spoilers, links, what
 * begins mentions, timestamps and custom emoji (`<`), `@everyone`, and the colon of an address. No more than that, because
 * "Copy Text" gives a reader our backslashes too. discord.js's own `escapeMarkdown` misses several of these.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
const ANYWHERE = /[\\*_`<[]|~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\||@(?=everyone|here)|(?<=\p{L}):(?=\S)/gu;
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

/** A masked link: its words escaped, its address without characters that could end it. */
export function maskedLink(text: string, url: string): string {
  const address = new URL(url).href.replace(/[()<>[\]\\*_~`|@]/gu, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `[${escapeLine(text).replaceAll("]", String.raw`\]`)}](${address})`;
}
