import { start } from "../../src/start.ts";
import { HandClock } from "./hand-clock.ts";
import type { FromDesk, ToDesk } from "./messages.ts";

// The whole bot, as `src/main.ts` starts it, with a clock that the parent process moves.
const clock = new HandClock(Number(process.env["KOREA_DESK_TEST_START"]));
const tell = (message: FromDesk) => void process.send?.(message);
const waits = () => clock.waits.map(({ ms, until }) => ({ ms, until }));
clock.onChange(() => tell({ type: "waits", waits: waits() }));
process.on("message", (message: ToDesk) => {
  if (message.type === "set") clock.set(message.at);
  else clock.pass(message.ms);
  tell({ type: "done", waits: waits() });
});
process.exitCode = await start(clock);
// Nobody moves it any more.
process.disconnect?.();
