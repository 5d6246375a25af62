import type { Command } from "../src/core/command.ts";
import { help } from "./help.ts";
import { read } from "./read.ts";
import { search } from "./search.ts";

/** The subcommands of `/korea` in the order in which they are shown. The first one takes text without a name. */
export const commands: readonly Command[] = [search, read, help];
