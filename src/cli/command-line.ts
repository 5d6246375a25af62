import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import type { Config } from "../config.ts";

/** A program of the command line, such as `korea search`. */
export interface Program {
  /** Printed by `--help`, to which whoever gives wrong arguments is led. */
  usage: string;
  /** Whether it is long work beside a bot whose answers somebody waits for. */
  background?: boolean;
  /** Runs with the arguments after the name; gives the exit status. */
  run(args: string[], config: Config): Promise<number>;
}

/** Arguments that cannot be used; the message says which and why. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Arguments by Node's own parser.
 *
 * @throws {UsageError} with its explanation where an argument is not known or lacks its value.
 */
export function readArguments<const O extends ParseArgsOptionsConfig>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
