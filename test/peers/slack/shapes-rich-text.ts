import { bool, list, number, object, oneOf, string, typed, type Rule, type Shape } from "./shapes.ts";

const marks = (...names: string[]): Record<string, Rule> => ({
  style: object({ optional: Object.fromEntries(names.map((name) => [name, bool])) }),
});
const textMarks = marks("bold", "italic", "strike", "code", "underline");
const mentionMarks = marks("bold", "italic", "strike", "highlight", "client_highlight", "unlink", "code");
const border: Record<string, Rule> = { border: number() };
const inline = typed(
  "rich",
  "text",
  "link",
  "emoji",
  "user",
  "usergroup",
  "channel",
  "team",
  "broadcast",
  "date",
  "color",
);

/**
 * docs.slack.dev/reference/block-kit/blocks/rich-text-block: containers first, then what stands inside them.
 */
export const RICH_TEXT: Record<string, Shape> = {
  rich_text_section: { required: { elements: list(inline) } },
  rich_text_list: {
    required: { style: oneOf("bullet", "ordered"), elements: list(typed("rich", "rich_text_section")) },
    optional: { ...border, indent: number(), offset: number() },
  },
  rich_text_quote: { required: { elements: list(inline) }, optional: border },
  rich_text_preformatted: {
    required: { elements: list(typed("rich", "text", "link")) },
    optional: { ...border, language: string() },
  },
  // An empty text is refused: "must be more than 0 characters".
  text: { required: { text: string("rich_text.text") }, optional: textMarks },
  link: {
    required: { url: { kind: "string", limit: "rich_text.text", url: true } },
    optional: { ...textMarks, text: string(), unsafe: bool },
  },
  emoji: { required: { name: string() }, optional: { ...textMarks, unicode: string(), url: string() } },
  user: { required: { user_id: string() }, optional: mentionMarks },
  usergroup: { required: { usergroup_id: string() }, optional: mentionMarks },
  channel: { required: { channel_id: string() }, optional: mentionMarks },
  team: { required: { team_id: string() }, optional: mentionMarks },
  broadcast: { required: { range: oneOf("here", "channel", "everyone") }, optional: textMarks },
  date: {
    required: { timestamp: number(), format: string() },
    optional: { ...textMarks, url: string(), fallback: string() },
  },
  color: { required: { value: string() }, optional: textMarks },
};
