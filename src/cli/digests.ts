import { NEWS_DAYS } from "../core/digest/window.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { deliverDue } from "./digests/deliver.ts";
import { previewDigest, type DigestsRun } from "./digests/preview.ts";

/** What can be done, each with the options that it takes. */
const ACTIONS = new Map<
  string,
  { readonly options: readonly string[]; run(run: DigestsRun): Promise<number> }
>([
  [
    "preview",
    { options: ["query", "date", "since", "zone", "language", "quiet", "json"], run: previewDigest },
  ],
  ["run", { options: ["now"], run: (asked) => deliverDue(asked) }],
]);

/** `korea digests`: what subscriptions get. */
export const digestsProgram: Program = {
  usage: `Usage: korea digests preview [--query QUERY] [--date YYYY-MM-DD] [OPTION]…
       korea digests run [--now TIME]

preview shows the digest that a subscription would get on a day, from the documents that came as news: through feeds, or through
korea import --announce.

  --query QUERY    what is subscribed to, in the grammar of searches; else everything
  --date DATE      local date of the digest; else today
  --since DATE     local date from whose beginning documents are new, to the end of --date; else the day before it. None that
                   was published more than ${NEWS_DAYS} days before --date is news all the same
  --zone ZONE      time zone of the subscription: a city, or a name such as Asia/Seoul; else DEFAULT_TIMEZONE
  --language NAME  en or ko; else that of the console
  --quiet          nothing on a day without news, instead of a quote of the day
  --json           print JSON: {date, zone, language, query, why: {type, matched, of, mistake}, items, quoteOfDay, blocks:
                   [{type, text} or {type, excerpt, citation, remarks}], actions: [{label, command, values}]}; why.type is
                   news, noNews, noMatch or unreadable, items counts all that match, of which blocks has the first, and
                   excerpt has the shape that korea search --json prints, without score

run delivers once what is due, as the bot does all the time, and ends; for cron, or beside a bot that runs: each digest comes
once all the same. It goes on with what was due when it began for 5 minutes at most, since a channel gets one message a second.
It prints a line for each digest that it worked on, and for each that was missed since it ran last: local date, the
subscription's id as korea subscriptions list shows it, channel, and what became of it; then when the next one is due. Its
status is 0 where nothing went wrong, 1 where a platform could not be reached, or a digest was missed, or could not be delivered,
or nobody knows whether it was.

  --now TIME       take this for the time of the calendar, such as 2026-03-10T09:00:00+09:00; for tests

  --help           show this`,

  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      query: { type: "string" },
      date: { type: "string" },
      since: { type: "string" },
      zone: { type: "string" },
      language: { type: "string" },
      quiet: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      now: { type: "string" },
    });
    const [action = "", ...more] = positionals;
    const known = ACTIONS.get(action);
    if (known === undefined) {
      const names = [...ACTIONS.keys()].join(", ");
      throw new UsageError(action === "" ? `which of ${names}?` : `“${action}” is none of ${names}`);
    }
    if (more.length > 0)
      throw new UsageError(`“${more.join(" ")}” is not expected; the query goes with --query`);
    const { options, run } = known;
    const foreign = Object.entries(values).find(
      ([name, value]) => value !== false && value !== undefined && !options.includes(name),
    );
    if (foreign !== undefined) throw new UsageError(`--${foreign[0]} is no option of ${action}`);
    return run({ values, config });
  },
};
