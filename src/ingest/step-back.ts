import { constants, setPriority } from "node:os";

/** Lets everything that somebody waits for go first: this process, or on Linux, in a thread, this thread alone. */
export function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed it is done at the same pace as all else.
  }
}
