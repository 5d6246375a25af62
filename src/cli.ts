import { UsageError, type Program } from "./cli/command-line.ts";
import { tellProblems } from "./cli/problems.ts";
import { StoreUnavailableError } from "./compose.ts";
import { loadConfig } from "./config.ts";
import { nearest } from "./core/nearest.ts";
import { en } from "./messages/en.ts";
import { stepBack } from "./ingest/step-back.ts";

/** A program as it is listed. */
interface Listed {
  name: string;
  summary: string;
  load(): Promise<Program>;
}

/**
 * The programs that are no command of `/korea`, but for the first, in the order in which help shows them. Each is loaded
 * when it is asked for: the clients of the platforms alone take longer to load than a search takes.
 */
const PROGRAMS: readonly Listed[] = [
  {
    name: "search",
    summary: "find quoted, attributed excerpts",
    load: async () => (await import("./cli/search.ts")).searchProgram,
  },
  {
    name: "render",
    summary: "show exactly what a platform would be sent",
    load: async () => (await import("./cli/render.ts")).renderProgram,
  },
  {
    name: "import",
    summary: "read web pages and document files from disk and web",
    load: async () => (await import("./cli/import.ts")).importProgram,
  },
  {
    name: "feeds",
    summary: "follow RSS, Atom and JSON Feed",
    load: async () => (await import("./cli/feeds.ts")).feedsProgram,
  },
  {
    name: "digests",
    summary: "show what a subscription gets, or deliver what is due",
    load: async () => (await import("./cli/digests.ts")).digestsProgram,
  },
  {
    name: "subscriptions",
    summary: "list, export and import subscriptions of all channels",
    load: async () => (await import("./cli/subscriptions.ts")).subscriptionsProgram,
  },
  {
    name: "tenant",
    summary: "list servers and workspaces, and delete what is kept of one",
    load: async () => (await import("./cli/tenant.ts")).tenantProgram,
  },
  {
    name: "chat",
    summary: "talk at the terminal",
    load: async () => (await import("./cli/chat.ts")).chatProgram,
  },
  {
    name: "doctor",
    summary: "check configuration, documents, store, tokens and connections",
    load: async () => (await import("./cli/doctor.ts")).doctorProgram,
  },
  {
    name: "manifest",
    summary: "print the manifest from which Slack makes the app",
    load: async () => (await import("./cli/manifest.ts")).manifestProgram,
  },
  {
    name: "register",
    summary: "register /korea with Discord without starting the bot",
    load: async () => (await import("./cli/register.ts")).registerProgram,
  },
];

/** All programs: a search first, then the other commands of `/korea`, then what only the command line has. */
async function allPrograms(): Promise<readonly Listed[]> {
  const { ASKED, askProgram } = await import("./cli/ask.ts");
  const asked = ASKED.map((command) => ({
    name: command.name,
    // The others are no sentences either.
    summary: command.description(en).replace(/^./u, (first) => first.toLowerCase()),
    load: async () => askProgram(command),
  }));
  return [...PROGRAMS.slice(0, 1), ...asked, ...PROGRAMS.slice(1)];
}

/** Exit status for wrong arguments, as shells use it. */
const USAGE = 2;

async function main([name = "--help", ...args]: string[]): Promise<number> {
  const all = PROGRAMS.some((one) => one.name === name) ? PROGRAMS : await allPrograms();
  const listed = all.find((one) => one.name === name);
  if (listed === undefined) {
    const asked = name === "--help" || name === "-h" || name === "help";
    if (asked) process.stdout.write(overview(all));
    else {
      const { IN_CHANNELS } = await import("./cli/ask.ts");
      process.stderr.write(`${IN_CHANNELS.includes(name) ? onlyInChats(name) : unknown(name, all)}\n`);
    }
    return asked ? 0 : USAGE;
  }
  const program = await listed.load();
  const end = args.indexOf("--");
  if ((end === -1 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h")) {
    process.stdout.write(`${program.usage}\n`);
    return 0;
  }
  const { config, problems } = loadConfig();
  tellProblems(problems);
  if (config === null) return 1;
  if (program.background === true) stepBack();
  try {
    return await program.run(args, config);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`korea ${name}: ${error.message}\nkorea ${name} --help shows how.\n`);
      return USAGE;
    }
    if (error instanceof StoreUnavailableError) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function overview(programs: readonly Listed[]): string {
  const width = Math.max(...programs.map((program) => program.name.length));
  const lines = programs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: korea PROGRAM [ARGUMENTS]\n\n${lines.join("\n")}\n\nkorea PROGRAM --help tells more.\n`;
}

/** What somebody wants who types a command that is about a channel. */
function onlyInChats(name: string): string {
  return `korea: ${name} is a command for chats: type /korea ${name} in the channel of Discord or Slack that is to get digests. korea digests preview shows what one would get, korea subscriptions import takes over those of another store.`;
}

function unknown(name: string, programs: readonly Listed[]): string {
  const meant = nearest(
    name,
    programs.map((program) => program.name),
  );
  return `korea: there is no program “${name}”.${meant === null ? "" : ` Did you mean ${meant}?`} See korea --help.`;
}

// A reader that goes away (`| head`) ends the process quietly: there is nobody left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
