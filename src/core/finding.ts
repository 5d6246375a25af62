/** One thing that was checked, for the operator. */
export interface Finding {
  level: "ok" | "warning" | "error";
  /** What was checked: `store`, `Discord`. */
  subject: string;
  message: string;
  /** What to do about it. */
  remedy?: string;
}
