import { connect, type NetConnectOpts, type Socket } from "node:net";
import { buildConnector } from "undici";
import { addressFlaw } from "./address.ts";
import { notPublic, type Target } from "./target.ts";
import type { HostAddress } from "./types.ts";

/** Opens a TCP connection; `net.connect` but where a test plays a network that leads elsewhere. */
export type Dial = (options: NetConnectOpts) => Socket;

/** Adds TLS to a connection. No session is kept: each certificate is looked at, and nothing ties visits together. */
const secure = buildConnector({ maxCachedSessions: 0, timeout: 0, allowH2: false });

/**
 * Connects to the addresses that were checked, and checks once more where the connection leads before a byte is sent, the
 * first of TLS included: a resolver, a route or a proxy may have had other ideas. Every socket is put into `sockets`, whose
 * owner destroys them.
 */
export function safeConnector(
  { host, allowed }: Target,
  addresses: readonly HostAddress[],
  sockets: Set<Socket>,
  dial: Dial = connect,
): buildConnector.connector {
  return (options, callback) => {
    const https = options.protocol === "https:";
    const socket = dial({
      host: options.hostname,
      port: Number(options.port) || (https ? 443 : 80),
      lookup: (_host, { all }, done) => {
        const [first] = addresses;
        if (all === true) done(null, [...addresses]);
        else done(null, first?.address ?? "", first?.family);
      },
    });
    sockets.add(socket);
    const failed = (error: Error) => callback(error, null);
    socket.once("error", failed);
    socket.once("connect", () => {
      socket.off("error", failed);
      // Whoever takes the socket over listens as well; between the two nothing may go unheard.
      socket.on("error", () => {});
      const remote = socket.remoteAddress ?? "";
      const flaw = allowed ? null : addressFlaw(remote);
      if (flaw !== null) {
        socket.destroy();
        callback(notPublic(`${host} (${remote})`, flaw), null);
      } else if (https)
        sockets.add(secure({ ...options, httpSocket: socket }, callback) as unknown as Socket);
      else callback(null, socket.setNoDelay(true));
    });
  };
}
