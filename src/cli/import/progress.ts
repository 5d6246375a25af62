import { SingleBar } from "cli-progress";

/** Up to this many files need no bar: they are read before anybody looks. */
const FEW = 20;

/** How far a long import is; on standard error, for people only. */
export interface Progress {
  /** Writes lines to standard output, above the bar. */
  write(text: string): void;
  step(): void;
  stop(): void;
}

/** A bar where there are many files and somebody looks at standard error; else nothing but the lines. */
export function createProgress(
  total: number,
  { stdout, stderr }: { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream & { isTTY?: boolean } },
): Progress {
  if (stderr.isTTY !== true || total <= FEW) {
    return { write: (text) => void stdout.write(text), step: () => undefined, stop: () => undefined };
  }
  const bar = new SingleBar({
    stream: stderr,
    format: "{bar} {value} of {total}, {eta_formatted} to go",
    clearOnComplete: true,
    forceRedraw: true,
    // The terminal stays as it was, and Ctrl-C ends the import and not the bar.
    linewrap: true,
    gracefulExit: false,
  });
  bar.start(total, 0);
  return {
    write(text) {
      // The bar stands on the line where the next words go; it is drawn again below them before long.
      if (bar.isActive) stderr.write("\r\u001B[K");
      stdout.write(text);
    },
    step: () => bar.increment(),
    stop: () => bar.stop(),
  };
}
