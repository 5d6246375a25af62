import { closeSync, openSync, readSync, writeSync } from "node:fs";
import type { Moment } from "../../src/core/subscription.ts";

/** Bytes of a moment: two numbers. */
const SIZE = 16;

/**
 * The time that a test gives to processes. It stands in a file, because a process that was stopped must know the time as
 * soon as it goes on, before any message is read.
 */
export function writeTime(path: string): { write(moment: Moment): void; close(): void } {
  const file = openSync(path, "w+");
  return {
    write: ({ at, up }) => void writeSync(file, Buffer.from(Float64Array.of(at, up).buffer), 0, SIZE, 0),
    close: () => closeSync(file),
  };
}

/** The time as it is whenever it is asked for. */
export function readTime(path: string): () => Moment {
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(SIZE);
  return () => {
    readSync(file, buffer, 0, SIZE, 0);
    return { at: buffer.readDoubleLE(0), up: buffer.readDoubleLE(8) };
  };
}
