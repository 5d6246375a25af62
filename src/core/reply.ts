import type { Excerpt } from "./excerpt.ts";

/**
 * A run of text with one role. Text is never Markdown: renderers escape it for their platform, so nothing in it can
 * become a mention, a link or markup.
 */
export type Span =
  | { readonly type: "text" | "strong" | "code"; readonly text: string }
  /** Words that a text no longer has, and words that it has got: struck out, and marked where they were put in. */
  | { readonly type: "removed" | "inserted"; readonly text: string }
  /** `url` is http or https; renderers show its host. */
  | { readonly type: "link"; readonly text: string; readonly url: string }
  /** An instant (milliseconds since 1970): each reader's own date and time where the platform can show it, else `text`. */
  | { readonly type: "moment"; readonly text: string; readonly at: number }
  /** A channel by the platform's id: its name where the platform can show it, else `text`. */
  | { readonly type: "channel"; readonly text: string; readonly id: string };

/** A part of a reply, one below the other. */
export type Block =
  | { readonly type: "heading"; readonly spans: readonly Span[] }
  | { readonly type: "text"; readonly spans: readonly Span[] }
  /** An excerpt, what it was taken from, and what can be done with it. */
  | {
      readonly type: "quote";
      readonly excerpt: Excerpt;
      readonly citation: readonly Span[];
      readonly actions: readonly Action[];
      /** What we add to the document's words: shown below the citation, visibly ours. */
      readonly remarks?: readonly (readonly Span[])[];
    }
  | { readonly type: "list"; readonly items: readonly (readonly Span[])[] }
  /** Set apart from the answer: what was searched, what could not be done. */
  | { readonly type: "note"; readonly spans: readonly Span[] };

/** Values of a command's options by name, as a platform, a stored action or a line of text gives them. */
export type RawValues = Readonly<Record<string, string | number | boolean>>;

/** Another command to run with these values when the person chooses it. */
export interface Action {
  readonly label: string;
  readonly command: string;
  readonly values: RawValues;
  /** Whether the answer takes the place of this reply, as another page of it does; else it is a new one. */
  readonly replaces?: boolean;
}

/** What a command answers. */
export interface Reply {
  readonly type: "reply";
  readonly blocks: readonly Block[];
  /** What can be done next with the whole reply, such as turning the page. */
  readonly actions: readonly Action[];
  /** Whether everybody in the channel sees it; else only who asked. */
  readonly shared?: boolean;
}

/** Asks for what a command still needs; the answer runs the command with `values` and the fields together. */
export interface Form {
  readonly type: "form";
  readonly title: string;
  readonly command: string;
  readonly values: RawValues;
  readonly fields: readonly FormField[];
}

/** One question of a form. */
export interface FormField {
  /** Name of the option that the answer becomes. */
  readonly name: string;
  readonly label: string;
  /** What stands in it already; absent where it is blank. */
  readonly value?: string;
  /** Whether it may stay blank; else it must be answered. */
  readonly optional?: boolean;
}

/** A reply of these blocks. */
export function reply(blocks: readonly Block[], actions: readonly Action[] = []): Reply {
  return { type: "reply", blocks, actions };
}

/** A span of plain text. */
export function text(words: string): Span {
  return { type: "text", text: words };
}

/** A span of text that matters most in its line. */
export function strong(words: string): Span {
  return { type: "strong", text: words };
}

/** A span to be typed or copied as it stands. */
export function code(words: string): Span {
  return { type: "code", text: words };
}

/** A note of one sentence. */
export function note(words: string): Block {
  return { type: "note", spans: [text(words)] };
}
