import type { Problem } from "../problem.ts";
import { feedsText } from "./edit-feeds-file.ts";
import type { Feed } from "./feed.ts";
import { readFeeds } from "./feeds-file.ts";

/** The operator's list as it is now: read again whenever it is asked for, told of when it changes. */
export interface FeedList {
  /** The feeds of the file; those of its last good state while it is broken. */
  feeds(): Promise<readonly Feed[]>;
}

/**
 * The feeds of a file that people edit while the program runs. `tell` hears what is wrong with it once for every state of
 * the file.
 */
export function createFeedList(path: string, tell: (problems: readonly Problem[]) => void): FeedList {
  let good: readonly Feed[] = [];
  let seen: string | null = null;
  return {
    async feeds() {
      let text: string;
      try {
        text = await feedsText(path);
      } catch (error) {
        const message = `it cannot be read (${codeOf(error)})`;
        if (seen !== message) tell([{ file: path, line: null, message, remedy: "Check its permissions" }]);
        seen = message;
        return good;
      }
      if (text === seen) return good;
      seen = text;
      const { feeds, problems } = readFeeds(text, path);
      if (problems.length > 0) tell(problems);
      good = feeds ?? good;
      return good;
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}
