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
import { subscribe } from "./subscribe.ts";
import { change } from "./subscription/change.ts";
import { edit } from "./subscription/edit.ts";
import { history } from "./subscription/history.ts";
import { pause } from "./subscription/pause.ts";
import { preview } from "./subscription/preview.ts";
import { removeAll } from "./subscription/remove-all.ts";
import { remove } from "./subscription/remove.ts";
import { resumeRemoved } from "./subscription/resume-removed.ts";
import { resume } from "./subscription/resume.ts";
import { subscriptions } from "./subscriptions.ts";
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
  subscribe,
  subscriptions,
  help,
  share,
  digest,
  preview,
  pause,
  resume,
  resumeRemoved,
  edit,
  change,
  history,
  remove,
  removeAll,
];
