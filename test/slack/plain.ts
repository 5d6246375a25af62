import type { KnownBlock, RichTextBlockElement, RichTextElement } from "@slack/types";
import type { SlackMessage } from "../../src/slack/render.ts";

/** How a link is told: by the words it shows, or by where it leads. */
export type LinkAs = "words" | "address";

/** What a person reads in a message: one string a line of text, list item or quote. Buttons are not part of it. */
export function linesOf({ blocks }: Pick<SlackMessage, "blocks">, links: LinkAs = "words"): string[] {
  return blocks.flatMap((block) =>
    block.type === "rich_text" ? block.elements.flatMap((element) => linesIn(element, links)) : [],
  );
}

/** The labels of the buttons, in order. */
export function labelsOf({ blocks }: Pick<SlackMessage, "blocks">): string[] {
  return buttonsOf(blocks).map(({ label }) => label);
}

/** The buttons of a message, in order. */
export function buttonsOf(
  blocks: readonly KnownBlock[],
): { label: string; actionId: string; value: string }[] {
  return blocks.flatMap((block) =>
    block.type !== "actions"
      ? []
      : block.elements.map((element) => {
          if (element.type !== "button") throw new Error(`a ${element.type} among the buttons`);
          return {
            label: element.text.text,
            actionId: element.action_id ?? "",
            value: element.value ?? "",
          };
        }),
  );
}

function linesIn(element: RichTextBlockElement, links: LinkAs): string[] {
  switch (element.type) {
    case "rich_text_section":
      return [lineOf(element.elements, links)];
    case "rich_text_quote":
      return [wordsOf(element.elements, links)];
    case "rich_text_list":
      return element.elements.flatMap((item) =>
        item.type === "rich_text_section" ? [lineOf(item.elements, links)] : [],
      );
    case "rich_text_preformatted":
      throw new Error(`a ${element.type} in a message`);
  }
}

/** A section ends its line itself: sections that follow each other run together. */
function lineOf(elements: readonly RichTextElement[], links: LinkAs): string {
  const words = wordsOf(elements, links);
  if (!words.endsWith("\n")) throw new Error(`a section that does not end its line: ${words}`);
  return words.slice(0, -1);
}

function wordsOf(elements: readonly RichTextElement[], links: LinkAs): string {
  return elements
    .map((element) => {
      if (element.type === "text") return element.text;
      if (element.type === "link") return links === "address" ? element.url : (element.text ?? element.url);
      // A reader's client shows a time of their own, and the channel's name.
      if (element.type === "date") return `<${element.timestamp}>`;
      if (element.type === "channel") return `<#${element.channel_id}>`;
      throw new Error(`a ${element.type} among the words`);
    })
    .join("");
}
