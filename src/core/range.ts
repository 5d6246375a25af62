/** A run of UTF-16 units `[start, end)` of some text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
