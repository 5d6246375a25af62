/** A JSON object whose members have not been checked yet. */
export type Json = Record<string, unknown>;

/** Whether a value is a JSON object (not null, not an array). */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; empty for anything else. */
export function obj(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The value as an array; empty for anything else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a string; empty for anything else. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The value as a number; 0 for anything else. */
export function num(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** A string or number as a string; null for anything else. */
export function scalar(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** Parses JSON; undefined where the text is not JSON. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}
