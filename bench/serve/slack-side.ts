import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { bodyOf, listen, type FarSide } from "./far-side.ts";

/** Signing secret of the bench's app. */
export const SIGNING_SECRET = "bench-signing-secret";
/** People who ask; the bot looks up each one's language once. */
const PEOPLE = 50;

const AUTH = { ok: true, team: "Bench", team_id: "T0BENCH", user_id: "U0BOT", bot_id: "B0BOT" };
const PERSON = { ok: true, user: { id: "U0", locale: "en-US" } };

/** Slack in HTTP mode: signed slash commands over kept-alive connections, and the two methods that the bot calls. */
export async function createSlackSide(): Promise<FarSide> {
  const { server, port } = await listen((incoming, response) => {
    incoming.resume();
    const answer = incoming.url?.endsWith("/users.info") === true ? PERSON : AUTH;
    response.writeHead(200, {
      "content-type": "application/json",
      "x-oauth-scopes": "commands,users:read",
    });
    response.end(JSON.stringify(answer));
  });
  const agent = new Agent({ keepAlive: true });
  let bot = 0;
  let last = 0;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    ready: (listening) => {
      bot = listening ?? 0;
    },
    async ask(query) {
      last += 1;
      const body = new URLSearchParams({
        command: "/korea",
        text: `search ${query}`,
        team_id: "T0BENCH",
        user_id: `U${last % PEOPLE}`,
        channel_id: "C0BENCH",
        trigger_id: `${last}.bench`,
        response_url: `http://127.0.0.1:${port}/response`,
      }).toString();
      const { status, text } = await post(agent, bot, body);
      if (status !== 200 || !text.includes('"response_type":"ephemeral"'))
        throw new Error(`status ${status}, no answer: ${text.slice(0, 200)}`);
    },
    close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

function post(agent: Agent, port: number, body: string): Promise<{ status: number; text: string }> {
  const time = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${time}:${body}`).digest("hex");
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        host: "127.0.0.1",
        port,
        path: "/slack/events",
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
          "x-slack-request-timestamp": time,
          "x-slack-signature": `v0=${signature}`,
        },
      },
      (response) => {
        bodyOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}
