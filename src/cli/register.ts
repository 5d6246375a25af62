import { REST, Routes } from "discord.js";
import { commands } from "../../commands/index.ts";
import { compileCommands } from "../discord/compile.ts";
import { describeError, endingOfError } from "../discord/endings.ts";
import { deleteCommands, registerCommands } from "../discord/register.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";

/** `korea register`: the commands in Discord, without starting the bot. */
export const registerProgram: Program = {
  usage: `Usage: korea register [--guild ID] [--dry-run] [--delete]

Registers /korea and the commands on messages where they differ from what is registered. The bot does the same when it
starts.

  --guild ID  in this server only, at once; else everywhere
  --dry-run   only tell what would be done
  --delete    delete the commands of the application there
  --help      show this`,

  async run(args, { discord }) {
    const { values, positionals } = readArguments(args, {
      guild: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      delete: { type: "boolean", default: false },
    });
    if (positionals.length > 0) throw new UsageError(`“${positionals[0]}” is not expected`);
    const guildId = values.guild ?? null;
    if (guildId !== null && !/^\d{17,20}$/u.test(guildId))
      throw new UsageError(`--guild ${guildId} is no id of a server`);
    if (discord === null)
      throw new UsageError("DISCORD_TOKEN is not set; .env.example tells where to find it");
    const rest = new REST({ api: discord.apiUrl, retries: 0, timeout: 8_000, rejectOnRateLimit: () => true });
    rest.setToken(discord.token);
    try {
      const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
      const options = { rest, applicationId: id, guildId, dryRun: values["dry-run"] };
      const done = values.delete
        ? await deleteCommands(options)
        : await registerCommands(compileCommands(commands), options);
      const where = guildId === null ? "everywhere" : `in server ${guildId}`;
      process.stdout.write(
        `${values["dry-run"] && done !== "unchanged" ? `would be ${done}` : done} ${where}\n`,
      );
      return 0;
    } catch (error) {
      const ending = endingOfError(error);
      const words =
        ending === null
          ? `Discord did not answer (${describeError(error)}). Check the network, or try again later.`
          : `${ending.reason}. ${ending.remedy}.`;
      process.stderr.write(`${words}\n`);
      return 1;
    }
  },
};
