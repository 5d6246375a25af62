import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { commandsPage } from "./docs/commands-page.ts";
import { openExampleDesk } from "./docs/example-desk.ts";
import { EXAMPLES } from "./docs/examples.ts";

/** `npm run -s docs`: writes the pages that are made from the code. */
const file = fileURLToPath(new URL("../docs/commands.md", import.meta.url));
const { desk, close } = await openExampleDesk();
await writeFile(file, await commandsPage(desk, EXAMPLES));
close();
process.stdout.write(`${file}\n`);
