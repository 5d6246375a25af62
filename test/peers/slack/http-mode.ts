import { createHmac } from "node:crypto";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import type { Answer } from "./interaction.ts";
import { parseJson, type Json } from "./json.ts";
import { ACK_DEADLINE_MS, type Outgoing, type Transport } from "./transport.ts";
import type { World } from "./world.ts";

/**
 * The signature of a request: HMAC-SHA256 of `v0:timestamp:body` under the signing secret, in hex.
 * docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

/** Slash commands are forms, other interactions a form with one `payload` field, events are JSON. */
function encode(out: Outgoing): { body: string; type: string } {
  const form = "application/x-www-form-urlencoded";
  if (out.kind === "events_api") return { body: JSON.stringify(out.payload), type: "application/json" };
  if (out.kind === "interactive") {
    return { body: new URLSearchParams({ payload: JSON.stringify(out.payload) }).toString(), type: form };
  }
  return { body: new URLSearchParams(out.payload as Record<string, string>).toString(), type: form };
}

function headers(
  secret: string,
  now: number,
  out: Outgoing,
  body: string,
  type: string,
): Record<string, string> {
  const signature = out.signature ?? "good";
  // The bot compares with the machine's clock, not the peer's: stale means more than five minutes before
  // that.
  const time = Math.floor((signature === "stale" ? Date.now() - 6 * 60_000 : now) / 1000);
  const key = signature === "bad" ? `${secret}-not` : secret;
  return {
    "content-type": type,
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    ...(signature !== "missing" && {
      "x-slack-request-timestamp": String(time),
      "x-slack-signature": sign(key, time, body),
    }),
    ...(out.retry !== undefined && {
      "x-slack-retry-num": String(out.retry.attempt),
      "x-slack-retry-reason": out.retry.reason,
    }),
  };
}

async function read(response: IncomingMessage): Promise<Answer> {
  let text = "";
  response.setEncoding("utf8");
  for await (const chunk of response) text += String(chunk);
  const status = response.statusCode ?? 0;
  if (status !== 200) return { ok: false, error: "dispatch_failed", status };
  if (text === "") return { ok: true, body: undefined };
  const json = response.headers["content-type"]?.startsWith("application/json") === true;
  // A plain text body is the message: docs.slack.dev/interactivity/implementing-slash-commands
  return { ok: true, body: json ? parseJson(text) : ({ text } satisfies Json) };
}

/** Slack in HTTP mode: posts signed requests to the bot's URL, and waits 3 seconds of the peer's clock. */
export function createHttpMode(
  world: World,
  secret: string,
  url: () => string | undefined,
): Transport & { close(): void } {
  const open = new Set<ClientRequest>();
  return {
    deliver(out) {
      const target = url();
      if (target === undefined) throw new Error("HTTP mode: set peer.requestUrl to the bot's address first.");
      const { body, type } = encode(out);
      return new Promise((resolve) => {
        const call = request(target, {
          method: "POST",
          // No connection outlives its request, so closing the peer leaves nothing behind.
          agent: false,
          headers: headers(secret, world.clock.now(), out, body, type),
        });
        open.add(call);
        const done = (answer: Answer): void => {
          open.delete(call);
          cancel();
          resolve(answer);
        };
        const cancel = world.clock.after(ACK_DEADLINE_MS, () => {
          done({ ok: false, error: "operation_timeout" });
          call.destroy();
        });
        call.on("error", () => done({ ok: false, error: "dispatch_failed" }));
        const answer = async (response: IncomingMessage): Promise<void> => {
          try {
            done(await read(response));
          } catch {
            done({ ok: false, error: "dispatch_failed" });
          }
        };
        call.on("response", (response) => void answer(response));
        call.end(body);
      });
    },
    close() {
      for (const call of open) call.destroy();
    },
  };
}
