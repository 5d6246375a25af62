import { UsageError, readArguments, type Program } from "./command-line.ts";
import { previewDigest, type DigestsRun } from "./digests/preview.ts";

const ACTIONS = new Map<string, (run: DigestsRun) => Promise<number>>([["preview", previewDigest]]);

/** `korea digests`: what subscriptions get. */
export const digestsProgram: Program = {
  usage: `Usage: korea digests preview [--query QUERY] [--date YYYY-MM-DD] [OPTION]…

Shows the digest that a subscription would get on a day, from the documents that came as news: through feeds, or through
korea import --announce.

  --query QUERY    what is subscribed to, in the grammar of searches; else everything
  --date DATE      local date of the digest; else today
  --since DATE     local date from whose beginning documents are new, to the end of --date; else the day before it
  --zone ZONE      time zone of the subscription: a city, or a name such as Asia/Seoul; else DEFAULT_TIMEZONE
  --language NAME  en or ko; else that of the console
  --quiet          nothing on a day without news, instead of a quote of the day
  --json           print JSON: {date, zone, language, query, why: {type, matched, of, mistake}, items, quoteOfDay, blocks:
                   [{type, text} or {type, excerpt, citation, remarks}], actions: [{label, command, values}]}; why.type is
                   news, noNews, noMatch or unreadable, items counts all that match, of which blocks has the first, and
                   excerpt has the shape that korea search --json prints, without score
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
    });
    const [action = "", ...more] = positionals;
    const run = ACTIONS.get(action);
    if (run === undefined) {
      const names = [...ACTIONS.keys()].join(", ");
      throw new UsageError(action === "" ? `which of ${names}?` : `“${action}” is none of ${names}`);
    }
    if (more.length > 0)
      throw new UsageError(`“${more.join(" ")}” is not expected; the query goes with --query`);
    return run({ values, config });
  },
};
