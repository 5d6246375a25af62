/**
 * Characters that a terminal acts on, or that change the order or hide parts of what a person sees: controls, line and
 * paragraph separators, bidirectional controls, invisible characters (joiners stay: scripts and emoji need them), and
 * halves of surrogate pairs. Tabs and line ends are layout.
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Cs}|[\u{E0000}-\u{E007F}]/gu;

/** The text with every such character written out as `\u{202e}`, so that nothing acts and nothing hides. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
