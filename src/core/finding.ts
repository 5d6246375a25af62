import type { Ending } from "./platform.ts";

/** One thing that was checked, for the operator. */
export interface Finding {
  level: "ok" | "warning" | "error";
  /** What was checked: `store`, `Discord`. */
  subject: string;
  message: string;
  /** What to do about it. */
  remedy?: string;
}

/** A platform that refuses (`ending`), or does not answer: `words` say what happened, `variable` holds its address. */
export function failure(subject: string, ending: Ending | null, words: string, variable: string): Finding {
  if (ending !== null) return { level: "error", subject, message: ending.reason, remedy: ending.remedy };
  const remedy = `Check the network and ${variable}, or try again later`;
  return { level: "error", subject, message: `the API did not answer (${words})`, remedy };
}
