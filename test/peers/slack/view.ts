import type { ModalView } from "@slack/types";

/** A modal that is open before a person. */
export interface PeerView extends Omit<ModalView, "blocks"> {
  id: string;
  hash: string;
  team: string;
  user: string;
  blocks: ModalView["blocks"];
  /** The view under it in the stack, and the lowest one. */
  previous_view_id: string | null;
  root_view_id: string;
  open: boolean;
}
