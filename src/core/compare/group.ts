import type { Messages } from "../../messages/messages.ts";
import type { Document } from "../document.ts";
import type { PositionRecord } from "../reference.ts";

/** What a comparison sets side by side. */
export const BYS = ["country", "outlet", "kind"] as const;
export type By = (typeof BYS)[number];

/** One side: which documents speak for it, and which recorded positions are its own. */
export interface Group {
  /** Stable name for programs: `CN`, `INT`; id or name of an outlet; a kind. */
  readonly key: string;
  readonly label: (m: Messages) => string;
  /** Whether it is shown although it has nothing. */
  readonly always: boolean;
  /** The field that shows this side alone, as typed in a topic; `null` where there is none. */
  readonly field: string | null;
  readonly documents: (document: Document) => boolean;
  readonly positions: (position: PositionRecord) => boolean;
}
