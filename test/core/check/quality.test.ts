import { beforeAll, describe, expect, it } from "vitest";
import { tryFaithful, tryMutations } from "../../../bench/check/measure.ts";
import { readTexts } from "../../../bench/check/passages.ts";

/** What `npm run bench:check` measures, with fewer quotes. */
describe("quotes of real passages", () => {
  let texts: Awaited<ReturnType<typeof readTexts>>;
  beforeAll(async () => {
    texts = await readTexts();
  }, 60_000);

  it("are never called exact where they are wrong, and nearly always shown with what is wrong", () => {
    const figures = tryMutations(texts.library, texts.entries, 200);
    expect(figures.filter(({ wrongExact }) => wrongExact > 0)).toEqual([]);
    expect(figures.reduce((sum, { tried }) => sum + tried, 0)).toBe(200);
    expect(figures.reduce((sum, { right }) => sum + right, 0)).toBeGreaterThanOrEqual(196);
  });

  it("are called exact where they are faithful", () => {
    expect(tryFaithful(texts.library, texts.entries, 50).flatMap(({ missed }) => missed)).toEqual([]);
  });
});
