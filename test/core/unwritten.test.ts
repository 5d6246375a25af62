import { createServer, type AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { isUnwritten } from "../../src/core/unwritten.ts";

/** What a request to this port fails with. */
const failure = (port: number): Promise<unknown> =>
  fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "x" }).then(
    () => null,
    (error: unknown) => error,
  );

it("is a request to which nobody listens, and not one that is cut off while it is read", async () => {
  const server = createServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const cut = await failure(port);
  expect(cut).toBeInstanceOf(Error);
  expect(isUnwritten(cut)).toBe(false);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  expect(isUnwritten(await failure(port))).toBe(true);
});

it.each([
  ["a name that is not known", { code: "ENOTFOUND", syscall: "getaddrinfo" }, true],
  ["a connection that took too long", { code: "UND_ERR_CONNECT_TIMEOUT" }, true],
  ["no way to the host", { code: "EHOSTUNREACH", syscall: "connect" }, true],
  ["a reset", { code: "ECONNRESET", syscall: "read" }, false],
  ["a broken pipe", { code: "EPIPE", syscall: "write" }, false],
  ["a closed socket", { code: "UND_ERR_SOCKET" }, false],
])("is told by the error or its cause: %s", (_, fields, unwritten) => {
  const error = Object.assign(new Error("no"), fields);
  expect(isUnwritten(error)).toBe(unwritten);
  expect(isUnwritten(new TypeError("fetch failed", { cause: error }))).toBe(unwritten);
});
