/** A column of a row that holds text or nothing. */
export function textIn(row: Record<string, unknown>, name: string): string | null {
  const value = row[name];
  return typeof value === "string" ? value : null;
}

/** A column of a row that holds a number or nothing. */
export function numberIn(row: Record<string, unknown>, name: string): number | null {
  const value = row[name];
  return typeof value === "number" ? value : null;
}
