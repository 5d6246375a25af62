import { realClock } from "./ops/clock.ts";
import { start } from "./start.ts";

process.exitCode = await start(realClock());
