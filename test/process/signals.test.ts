import { expect, onTestFinished, test } from "vitest";
import { configWith } from "../cli/run.ts";
import { createSlackPeer } from "../peers/slack.ts";
import { forkDesk } from "./fork-desk.ts";
import { isDeadline, lookUntil } from "./hand-clock.ts";
import { BEFORE_NINE, daily, deliveriesOf, subscribe } from "./subscribed.ts";

/** A process that is posting a digest, to a platform that does not answer. */
async function posting() {
  const peer = await createSlackPeer();
  onTestFinished(() => peer.close());
  const config = configWith({
    slack: {
      botToken: peer.workspace.botToken,
      apiUrl: peer.apiUrl,
      subscribers: [],
      reach: { mode: "socket", appToken: peer.appToken },
    },
  });
  const subscriptions = await subscribe(config, [daily("slack:team:T0KOREA01", "C0GENERAL")]);
  peer.fail("chat.postMessage", { kind: "hang" });
  const desk = forkDesk(config, BEFORE_NINE, { OPS_PORT: "0" });
  const { facts } = await desk.log.heard(/health and metrics are told/u);
  const probe = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${String(facts["port"])}${path}`);
    return `${answer.status} ${(await answer.text()).trim()}`;
  };
  await desk.log.heard(/Slack is ready/u);
  const called = peer.called("chat.postMessage");
  let isCalled = false;
  void called.then(() => (isCalled = true));
  // While a request is under way it does not look.
  await Promise.race([lookUntil(desk, () => isCalled), called]);
  await desk.until((waits) => waits.some(isDeadline));
  const states = async () =>
    (await deliveriesOf(config, subscriptions)).map(({ localDate, state }) => `${localDate} ${state}`);
  return { desk, peer, states, probe };
}

test("SIGTERM: what is being sent comes to its end, and the process ends with 0", async () => {
  const { desk, peer, states, probe } = await posting();
  expect(await states()).toEqual(["2026-03-10 sending"]);
  expect(await probe("/readyz")).toBe('200 {"ready":true,"notReady":[]}');
  desk.kill("SIGTERM");
  await desk.log.heard(/stopping/u);
  expect(await probe("/readyz")).toMatch(/^503 .*"stopping"/u);
  expect(await probe("/livez")).toBe("200 ok");
  await desk.pass(10_000);
  expect(await desk.ended).toBe(0);
  // It may have arrived: whoever starts next finds out.
  expect(await states()).toEqual(["2026-03-10 verify"]);
  expect(peer.violations).toEqual([]);
});

test("SIGTERM: what has not ended after 25 s is left, and the process ends with 1 and says so", async () => {
  const { desk, states } = await posting();
  desk.kill("SIGTERM");
  await desk.log.heard(/stopping/u);
  await desk.pass(25_000);
  expect(await desk.ended).toBe(1);
  const { level, message } = desk.log.all.at(-1)!;
  expect([level, message]).toEqual(["error", "something did not end in time; the process ends without it"]);
  expect(await states()).toEqual(["2026-03-10 sending"]);
});

test.each(["SIGTERM", "SIGINT"] as const)("a second %s ends the process at once", async (signal) => {
  const { desk, states } = await posting();
  desk.kill("SIGTERM");
  await desk.log.heard(/stopping/u);
  desk.kill(signal);
  expect(await desk.ended).toBe(1);
  expect(desk.log.all.at(-1)!.message).toBe("asked to end a second time; the process ends at once");
  expect(await states()).toEqual(["2026-03-10 sending"]);
});
