import { connect } from "node:net";
import { readFileSync } from "node:fs";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { expect, test } from "vitest";
import type { HostAddress } from "../../../src/ingest/fetch/types.ts";
import { redirect, text } from "../../peers/web.ts";
import { fetcherFor, messageOf, site, textOf } from "./site.ts";

const LOOPBACK: HostAddress = { address: "127.0.0.1", family: 4 };
const PUBLIC: HostAddress = { address: "93.184.215.14", family: 4 };

test("an address on this machine is refused unless the operator named it", async () => {
  const web = await site();
  web.on("/feed", text("news"));
  const request = { url: `${web.origin}/feed`, accept: "feed" } as const;
  expect(await fetcherFor([]).fetch(request)).toEqual({
    outcome: "refused",
    message: "127.0.0.1 is a loopback address",
    remedy:
      "If it is yours, name its host, or host:port, in ALLOW_PRIVATE_FETCH in .env, and give its own address",
    status: null,
    retryAfter: null,
    temporary: false,
  });
  expect(web.requests).toEqual([]);
  expect(textOf(await fetcherFor([web]).fetch(request))).toBe("news");
});

test.each(["127.0.0.1", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "2130706433", "localhost", "127.1."])(
  "a redirect to %s is refused, also from a host that may be private",
  async (host) => {
    const [outer, inner] = [await site(), await site()];
    outer.on("/feed", redirect(302, `http://${host}:${inner.port}/secret`));
    const fetched = await fetcherFor([outer]).fetch({ url: `${outer.origin}/feed`, accept: "feed" });
    expect(fetched).toMatchObject({ outcome: "refused", temporary: false });
    expect(messageOf(fetched)).toMatch(/^it redirects, and \S+ is a (?:loopback|special) address$/u);
    expect(inner.requests).toEqual([]);
  },
);

test("an allowed private host is asked for the operator alone, and after a redirect only where the walk began there", async () => {
  const web = await site();
  web.on("/robots.txt", text("", { "content-type": "text/plain" }));
  for (const path of ["/feed", "/page"]) web.on(path, text("ours"));
  const at = (host: string, path: string) => `http://${host}:${web.port}${path}`;
  const [ours, theirs] = ["intranet.example.org", "www.example.com"];
  web.on("/to-feed", redirect(302, at(ours, "/feed")));
  web.on("/away", redirect(302, at(theirs, "/feed")));
  const allowPrivate = [ours, theirs];
  const fetcher = fetcherFor([], { lookup: async () => [LOOPBACK], allowPrivate });
  const ask = (url: string, accept: "page" | "feed", trusted: boolean) =>
    fetcher.fetch({ url, accept, trusted });
  for (const accept of ["feed", "page"] as const) {
    expect(messageOf(await ask(at(ours, `/${accept}`), accept, false))).toContain(
      "intranet.example.org (127.0.0.1) is a loopback address",
    );
    expect(web.requests).toEqual([]);
  }
  // Refused above, robots.txt included, and yet the operator's own.
  for (const accept of ["feed", "page"] as const) {
    expect(textOf(await ask(at(ours, `/${accept}`), accept, true))).toBe("ours");
  }
  expect(messageOf(await ask(at(ours, "/page"), "page", false))).toContain("is a loopback address");
  expect(textOf(await ask(at(ours, "/to-feed"), "feed", true))).toBe("ours");
  const before = web.count("/feed");
  expect(messageOf(await ask(at(theirs, "/to-feed"), "feed", true))).toBe(
    "it redirects, and intranet.example.org (127.0.0.1) is a loopback address",
  );
  expect(messageOf(await ask(at(ours, "/away"), "page", true))).toMatch(
    /^it redirects, and .*www\.example\.com \(127\.0\.0\.1\) is a loopback address$/u,
  );
  expect(web.count("/feed")).toBe(before);
});

test("a redirect to an address with a password or of another scheme is refused", async () => {
  const web = await site();
  web.on("/a", redirect(302, `http://somebody:secret@${web.hostPort}/b`));
  web.on("/b", redirect(302, "file:///etc/passwd"));
  const fetcher = fetcherFor([web]);
  const refused = await Promise.all(
    ["/a", "/b"].map(async (path) =>
      messageOf(await fetcher.fetch({ url: web.origin + path, accept: "feed" })),
    ),
  );
  expect(refused).toEqual([
    "it redirects, and the address has a user name or password in it",
    "it redirects, and file: addresses are not fetched",
  ]);
});

test("a name with private addresses only is refused, and one that the operator named is not", async () => {
  const web = await site();
  web.on("/feed", text("news"));
  const url = `http://feeds.example.com:${web.port}/feed`;
  const lookup = async () => [LOOPBACK];
  const refused = await fetcherFor([web], { lookup }).fetch({ url, accept: "feed" });
  expect(messageOf(refused)).toBe("feeds.example.com (127.0.0.1) is a loopback address");
  expect(web.requests).toEqual([]);
  const allowPrivate = ["feeds.example.com"];
  expect(textOf(await fetcherFor([], { lookup, allowPrivate }).fetch({ url, accept: "feed" }))).toBe("news");
  expect(web.requests[0]?.host).toBe(`feeds.example.com:${web.port}`);
});

test.each(["fe80::1%lo", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "fec0::1", "2002:7f00:1::", "not an address"])(
  "a name that leads to %s is refused",
  async (address) => {
    const fetcher = fetcherFor([], { lookup: async () => [{ address, family: 6 }] });
    const refused = await fetcher.fetch({ url: "http://feeds.example.com/", accept: "feed" });
    expect(messageOf(refused)).toMatch(
      /^feeds\.example\.com \(.*\) is a (?:private|special|link-local) address$/u,
    );
  },
);

test("of public and private addresses only the public ones are dialled", async () => {
  const web = await site();
  web.on("/feed", text("news"));
  const dialled: unknown[] = [];
  const fetcher = fetcherFor([], {
    lookup: async () => [LOOPBACK, PUBLIC, { address: "fd00::1", family: 6 }],
    dial: (options) => {
      if ("lookup" in options) {
        options.lookup?.("feeds.example.com", { all: true }, (_error, addresses) => dialled.push(addresses));
      }
      // The network leads to this machine, whatever was dialled.
      return connect({ host: "127.0.0.1", port: web.port });
    },
  });
  await fetcher.fetch({ url: "http://feeds.example.com/feed", accept: "feed" });
  expect(dialled).toEqual([[PUBLIC]]);
});

test.each(["http", "https"])(
  "where a connection leads is checked before a byte is sent (%s): the name was public when it was looked up",
  async (scheme) => {
    const { promise: written, resolve } = Promise.withResolvers<number>();
    const web = await site();
    web.on("/feed", text("secret"));
    const fetcher = fetcherFor([], {
      lookup: async () => [PUBLIC],
      dial: () => {
        const socket = connect({ host: "127.0.0.1", port: web.port });
        socket.on("close", () => resolve(socket.bytesWritten));
        return socket;
      },
    });
    const refused = await fetcher.fetch({ url: `${scheme}://feeds.example.com/feed`, accept: "feed" });
    expect(messageOf(refused)).toBe("feeds.example.com (127.0.0.1) is a loopback address");
    expect(await written).toBe(0);
    await web.idle();
    expect(web.requests).toEqual([]);
  },
);

test("a name is looked up anew for each step: one that turns private is refused", async () => {
  const web = await site();
  web.on("/feed", redirect(302, "http://feeds.example.com/secret"));
  const answers = [[PUBLIC], [LOOPBACK]];
  const fetcher = fetcherFor([], {
    lookup: async (host) => (host === "start.example.org" ? [LOOPBACK] : (answers.shift() ?? [])),
    allowPrivate: [`start.example.org:${web.port}`],
    dial: (options) =>
      "port" in options && options.port === web.port
        ? connect({ host: "127.0.0.1", port: web.port })
        : connect({ host: "127.0.0.1", port: 1 }),
  });
  const url = `http://start.example.org:${web.port}/feed`;
  expect(messageOf(await fetcher.fetch({ url, accept: "feed" }))).toBe(
    "it redirects, and feeds.example.com refuses connections",
  );
  expect(messageOf(await fetcher.fetch({ url, accept: "feed" }))).toBe(
    "it redirects, and feeds.example.com (127.0.0.1) is a loopback address",
  );
});

test.each([
  ["ENOTFOUND", "gone.example.com is not found: no such name"],
  ["EAI_AGAIN", "gone.example.com could not be looked up"],
])("a lookup that fails with %s may go another time", async (code, message) => {
  const fetcher = fetcherFor([], { lookup: () => Promise.reject(Object.assign(new Error(code), { code })) });
  const refused = await fetcher.fetch({ url: "https://gone.example.com/", accept: "page" });
  expect(refused).toMatchObject({ outcome: "refused", temporary: true });
  expect(messageOf(refused)).toContain(message);
});

test("a name without any address is not found", async () => {
  const refused = await fetcherFor([], { lookup: async () => [] }).fetch({
    url: "https://gone.example.com/",
    accept: "feed",
  });
  expect(messageOf(refused)).toBe("gone.example.com is not found: no such name");
});

test("IPv6 sites are fetched from", async () => {
  const web = await site({ host: "::1" });
  web.on("/feed", text("news"));
  expect(textOf(await fetcherFor([web]).fetch({ url: `${web.origin}/feed`, accept: "feed" }))).toBe("news");
});

test("certificates are checked, for the name that was asked for", async () => {
  const pem = (name: string) =>
    readFileSync(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url), "utf8");
  const web = await site({ tls: { key: pem("key"), cert: pem("cert") } });
  web.on("/feed", text("news", { etag: '"1"' }));
  const bare = await site();
  bare.on("/feed", text("news"));
  web.on("/down", redirect(301, `http://news.example.com:${bare.port}/feed`));
  const allowPrivate = ["news.example.com", "other.example.com"];
  const fetcher = fetcherFor([], { lookup: async () => [LOOPBACK], allowPrivate });
  const ask = (host: string) => fetcher.fetch({ url: `https://${host}:${web.port}/feed`, accept: "feed" });
  expect(messageOf(await ask("news.example.com"))).toBe(
    "news.example.com has a certificate that nobody vouches for",
  );
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, pem("cert")]);
  try {
    expect(textOf(await ask("news.example.com"))).toBe("news");
    // Down to http nothing is sent by which a visitor could be known, and the address does not move there.
    const url = `https://news.example.com:${web.port}/down`;
    const moved = await fetcher.fetch({ url, accept: "feed", etag: '"1"', lastModified: "then" });
    expect(moved).toMatchObject({
      outcome: "ok",
      url: `http://news.example.com:${bare.port}/feed`,
      movedTo: null,
    });
    expect(web.requests.at(-1)?.headers["if-none-match"]).toBe('"1"');
    expect(Object.keys(bare.requests[0]!.headers).filter((name) => name.startsWith("if-"))).toEqual([]);
    expect(messageOf(await ask("other.example.com"))).toBe(
      "other.example.com has a certificate for another name",
    );
  } finally {
    setDefaultCACertificates(before);
  }
});
