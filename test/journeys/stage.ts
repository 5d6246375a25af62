import type { Tenant } from "../../src/core/tenant.ts";
import type { Newsroom } from "./newsroom.ts";

/** Languages of people. */
export type Language = "en" | "ko";

/** One person, with or without the right to manage subscriptions just now. */
export interface Who {
  readonly manages: boolean;
  readonly language: Language;
}

/** What a person sees of a message on any platform, and the message itself. */
export interface Said<M> {
  readonly lines: readonly string[];
  readonly labels: readonly string[];
  readonly message: M;
}

/** A platform on which a person subscribes a channel. What answers the person must be seen by them alone. */
export interface Stage<M> {
  readonly room: Newsroom;
  readonly tenant: Tenant;
  /** Runs `/korea NAME`. */
  ask(name: string, options: Readonly<Record<string, string>>, who: Who): Promise<Said<M>>;
  /** Presses the first button with this label; what is there to see then. */
  press(on: Said<M>, label: string, who: Who): Promise<Said<M>>;
  /** Presses a button that opens a window, and sends that with these answers. */
  fill(on: Said<M>, label: string, answers: Readonly<Record<string, string>>, who: Who): Promise<Filled<M>>;
  /** Presses a button of a message in the name of another server or workspace. */
  pressElsewhere(on: Said<M>, label: string, who: Who): Promise<Said<M>>;
  /** Lets the bot post in the channel, or not any more. */
  letIn(may: boolean): void;
  /** Removes the bot from the server or workspace; resolves when it knows. */
  leave(): Promise<void>;
  /** Adds it again. */
  comeBack(): Promise<void>;
  /** What everybody sees in the channel, oldest first. */
  posts(): readonly Said<M>[];
}

/** What stood in a window when it opened, by field, and what was said when it was sent. */
export interface Filled<M> {
  readonly fields: Readonly<Record<string, string>>;
  readonly said: Said<M>;
}
