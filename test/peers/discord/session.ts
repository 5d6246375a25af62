import { randomUUID } from "node:crypto";
import { GatewayOpcodes } from "discord-api-types/v10";
import type { GatewayDispatchEvents } from "discord-api-types/v10";
import type { WebSocket } from "ws";

/** One gateway session. It outlives its connection, so that it can be resumed. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** Number of the last event. */
  sequence: number;
  /** Every event, for replay. */
  readonly log: { s: number; t: GatewayDispatchEvents; d: unknown }[];
  socket: WebSocket | null;
}

/** Starts a session on a connection. */
export function startSession(socket: WebSocket, intents: number, shard: readonly [number, number]): Session {
  return { id: randomUUID().replaceAll("-", ""), intents, shard, sequence: 0, log: [], socket };
}

/** Sends an event, and keeps it for a resume. Without a connection it is only kept. */
export function sendEvent(session: Session, t: GatewayDispatchEvents, d: unknown): void {
  session.sequence += 1;
  const event = { s: session.sequence, t, d };
  session.log.push(event);
  if (session.socket !== null) sendOp(session.socket, GatewayOpcodes.Dispatch, event.d, event.s, event.t);
}

/** Sends again what came after `sequence`: https://discord.com/developers/docs/events/gateway#resuming */
export function replay(session: Session, sequence: number): void {
  for (const event of session.log) {
    if (event.s <= sequence || session.socket === null) continue;
    sendOp(session.socket, GatewayOpcodes.Dispatch, event.d, event.s, event.t);
  }
}

/** One frame: https://discord.com/developers/docs/events/gateway-events#payload-structure */
export function sendOp(
  socket: WebSocket,
  op: GatewayOpcodes,
  d: unknown = null,
  s: number | null = null,
  t: GatewayDispatchEvents | null = null,
): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.send(JSON.stringify({ op, d, s, t }));
}
