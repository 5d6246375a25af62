import { visible } from "../core/visible.ts";

/** Prints a line of what others wrote, on the operator's terminal: nothing in it acts or breaks the line. */
export function printLine(line: string): void {
  process.stdout.write(`${visible(line).replaceAll("\n", " ")}\n`);
}

/** A number with its noun: `1 tenant`, `2 tenants`, `2 deliveries`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`.replace(/ys$/u, "ies")}`;
}

/** A time (milliseconds since 1970) to the minute. */
export function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
