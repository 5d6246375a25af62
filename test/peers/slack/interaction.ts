import type { Json } from "./json.ts";
import type { PeerMessage } from "./messages.ts";
import type { Signal } from "./signal.ts";
import type { PeerView } from "./view.ts";

/** One thing a person sees happen after what they did. Messages and views are copies, as they were then. */
export type Shown =
  | { kind: "message" | "update" | "delete"; message: PeerMessage; via: "ack" | "response_url" }
  | { kind: "view"; view: PeerView; how: "open" | "push" | "update" }
  /** A submitted modal closed (`all`: the whole stack). */
  | { kind: "closed"; all: boolean }
  /** A submitted modal stays, with a message under each of these blocks. */
  | { kind: "errors"; errors: Record<string, string> }
  /** Slack itself tells the person that the app failed. */
  | { kind: "failed"; error: string; text: string };

/** How the bot acknowledged. `body` is undefined for an empty acknowledgement. */
export type Answer =
  | { ok: true; body: unknown }
  /** `status` is the HTTP status, in HTTP mode. */
  | { ok: false; error: "operation_timeout" | "dispatch_failed"; status?: number };

/** What a test holds after a person has typed, clicked or submitted. */
export interface Interaction {
  /** The payload as the bot got it. */
  payload: Json;
  /** Socket Mode: the envelope's id. The same id comes again when Slack delivers it twice. */
  envelopeId: string;
  triggerId: string;
  responseUrl: string;
  /** How the bot acknowledged the first delivery. */
  ack(): Promise<Answer>;
  /**
   * The next thing the person sees: first the message inside the acknowledgement, then what arrives at the
   * response_url, and the modals opened with the trigger_id. Each call gives the one after.
   */
  response(): Promise<Shown>;
  /**
   * The next thing the person sees, which must be a message (new or replaced).
   * @throws Error naming what it was instead.
   */
  message(): Promise<PeerMessage>;
  /** As `message`, for a modal. */
  view(): Promise<PeerView>;
  /** All that the person has seen so far. */
  seen: readonly Shown[];
  /**
   * Delivers the same envelope once more, as Slack may. Resolves to how the bot acknowledged that delivery.
   */
  redeliver(retry?: { attempt: number; reason: string }): Promise<Answer>;
}

/** Where the parts of the peer write what a person sees. */
export interface InteractionLog {
  show(shown: Shown): void;
  seen: readonly Shown[];
  response(): Promise<Shown>;
}

/** An empty log. */
export function createLog(signal: Signal): InteractionLog {
  const seen: Shown[] = [];
  let read = 0;
  return {
    seen,
    show(shown) {
      seen.push(structuredClone(shown));
      signal.changed();
    },
    response: () =>
      signal.until(() => {
        const next = seen[read];
        if (next !== undefined) read += 1;
        return next;
      }),
  };
}

/** Describes what was seen, for an error. */
export function describe(shown: Shown): string {
  if (shown.kind === "failed") return `failed (${shown.text})`;
  return "message" in shown ? `${shown.kind}: ${shown.message.text}` : shown.kind;
}
