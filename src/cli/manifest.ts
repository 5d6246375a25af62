import { commands } from "../../commands/index.ts";
import { messagesFor } from "../messages/index.ts";
import { manifest, type ManifestMode } from "../slack/manifest.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";

/** `korea manifest`: from which Slack makes the app. */
export const manifestProgram: Program = {
  usage: `Usage: korea manifest [--mode socket|http] [--url URL]

Prints the manifest of the Slack app, to be pasted at api.slack.com/apps → Create New App → From a manifest.

  --mode socket  the app opens a connection to Slack; nothing needs to be reachable from outside (default)
  --mode http    Slack sends requests to --url
  --url URL      https address under which this machine is reachable, for --mode http
  --help         show this`,

  async run(args) {
    const { values, positionals } = readArguments(args, {
      mode: { type: "string", default: "socket" },
      url: { type: "string" },
    });
    if (positionals.length > 0) throw new UsageError(`“${positionals[0]}” is not expected`);
    // Slack shows the manifest's descriptions to everybody, whatever their language.
    process.stdout.write(
      `${JSON.stringify(manifest(readMode(values.mode, values.url), messagesFor("en"), commands), null, 2)}\n`,
    );
    return 0;
  },
};

function readMode(mode: string, url: string | undefined): ManifestMode {
  if (mode === "socket") {
    if (url !== undefined) throw new UsageError("--url goes with --mode http");
    return { mode };
  }
  if (mode !== "http") throw new UsageError(`--mode ${mode}: write socket or http`);
  if (url === undefined) throw new UsageError("--mode http needs --url, the https address of this machine");
  if (!URL.canParse(url) || new URL(url).protocol !== "https:")
    throw new UsageError(`--url ${url} is no https address`);
  return { mode, url };
}
