import { ComponentType, type Message, type MessageSnapshot } from "discord.js";

/** What can be read of a message, or of one that was forwarded. */
type Readable = Pick<Message | MessageSnapshot, "content" | "embeds" | "components">;

/**
 * The words of a message: what its writer typed, else what its text components, the message that it forwards, or its
 * embeds say. Empty where there are none. Discord tells them without the intent for message content, because the person
 * chose the message (https://docs.discord.com/developers/events/gateway#message-content-intent).
 */
export function wordsOf(message: Message): string {
  return [message, ...message.messageSnapshots.values()].map(wordsIn).find((words) => words !== "") ?? "";
}

function wordsIn({ content, components, embeds }: Readable): string {
  const written = plain(content);
  // An address alone is no text; what it leads to stands in the embed.
  if (written.replace(/<?https?:\/\/\S+/gu, "").trim() !== "") return written;
  const displayed = components.flatMap((component) => textIn(component.toJSON()));
  const described = embeds.flatMap(({ description }) => description ?? []);
  const titled = embeds.flatMap(({ title }) => title ?? []);
  const ways = [displayed, described, titled].map((texts) => plain(texts.join("\n")));
  return ways.find((words) => words !== "") ?? "";
}

/** The texts of a component and of those in it, as its writer wrote them. */
function textIn(component: object): string[] {
  if ("type" in component && component.type === ComponentType.TextDisplay && "content" in component)
    return [String(component.content)];
  const inner = "components" in component && Array.isArray(component.components) ? component.components : [];
  return inner.flatMap((part: object) => textIn(part));
}

/** What is struck out is shown as no longer said. */
const STRUCK = /(?<!\\)~~(?!~)[\s\S]+?~~ ?/gu;
/** Marks of Discord's Markdown before a line, around words, and the backslash before what would be one. */
const MARKS = /^(?:>>> |> |-# |#{1,3} )+|\*\*|__|~~|\|\||\\([^\p{L}\p{N}\s])/gmu;

function plain(markdown: string): string {
  return markdown.replace(STRUCK, "").replace(MARKS, "$1").trim();
}
