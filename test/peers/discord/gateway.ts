import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import type { GatewayIdentifyData, GatewayResumeData } from "discord-api-types/v10";
import { WebSocketServer } from "ws";
import type { RawData, WebSocket } from "ws";
import { shardOf } from "./ids.ts";
import { areKnown, hears, PRIVILEGED, redact } from "./intents.ts";
import { isJson, list, num, obj, parseJson, text } from "./json.ts";
import { replay, sendEvent, sendOp, startSession } from "./session.ts";
import type { PeerServer } from "./server.ts";
import type { Session } from "./session.ts";
import type { World } from "./world.ts";

/** The gateway half of the peer, and what a test can do to it. */
export interface PeerGateway {
  /** Every IDENTIFY received, oldest first. */
  readonly identifies: GatewayIdentifyData[];
  /** Every RESUME received, oldest first. */
  readonly resumes: GatewayResumeData[];
  /** How many heartbeats were received. */
  heartbeats(): number;
  /** Resolves with the data of the next frame of this opcode from the client. */
  received(op: GatewayOpcodes): Promise<unknown>;
  /** Closes every connection with a code (1000, 4000 to 4999); sessions stay resumable. */
  disconnect(code: number): void;
  /** Cuts every connection without a close frame (the client sees 1006). */
  cut(): void;
  /** Sends RECONNECT: https://discord.com/developers/docs/events/gateway-events#reconnect */
  reconnect(): void;
  /** Sends INVALID_SESSION; not resumable forgets the sessions. */
  invalidateSession(resumable: boolean): void;
  /** Asks for a heartbeat now: https://discord.com/developers/docs/events/gateway#heartbeat-requests */
  requestHeartbeat(): void;
  /** Whether heartbeats are acknowledged. Default true; false makes a connection a zombie. */
  acknowledge: boolean;
  /** Forgets every session, so that a RESUME is answered with INVALID_SESSION. */
  forgetSessions(): void;
  /** Where GET /gateway/bot sends clients. */
  url(): string;
  /** Sends an event to whom it concerns. Also how interactions travel. */
  dispatch(event: GatewayDispatchEvents, data: unknown, guildId: string | null): void;
  /** How many sessions there are, connected or not. */
  sessions(): number;
  close(): void;
}

/** Starts the gateway on the peer's HTTP server. */
export function startGateway(input: {
  world: World;
  server: PeerServer;
  privilegedIntents: number;
  heartbeatInterval: number;
}): PeerGateway {
  const { world, server } = input;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  const sessions = new Map<string, Session>();
  const waiters = new Map<number, ((data: unknown) => void)[]>();
  let heartbeats = 0;
  const address = `ws://127.0.0.1:${server.port}/gateway`;

  server.http.on("upgrade", (request, socket, head) => {
    if (server.state() !== "up") {
      socket.end("HTTP/1.1 503 Service Unavailable\r\n\r\n");
      return;
    }
    const url = new URL(request.url ?? "/", "http://peer");
    sockets.handleUpgrade(request, socket, head, (client) => open(client, url));
  });

  function open(client: WebSocket, url: URL): void {
    // https://discord.com/developers/docs/events/gateway#connecting
    if (url.searchParams.get("v") !== "10") {
      client.close(GatewayCloseCodes.InvalidAPIVersion);
      return;
    }
    sendOp(client, GatewayOpcodes.Hello, { heartbeat_interval: input.heartbeatInterval });
    client.on("message", (raw: RawData) => receive(client, url, frame(raw)));
    client.on("close", (code) => leave(client, code));
    client.on("error", () => client.terminate());
  }

  function frame(raw: RawData): string {
    return Array.isArray(raw) ? Buffer.concat(raw).toString() : Buffer.from(raw as Buffer).toString();
  }

  /** A session ends where its client says goodbye (1000, 1001): it cannot be resumed after that. */
  function leave(client: WebSocket, code: number): void {
    for (const session of sessions.values()) {
      if (session.socket !== client) continue;
      session.socket = null;
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    }
  }

  function receive(client: WebSocket, url: URL, source: string): void {
    const payload = parseJson(source);
    // https://discord.com/developers/docs/events/gateway#sending-events (4,096 bytes)
    if (!isJson(payload) || Buffer.byteLength(source) > 4096) {
      client.close(GatewayCloseCodes.DecodeError);
      return;
    }
    const op = num(payload["op"]);
    act(client, url, op, payload["d"]);
    for (const waiter of waiters.get(op)?.splice(0) ?? []) waiter(payload["d"]);
  }

  function act(client: WebSocket, url: URL, op: unknown, data: unknown): void {
    const session = [...sessions.values()].find((one) => one.socket === client);
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        heartbeats += 1;
        if (gateway.acknowledge) sendOp(client, GatewayOpcodes.HeartbeatAck);
        return;
      case GatewayOpcodes.Identify:
        if (session !== undefined) client.close(GatewayCloseCodes.AlreadyAuthenticated);
        else identify(client, obj(data) as unknown as GatewayIdentifyData);
        return;
      case GatewayOpcodes.Resume:
        resume(client, url, obj(data) as unknown as GatewayResumeData);
        return;
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        if (session === undefined) client.close(GatewayCloseCodes.NotAuthenticated);
        return;
      default:
        client.close(GatewayCloseCodes.UnknownOpcode);
    }
  }

  /**
   * https://discord.com/developers/docs/events/gateway#identifying and, for the codes,
   * #gateway-close-event-codes
   */
  function identify(client: WebSocket, data: GatewayIdentifyData): void {
    gateway.identifies.push(data);
    const intents = num(data.intents);
    const shard = list(data.shard ?? [0, 1]).map(num);
    const [id = 0, count = 1] = shard;
    if (text(data.token) !== world.token) client.close(GatewayCloseCodes.AuthenticationFailed);
    else if (id < 0 || id >= count) client.close(GatewayCloseCodes.InvalidShard);
    else if (!areKnown(intents)) client.close(GatewayCloseCodes.InvalidIntents);
    else if ((intents & PRIVILEGED & ~input.privilegedIntents) !== 0) {
      client.close(GatewayCloseCodes.DisallowedIntents);
    } else welcome(startSession(client, intents, [id, count]));
  }

  /** READY lists guilds as unavailable; with the intent each follows in full: #guild-create */
  function welcome(session: Session): void {
    sessions.set(session.id, session);
    const guilds = [...world.guilds.values()].filter(
      ({ id }) => !world.foreign.has(id) && shardOf(id, session.shard[1]) === session.shard[0],
    );
    sendEvent(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: world.bot,
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${address}/resume`,
      shard: session.shard,
      application: { id: world.application.id, flags: world.application.flags },
    });
    for (const guild of guilds) {
      if (hears(session.intents, GatewayDispatchEvents.GuildCreate, guild.id)) {
        sendEvent(session, GatewayDispatchEvents.GuildCreate, guild);
      }
    }
  }

  /** https://discord.com/developers/docs/events/gateway#resuming */
  function resume(client: WebSocket, url: URL, data: GatewayResumeData): void {
    gateway.resumes.push(data);
    if (url.pathname !== "/gateway/resume") {
      world.violations.push("RESUME came to the first gateway URL, not to resume_gateway_url");
    }
    if (text(data.token) !== world.token) {
      client.close(GatewayCloseCodes.AuthenticationFailed);
      return;
    }
    const session = sessions.get(text(data.session_id));
    if (session === undefined) {
      sendOp(client, GatewayOpcodes.InvalidSession, false);
      return;
    }
    if (num(data.seq) > session.sequence) {
      client.close(GatewayCloseCodes.InvalidSeq);
      return;
    }
    session.socket = client;
    replay(session, num(data.seq));
    sendEvent(session, GatewayDispatchEvents.Resumed, {});
  }

  function everyClient(act: (client: WebSocket) => void): void {
    for (const client of sockets.clients) act(client);
  }

  const gateway: PeerGateway = {
    identifies: [],
    resumes: [],
    heartbeats: () => heartbeats,
    received: (op) =>
      new Promise((resolve) => {
        waiters.set(op, [...(waiters.get(op) ?? []), resolve]);
      }),
    disconnect: (code) => everyClient((client) => client.close(code)),
    cut: () => everyClient((client) => client.terminate()),
    reconnect: () => everyClient((client) => sendOp(client, GatewayOpcodes.Reconnect)),
    invalidateSession(resumable) {
      if (!resumable) sessions.clear();
      everyClient((client) => sendOp(client, GatewayOpcodes.InvalidSession, resumable));
    },
    requestHeartbeat: () => everyClient((client) => sendOp(client, GatewayOpcodes.Heartbeat)),
    acknowledge: true,
    forgetSessions: () => sessions.clear(),
    url: () => address,
    dispatch(event, data, guildId) {
      for (const session of sessions.values()) {
        if (shardOf(guildId, session.shard[1]) !== session.shard[0]) continue;
        if (!hears(session.intents, event, guildId)) continue;
        sendEvent(session, event, redact(session.intents, event, data, world.bot.id, guildId));
      }
    },
    sessions: () => sessions.size,
    close() {
      everyClient((client) => client.terminate());
      sockets.close();
    },
  };
  world.dispatch = (event, data, guildId) => gateway.dispatch(event, data, guildId);
  return gateway;
}
