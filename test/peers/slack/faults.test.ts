import { expect, test } from "vitest";
import { refusal, start } from "./web-client.ts";

/** The message of the error a call ends in. */
const refused = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "answered",
    (error: Error) => error.message,
  );

const hello = { channel: "C0GENERAL", text: "Hello" };

test("429 names the seconds to wait", async () => {
  const [peer, web] = await start();
  peer.fail("chat.postMessage", { kind: "rate_limited", retryAfter: 7 });
  await expect(web.apiCall("chat.postMessage", hello)).rejects.toMatchObject({ retryAfter: 7 });
  expect(await web.apiCall("chat.postMessage", hello)).toMatchObject({ ok: true });
  expect(peer.requests.map((r) => r.status)).toEqual([429, 200]);
});

test("HTTP 503, a cut connection and an error, as often as asked", async () => {
  const [peer, web] = await start();
  peer.fail("chat.postMessage", { kind: "http", status: 503 });
  peer.fail("chat.postMessage", { kind: "reset" }, { times: 2 });
  peer.fail("chat.postMessage", { kind: "error", error: "fatal_error" });
  await expect(web.apiCall("chat.postMessage", hello)).rejects.toMatchObject({ statusCode: 503 });
  for (let i = 0; i < 2; i += 1) {
    await expect(web.apiCall("chat.postMessage", hello)).rejects.toThrow(
      "A request error occurred: fetch failed",
    );
  }
  expect(await refusal(web.apiCall("chat.postMessage", hello))).toMatchObject({ error: "fatal_error" });
  expect(peer.messages("C0GENERAL")).toEqual([]);
  expect(peer.requests.map((r) => r.status)).toEqual([503, 0, 0, 200]);
});

test("an answer may be lost although the message was posted", async () => {
  const [peer, web] = await start();
  peer.fail("chat.postMessage", { kind: "reset" }, { applied: true });
  await expect(web.apiCall("chat.postMessage", hello)).rejects.toThrow(
    "A request error occurred: fetch failed",
  );
  expect(peer.messages("C0GENERAL").map((m) => m.text)).toEqual(["Hello"]);
});

test("a call may hang until the peer is closed", async () => {
  const [peer, web] = await start();
  peer.fail("chat.postMessage", { kind: "hang" });
  const call = refused(web.apiCall("chat.postMessage", hello));
  await peer.called("chat.postMessage");
  await peer.close();
  expect(await call).toBe("A request error occurred: fetch failed");
});

test("a response_url can fail too", async () => {
  const [peer] = await start();
  peer.fail("response_url", { kind: "rate_limited", retryAfter: 1 });
  const { responseUrl } = peer.slash({ command: "/korea", text: "" });
  const post = async (): Promise<number> => {
    const response = await fetch(responseUrl, { method: "POST", body: '{"text":"x"}' });
    await response.body?.cancel();
    return response.status;
  };
  expect([await post(), await post()]).toEqual([429, 200]);
  expect(peer.requests.map((r) => [r.method, r.status])).toEqual([
    ["response_url", 429],
    ["response_url", 200],
  ]);
});

test("closing the peer rejects whoever still waits", async () => {
  const [peer] = await start();
  const waiting = peer.called("chat.postMessage");
  await peer.close();
  await expect(waiting).rejects.toThrow("The Slack peer was closed while a test still waited for the bot.");
});
