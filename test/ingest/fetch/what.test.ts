import zlib from "node:zlib";
import { expect, test } from "vitest";
import { readRetryAfter } from "../../../src/ingest/fetch/retry-after.ts";
import { redirect, text, type WebHandler } from "../../peers/web.ts";
import { fetcherFor, messageOf, site, textOf } from "./site.ts";

/** Answers `/feed` with the handler, and fetches it as a feed. */
async function feed(handler: WebHandler, deadline?: number) {
  const web = await site();
  web.on("/feed", handler);
  const options = deadline === undefined ? {} : { deadline };
  const fetched = await fetcherFor([web], options).fetch({ url: `${web.origin}/feed`, accept: "feed" });
  // Whatever came of it, the connection is closed.
  await web.idle();
  return fetched;
}

test("what comes is given with its address, type and validators", async () => {
  const web = await site();
  const headers = {
    "content-type": "text/html; charset=euc-kr",
    etag: 'W/"a"',
    "last-modified": "Wed, 09 Jan 2019 07:31:00 GMT",
  };
  web.on("/page?q=1", text("words", { ...headers, "set-cookie": "a=b" }));
  const fetcher = fetcherFor([web]);
  const url = `${web.origin}/page?q=1`;
  const fetched = await fetcher.fetch({ url: `${url}#part`, accept: "page" });
  expect(textOf(fetched)).toBe("words");
  expect(fetched).toMatchObject({
    outcome: "ok",
    url,
    movedTo: null,
    contentType: "text/html; charset=euc-kr",
    etag: 'W/"a"',
    lastModified: "Wed, 09 Jan 2019 07:31:00 GMT",
  });
  await fetcher.fetch({ url, accept: "page" });
  const sent = web.requests.at(-1)!.headers;
  expect(sent["user-agent"]).toMatch(/^KoreaDesk\/\d+\.\d+\.\d+ \(\+desk@example\.org\)$/u);
  expect(Object.keys(sent).toSorted()).toEqual([
    "accept",
    "accept-encoding",
    "connection",
    "host",
    "user-agent",
  ]);
});

test("validators are sent, and 304 is unchanged; one that no header can hold is left out", async () => {
  const web = await site();
  web.on("/feed", (request, response) => {
    const same =
      request.headers["if-none-match"] === '"a"' || request.headers["if-modified-since"] === "then";
    response.writeHead(same ? 304 : 200, { "content-type": "text/xml" }).end(same ? "" : "news");
  });
  const fetcher = fetcherFor([web]);
  const request = { url: `${web.origin}/feed`, accept: "feed" } as const;
  expect(await fetcher.fetch({ ...request, etag: '"a"' })).toEqual({ outcome: "unchanged" });
  expect(await fetcher.fetch({ ...request, etag: null, lastModified: "then" })).toEqual({
    outcome: "unchanged",
  });
  expect(textOf(await fetcher.fetch({ ...request, etag: '"b"' }))).toBe("news");
  expect(textOf(await fetcher.fetch({ ...request, etag: '"a"\r\nx: y', lastModified: "에" }))).toBe("news");
});

test("a 304 that nobody asked for is no answer", async () => {
  expect(messageOf(await feed(text("", {}, 304)))).toBe("127.0.0.1 answers 304 Not Modified");
});

test("410 is gone", async () => {
  expect(await feed(text("", {}, 410))).toEqual({ outcome: "gone" });
});

test.each([
  [204, false, "No Content"],
  [206, false, "Partial Content"],
  [300, false, "Multiple Choices"],
  [401, false, "Unauthorized"],
  [404, false, "Not Found"],
  [408, true, "Request Timeout"],
  [429, true, "Too Many Requests"],
  [500, true, "Internal Server Error"],
  [503, true, "Service Unavailable"],
])("status %i is refused (for now: %s)", async (status, temporary, reason) => {
  expect(await feed(text("", {}, status))).toMatchObject({
    outcome: "refused",
    message: `127.0.0.1 answers ${status} ${reason}`,
    status,
    temporary,
    retryAfter: null,
  });
});

test("Retry-After is given in milliseconds, told in seconds or as a date", async () => {
  const web = await site();
  web.on("/seconds", text("", { "retry-after": "120" }, 429));
  web.on("/date", text("", { "retry-after": "Wed, 09 Jan 2019 07:31:00 GMT" }, 503));
  const fetcher = fetcherFor([web], { now: () => Date.UTC(2019, 0, 9, 7, 30) });
  const ask = (path: string) => fetcher.fetch({ url: web.origin + path, accept: "feed" });
  expect(await ask("/seconds")).toMatchObject({ status: 429, temporary: true, retryAfter: 120_000 });
  expect(await ask("/date")).toMatchObject({ status: 503, temporary: true, retryAfter: 60_000 });
});

test.each([
  ["0", 0],
  ["Wednesday, 09-Jan-19 07:31:00 GMT", 60_000],
  ["Wed Jan  9 07:31:00 2019", 60_000],
  ["Tue, 08 Jan 2019 07:31:00 GMT", 0],
  ["Fri, 09 Jan 2099 07:31:00 GMT", 604_800_000],
  ["99999999999999999999999999", 604_800_000],
  ["soon", null],
  ["Soon", null],
  ["-5", null],
  ["1.5", null],
  ["", null],
  [null, null],
])("Retry-After: %s is %s", (value, wait) => {
  expect(readRetryAfter(value, Date.UTC(2019, 0, 9, 7, 30))).toBe(wait);
});

test.each([301, 302, 303, 307, 308])("a redirect of status %i is followed", async (status) => {
  const web = await site();
  web.on("/feed", redirect(status, "/new?a=b#part"));
  web.on("/new?a=b", text("news"));
  const fetched = await fetcherFor([web]).fetch({ url: `${web.origin}/feed`, accept: "feed" });
  const url = `${web.origin}/new?a=b`;
  expect(fetched).toMatchObject({ outcome: "ok", url, movedTo: [301, 308].includes(status) ? url : null });
});

test("permanent redirects move an address as far as the first temporary one", async () => {
  const web = await site();
  web.on("/1", redirect(301, "/2"));
  web.on("/2", redirect(308, "/3"));
  web.on("/3", redirect(302, "/4"));
  web.on("/4", redirect(301, "/5"));
  web.on("/5", text("news"));
  const fetcher = fetcherFor([web]);
  const ask = (path: string) => fetcher.fetch({ url: web.origin + path, accept: "feed" });
  expect(await ask("/1")).toMatchObject({ url: `${web.origin}/5`, movedTo: `${web.origin}/3` });
  expect(await ask("/3")).toMatchObject({ url: `${web.origin}/5`, movedTo: null });
});

test("five redirects are followed and a sixth is not", async () => {
  const web = await site();
  for (let n = 1; n <= 6; n++) web.on(`/${n}`, redirect(302, `/${n - 1}`));
  web.on("/0", text("news"));
  const fetcher = fetcherFor([web]);
  expect(textOf(await fetcher.fetch({ url: `${web.origin}/5`, accept: "feed" }))).toBe("news");
  const refused = await fetcher.fetch({ url: `${web.origin}/6`, accept: "feed" });
  expect(refused).toMatchObject({ message: "it redirects more than 5 times", temporary: false });
});

test("a redirect to nowhere is refused", async () => {
  expect(messageOf(await feed(text("", {}, 302)))).toBe("127.0.0.1 redirects, but not to anywhere");
  expect(messageOf(await feed(redirect(302, "http://")))).toBe("it redirects, and this is no address");
});

test.each([
  ["page", "text/html; charset=utf-8", null],
  ["page", "APPLICATION/XHTML+XML", null],
  ["page", "text/plain", null],
  ["page", "application/pdf", "127.0.0.1 sends application/pdf, not a page"],
  ["page", "application/rss+xml", "127.0.0.1 sends application/rss+xml, not a page"],
  ["feed", "application/rss+xml", null],
  ["feed", "application/atom+xml;charset=utf-8", null],
  ["feed", "application/feed+json", null],
  ["feed", "application/json", null],
  ["feed", "application/xml", null],
  ["feed", "text/html", null],
  ["feed", "image/svg+xml", "127.0.0.1 sends image/svg+xml, not a feed"],
  ["feed", "application/octet-stream", "127.0.0.1 sends application/octet-stream, not a feed"],
  ["feed", "<b>@everyone", "127.0.0.1 sends something unnamed, not a feed"],
] as const)("as a %s, %s", async (accept, type, message) => {
  const web = await site();
  web.on("/x", text("words", { "content-type": type }));
  const fetched = await fetcherFor([web]).fetch({ url: `${web.origin}/x`, accept });
  expect(fetched).toMatchObject(
    message === null
      ? { outcome: "ok", contentType: type }
      : { outcome: "refused", message, temporary: false, status: 200 },
  );
});

test("a missing content type is taken", async () => {
  expect(await feed((_request, response) => response.writeHead(200).end("news"))).toMatchObject({
    outcome: "ok",
    contentType: null,
  });
});

const CODERS: Readonly<Record<string, (data: Buffer) => Buffer>> = {
  gzip: (data) => zlib.gzipSync(data, { level: 9 }),
  "x-gzip": (data) => zlib.gzipSync(data),
  deflate: (data) => zlib.deflateSync(data, { level: 9 }),
  br: (data) => zlib.brotliCompressSync(data, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }),
  zstd: (data) => zlib.zstdCompressSync(data),
};
const BOMB = Buffer.alloc(300_000_000);

test.each(Object.keys(CODERS))("%s is decoded, and a bomb in it is not", async (coding) => {
  const code = CODERS[coding]!;
  const headers = { "content-encoding": coding };
  expect(textOf(await feed(text(code(Buffer.from("소식")), headers)))).toBe("소식");
  const bomb = code(BOMB);
  expect(bomb.length).toBeLessThan(400_000);
  const before = process.memoryUsage();
  expect(await feed(text(bomb, headers))).toMatchObject({
    message: "what 127.0.0.1 sends is larger than 5 MB",
    status: 200,
    temporary: false,
  });
  const after = process.memoryUsage();
  expect(after.arrayBuffers + after.external - before.arrayBuffers - before.external).toBeLessThan(
    50_000_000,
  );
  expect(messageOf(await feed(text(code(Buffer.from("news")).subarray(0, -3), headers)))).toBe(
    "127.0.0.1 sends compressed data that is broken",
  );
});

test("several codings, unknown ones and data that is not in the coding are refused", async () => {
  const twice = zlib.gzipSync(zlib.gzipSync(BOMB));
  expect(twice.length).toBeLessThan(10_000);
  const unasked = "it comes compressed in a way that was not asked for";
  expect(messageOf(await feed(text(twice, { "content-encoding": "gzip, gzip" })))).toBe(unasked);
  expect(messageOf(await feed(text("x", { "content-encoding": "constructor" })))).toBe(unasked);
  expect(messageOf(await feed(text("no gzip", { "content-encoding": "gzip" })))).toBe(
    "127.0.0.1 sends compressed data that is broken",
  );
  expect(textOf(await feed(text("as it is", { "content-encoding": "identity" })))).toBe("as it is");
});

test("5 MB are taken and a byte more is not, told or not", async () => {
  const full = await feed(text(Buffer.alloc(5_000_000, 97)));
  expect(full).toMatchObject({ outcome: "ok" });
  expect(full.outcome === "ok" && full.bytes.length).toBe(5_000_000);
  expect(messageOf(await feed(text(Buffer.alloc(5_000_001, 97))))).toContain("larger than 5 MB");
  const endless: WebHandler = (_request, response) => {
    response.writeHead(200, { "content-type": "text/xml" });
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 97)));
    };
    response.on("drain", more);
    more();
  };
  expect(messageOf(await feed(endless))).toContain("larger than 5 MB");
});

test("gzip that never gives anything is not read for ever", async () => {
  const nothing = Buffer.concat(Array<Buffer>(4000).fill(zlib.gzipSync("")));
  const endless: WebHandler = (_request, response) => {
    response.writeHead(200, { "content-type": "text/xml", "content-encoding": "gzip" });
    const more = () => {
      while (!response.destroyed && response.write(nothing));
    };
    response.on("drain", more);
    more();
  };
  expect(messageOf(await feed(endless))).toContain("larger than 5 MB");
});

const hanging: WebHandler = () => {};
const dripping: WebHandler = (_request, response) => {
  response.writeHead(200, { "content-type": "text/xml" });
  const timer = setInterval(() => response.write("a"), 5);
  response.on("close", () => clearInterval(timer));
};
const drippingHeaders: WebHandler = (_request, response) => {
  const timer = setInterval(() => response.socket?.write("HTTP/1.1 103 Early Hints\r\n\r\n"), 5);
  response.socket?.on("close", () => clearInterval(timer));
};
const chain: WebHandler = (_request, response) => {
  const timer = setTimeout(() => response.writeHead(302, { location: "/feed" }).end(), 150);
  response.on("close", () => clearTimeout(timer));
};

test.each([
  ["an answer that never comes", hanging],
  ["a body that drips", dripping],
  ["headers that drip", drippingHeaders],
])("%s ends with the deadline", async (_name, handler) => {
  expect(await feed(handler, 100)).toMatchObject({
    message: "the answer was not there within 0.1 s",
    status: null,
    temporary: true,
  });
});

test("the deadline is over all redirects together", async () => {
  expect(messageOf(await feed(chain, 400))).toBe("it redirects, and the answer was not there within 0.4 s");
});

test("the deadline is over a lookup and a connection that hang, too", async () => {
  const url = "http://feeds.example.com/";
  const lost = fetcherFor([], { deadline: 50, lookup: () => new Promise(() => {}) });
  expect(messageOf(await lost.fetch({ url, accept: "feed" }))).toContain("was not there within");
});

test.each<[string, WebHandler, string]>([
  ["a reset", (request) => request.socket.resetAndDestroy(), "127.0.0.1 broke the connection off"],
  ["an end without an answer", (request) => request.socket.destroy(), "127.0.0.1 broke the connection off"],
  [
    "an end before the end",
    (_request, response) => {
      response.writeHead(200, { "content-type": "text/xml", "content-length": "100" });
      response.write("half", () => response.socket?.end());
    },
    "127.0.0.1 broke the connection off",
  ],
  [
    "no HTTP",
    (request) => request.socket.end("SSH-2.0-x\r\n\r\n"),
    "127.0.0.1 answers in something other than HTTP",
  ],
  [
    "headers without end",
    (request) => request.socket.end(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(100_000)}\r\n\r\n`),
    "127.0.0.1 sends too many headers",
  ],
])("%s is refused for now", async (_name, handler, message) => {
  expect(await feed(handler)).toMatchObject({ outcome: "refused", message, temporary: true });
});

test("nobody listening is refused for now", async () => {
  const web = await site();
  const fetcher = fetcherFor([web]);
  await web.close();
  const refused = await fetcher.fetch({ url: `${web.origin}/feed`, accept: "feed" });
  expect(refused).toMatchObject({ message: "127.0.0.1 refuses connections", temporary: true });
});

test("whoever asked can stop it, before and meanwhile; closing stops everything", async () => {
  const web = await site();
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  web.on("/feed", () => resolve());
  const fetcher = fetcherFor([web]);
  const request = { url: `${web.origin}/feed`, accept: "feed" } as const;
  const message = "fetching was stopped before the answer was there";
  expect(messageOf(await fetcher.fetch({ ...request, signal: AbortSignal.abort() }))).toBe(message);
  expect(web.requests).toEqual([]);
  const controller = new AbortController();
  const [first, second] = [fetcher.fetch({ ...request, signal: controller.signal }), fetcher.fetch(request)];
  await asked;
  controller.abort();
  expect(messageOf(await first)).toBe(message);
  await fetcher.close();
  expect(messageOf(await second)).toBe(message);
  expect(messageOf(await fetcher.fetch(request))).toBe(message);
  await web.idle();
});
