import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseJson, isJson } from "./json.ts";
import { faultReply, type Reply } from "./reply.ts";
import type { ResponseUrls } from "./response-url.ts";
import type { WebApi } from "./web-api.ts";
import type { World } from "./world.ts";

/** The peer's HTTP server on a free port of 127.0.0.1. */
export interface PeerServer {
  http: Server;
  /** `http://127.0.0.1:PORT` */
  base: string;
  /** Starts to answer: `/api/METHOD` and `/response/TEAM/KEY`. */
  serve(world: World, api: WebApi, urls: ResponseUrls): void;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) text += String(chunk);
  return text;
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === "reset") response.socket?.resetAndDestroy();
  else if (reply.kind === "stall") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"ok":');
  } else if (reply.kind === "answer") response.writeHead(reply.status, reply.headers).end(reply.body);
}

function respondTo(
  world: World,
  api: WebApi,
  urls: ResponseUrls,
  key: string,
  body: string,
  type: string,
): Reply {
  const planned = api.nextFault("response_url");
  const happened = planned === undefined || planned.applied ? urls.post(key, body) : undefined;
  const reply: Reply =
    planned !== undefined
      ? faultReply(planned.fault)
      : {
          kind: "answer",
          status: happened?.status ?? 500,
          headers: { "content-type": "text/html" },
          body: happened?.text ?? "",
        };
  const value = parseJson(body);
  const args = isJson(value) ? value : {};
  world.record({ method: "response_url", args, token: undefined, contentType: type }, reply);
  return reply;
}

/** Opens the port. */
export async function listen(): Promise<PeerServer> {
  const http = createServer();
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  const { port } = http.address() as AddressInfo;
  return {
    http,
    base: `http://127.0.0.1:${port}`,
    serve(world, api, urls) {
      http.on("request", (request: IncomingMessage, response: ServerResponse) => {
        const path = request.url?.split("?")[0] ?? "/";
        const [, area, name, key] = path.split("/");
        const contentType = request.headers["content-type"] ?? "";
        const { authorization } = request.headers;
        const answer = (body: string): Reply => {
          if (area === "api") return api.call(name ?? "", { authorization, contentType, body });
          if (area === "response") return respondTo(world, api, urls, key ?? "", body, contentType);
          return { kind: "answer", status: 404, headers: {}, body: "" };
        };
        read(request).then(
          (body) => send(response, answer(body)),
          () => response.destroy(),
        );
      });
    },
    close() {
      http.closeAllConnections();
      return new Promise((resolve) => {
        http.close(() => resolve());
      });
    },
  };
}
