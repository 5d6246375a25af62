/** Longer waits are cut to this: whoever polls looks again after a week, and timers hold no more than 24 days. */
const LONGEST = 7 * 24 * 60 * 60 * 1000;

/**
 * Milliseconds that a `Retry-After` header asks to wait, in seconds or as a date in any of the three forms of
 * https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7; `null` where it says neither. A date that is past is 0.
 */
export function readRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d+$/u.test(text)) return Math.min(Number(text) * 1000, LONGEST);
  if (!/^[A-Z][a-z]{2}/u.test(text)) return null;
  // The form of asctime has no zone, and means GMT.
  const date = Date.parse(/\bGMT$/u.test(text) ? text : `${text} GMT`);
  return Number.isNaN(date) ? null : Math.min(Math.max(date - now, 0), LONGEST);
}
