import { gzipSync } from "node:zlib";
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { redirect, text } from "../../peers/web.ts";
import { fetcherFor, site } from "./site.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

test("thousands of fetches that end in every way leave no connection, listener or memory behind", async () => {
  const web = await site();
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  web.on("/ok", text("x".repeat(20_000)));
  web.on("/bomb", text(bomb, { "content-encoding": "gzip" }));
  web.on("/reset", (request) => request.socket.resetAndDestroy());
  web.on("/type", text("x".repeat(100_000), { "content-type": "image/png" }));
  web.on("/move", redirect(301, "/ok"));
  web.on("/inside", redirect(301, "http://[::ffff:127.0.0.1]/"));
  web.on("/503", text("x".repeat(100_000), {}, 503));
  const fetcher = fetcherFor([web]);
  const paths = ["/ok", "/ok", "/move", "/inside", "/503", "/type", "/reset"];
  const outcomes = new Set<string>();
  const round = async () => {
    for (let n = 0; n < 60; n++) {
      // Bombs take their time, and one in ten shows what is left of them.
      const all = (n % 10 === 0 ? [...paths, "/bomb"] : paths).map((path, at) =>
        fetcher.fetch({ url: web.origin + path, accept: at % 2 === 0 ? "page" : "feed" }),
      );
      for (const { outcome } of await Promise.all(all)) outcomes.add(outcome);
    }
    web.requests.length = 0;
    await web.idle();
    collect();
    // What ends in the next turns of the event loop is garbage as well.
    await nextTurn();
    await nextTurn();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  await round();
  const start = await round();
  const sizes = [await round(), await round(), await round(), await round()];
  expect([...outcomes].toSorted()).toEqual(["ok", "refused"]);
  expect(web.open()).toBe(0);
  // 426 fetches a round: 4 KB kept of each would be 7 MB in the end.
  expect(Math.min(...sizes.slice(-2)) - start).toBeLessThan(6_000_000);
});
