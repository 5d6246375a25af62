import { expect, test } from "vitest";
import { allows, readRobots } from "../../../src/ingest/fetch/robots-rules.ts";
import { redirect, text } from "../../peers/web.ts";
import { fetcherFor, messageOf, site, textOf } from "./site.ts";

const HOUR = 3_600_000;
const REFUSED = "the robots.txt of 127.0.0.1 asks that this page not be fetched";

/** A site with a page, and what asks for it. */
async function pageSite(options: { now?: () => number; deadline?: number } = {}) {
  const web = await site();
  web.on("/page", text("words"));
  const fetcher = fetcherFor([web], options);
  return { web, fetcher, ask: (path = "/page") => fetcher.fetch({ url: web.origin + path, accept: "page" }) };
}

test("a page that robots.txt excludes is not asked for; a feed is", async () => {
  const { web, fetcher, ask } = await pageSite();
  web.on("/robots.txt", text("User-agent: *\nDisallow: /page", { "content-type": "text/plain" }));
  expect(await ask()).toMatchObject({ outcome: "refused", message: REFUSED, status: null, temporary: false });
  expect(web.count("/page")).toBe(0);
  expect(textOf(await fetcher.fetch({ url: `${web.origin}/page`, accept: "feed" }))).toBe("words");
  expect(web.count("/robots.txt")).toBe(1);
});

test.each([
  ["User-agent: *\nDisallow: /", false],
  ["User-agent: KoreaDesk\nDisallow: /page\n\nUser-agent: *\nAllow: /", false],
  ["user-agent: koreadesk/9.0\ndisallow: /page", false],
  ["User-agent: *\nDisallow: /\n\nUser-agent: KOREADESK\nDisallow:", true],
  ["User-agent: *\nDisallow:\n\nUser-agent: KoreaDesk\nDisallow: /", false],
  ["User-agent: GPTBot\nDisallow: /", true],
  ["User-agent: GPTBot\nUser-agent: *\nDisallow: /", false],
  ["User-agent: *\nCrawl-delay: 10\nUser-agent: GPTBot\nDisallow: /", true],
  ["User-agent: *\nDisallow: /\nAllow: /page$", true],
  ["User-agent: *\nDisallow: /*ge", false],
  ["User-agent: *\nDisallow: /x # Disallow: /page", true],
  ["\uFEFFUser-agent: *\r\nDisallow: /page\r\n", false],
  ["Disallow: /page", true],
  ["<html>soft error</html>", true],
  ["User-agent: __proto__\nDisallow: /\nUser-agent: constructor\nDisallow: /", true],
  ["", true],
])("%j", async (robots, may) => {
  const { web, ask } = await pageSite();
  web.on("/robots.txt", text(robots));
  expect(textOf(await ask()).includes(REFUSED)).toBe(!may);
});

/** Answers robots.txt with a status, and asks for the page. */
async function withRobotsStatus(status: number) {
  const { web, ask } = await pageSite();
  web.on("/robots.txt", text("User-agent: *\nDisallow: /", { "retry-after": "7" }, status));
  return { fetched: await ask(), pages: web.count("/page") };
}

test.each([401, 403, 404, 410])("with a robots.txt of status %i a page may be fetched", async (status) => {
  expect(textOf((await withRobotsStatus(status)).fetched)).toBe("words");
});

test.each([429, 500, 503])(
  "with a robots.txt of status %i no page may be fetched for now",
  async (status) => {
    const { fetched, pages } = await withRobotsStatus(status);
    expect(fetched).toMatchObject({ outcome: "refused", status, retryAfter: 7000, temporary: true });
    expect(messageOf(fetched)).toContain(
      `the robots.txt of 127.0.0.1 cannot be read: 127.0.0.1 answers ${status}`,
    );
    expect(pages).toBe(0);
  },
);

test("a robots.txt that breaks off or hangs lets nothing be fetched for now", async () => {
  const broken = await pageSite();
  broken.web.on("/robots.txt", (request) => request.socket.destroy());
  expect(await broken.ask()).toMatchObject({
    message: "the robots.txt of 127.0.0.1 cannot be read: 127.0.0.1 broke the connection off",
    temporary: true,
  });
  const hanging = await pageSite({ deadline: 50 });
  hanging.web.on("/robots.txt", () => {});
  expect(await hanging.ask()).toMatchObject({ outcome: "refused", temporary: true });
  expect(hanging.web.count("/page")).toBe(0);
});

test("robots.txt is kept for a day, and its absence; a failure for a minute", async () => {
  let now = 0;
  const { web, ask } = await pageSite({ now: () => now });
  const asked = async (time: number) => {
    now = time;
    await ask();
    return web.count("/robots.txt");
  };
  expect(await asked(0)).toBe(1);
  expect(await asked(23 * HOUR)).toBe(1);
  web.on("/robots.txt", text("", {}, 500));
  expect(await asked(25 * HOUR)).toBe(2);
  expect(await asked(25 * HOUR + 59_000)).toBe(2);
  web.on("/robots.txt", text("User-agent: *\nDisallow: /"));
  expect(await asked(25 * HOUR + 61_000)).toBe(3);
  expect(messageOf(await ask())).toBe(REFUSED);
});

test("pages asked for at once share one robots.txt, and one that is stopped does not stop it for the others", async () => {
  const { web, fetcher, ask } = await pageSite();
  const { promise: asked, resolve } = Promise.withResolvers<() => void>();
  web.on("/robots.txt", (_request, response) => resolve(() => response.end("User-agent: *\nDisallow: /x")));
  const controller = new AbortController();
  const first = fetcher.fetch({ url: `${web.origin}/page`, accept: "page", signal: controller.signal });
  const others = [ask(), ask()];
  const answer = await asked;
  controller.abort();
  expect(messageOf(await first)).toContain("stopped");
  answer();
  expect((await Promise.all(others)).map(textOf)).toEqual(["words", "words"]);
  expect(web.count("/robots.txt")).toBe(1);
});

test("robots.txt may redirect, not to an address of ours, and not for ever", async () => {
  const other = await site();
  const { web, ask } = await pageSite();
  web.on("/robots.txt", redirect(301, "/rules"));
  web.on("/rules", text("User-agent: *\nDisallow: /page"));
  expect(messageOf(await ask())).toBe(REFUSED);

  const hostile = await pageSite();
  hostile.web.on("/robots.txt", redirect(301, `${other.origin}/robots.txt`));
  expect(await hostile.ask()).toMatchObject({
    message: "the robots.txt of 127.0.0.1 cannot be read: it redirects, and 127.0.0.1 is a loopback address",
    temporary: true,
  });
  expect(other.requests).toEqual([]);

  const endless = await pageSite();
  endless.web.on("/robots.txt", redirect(301, "/robots.txt"));
  expect(textOf(await endless.ask())).toBe("words");
});

test("a page that redirects to another site obeys the robots.txt of both", async () => {
  const [here, there] = [await site(), await site()];
  here.on("/page", redirect(302, `${there.origin}/page`));
  there.on("/page", text("words"));
  there.on("/robots.txt", text("User-agent: *\nDisallow: /page"));
  const fetched = await fetcherFor([here, there]).fetch({ url: `${here.origin}/page`, accept: "page" });
  expect(messageOf(fetched)).toBe(`it redirects, and ${REFUSED}`);
  expect(here.count("/robots.txt")).toBe(1);
  expect(there.count("/page")).toBe(0);
});

test("an address that may not be asked is refused as such, without a robots.txt", async () => {
  const web = await site();
  const lookup = async () => [{ address: "127.0.0.1", family: 4 } as const];
  const fetcher = fetcherFor([], { lookup });
  const fetched = await fetcher.fetch({ url: `http://news.example.com:${web.port}/page`, accept: "page" });
  expect(fetched).toMatchObject({
    message: "news.example.com (127.0.0.1) is a loopback address",
    temporary: false,
  });
  expect(web.requests).toEqual([]);
});

test("of a long robots.txt the first 500 KB count, and no half line", async () => {
  const { web, ask } = await pageSite();
  const head = "User-agent: *\nDisallow: /page\n#";
  // The cut goes through "Disallow: /other", which would be "Disallow: /".
  const cut = "\nDisallow: /";
  const filling = "a".repeat(500 * 1024 - head.length - cut.length);
  web.on("/robots.txt", text(`${head}${filling}${cut}other\nAllow: /page\n`));
  web.on("/free", text("free"));
  expect(messageOf(await ask())).toBe(REFUSED);
  expect(textOf(await ask("/free"))).toBe("free");
});

test("what robots.txt says to others is not kept, and a name said often is heard once", () => {
  const many = `${"User-agent: *\n".repeat(20_000)}${"Disallow: /a\n".repeat(10_000)}User-agent: other\nDisallow: /b\n`;
  expect(readRobots(many)).toBe(`user-agent: *\n${"disallow: /a\n".repeat(10_000)}disallow:`);
});

test("wildcards without end allow nothing instead of being matched", () => {
  const page = new URL(`https://example.com/${"a".repeat(4000)}`);
  expect(allows(readRobots(`User-agent: *\nDisallow: /${"*a".repeat(200_000)}b`), page)).toBe(false);
  expect(allows(readRobots(`User-agent: *\nDisallow: /${"*a".repeat(9000)}b`), page)).toBe(true);
});
