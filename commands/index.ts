import { about } from "./about.ts";
import { check } from "./check.ts";
import { cite } from "./cite.ts";
import { compare } from "./compare.ts";
import { digest } from "./digest.ts";
import { help } from "./help.ts";
import { read } from "./read.ts";
import { search } from "./search.ts";
import { share } from "./share.ts";
import { sources } from "./sources.ts";
import { timeline } from "./timeline.ts";
import { today } from "./today.ts";
import type { Command } from "../src/core/command.ts";

/** The commands in the order in which help shows them; the first one takes what is typed without a name. */
export const commands: readonly Command[] = [
  search,
  compare,
  check,
  about,
  timeline,
  today,
  read,
  cite,
  sources,
  help,
  share,
  digest,
];
