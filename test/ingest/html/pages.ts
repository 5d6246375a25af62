import { existsSync, readFileSync, readdirSync } from "node:fs";
import { OutletBook } from "../../../src/core/outlet.ts";
import { decodeText } from "../../../src/ingest/decode.ts";
import { readPage } from "../../../src/ingest/html/read-page.ts";
import { readOutlets } from "../../../src/ingest/outlets.ts";
import { readSavedPage, type SavedPage } from "../../../src/ingest/saved-page.ts";

const root = new URL("../../../", import.meta.url);

export const outlets = new OutletBook(
  readOutlets(readFileSync(new URL("corpus/reference/outlets.yaml", root), "utf8"), "outlets.yaml").outlets,
);

/** What a person wrote down before the extractor was there. `outlet` is an id. */
export interface Expected extends Omit<SavedPage, "outlet"> {
  address: string | null;
  outlet: string | null;
}

export interface Fixture {
  name: string;
  bytes: Uint8Array;
  /** `html` or `txt`. */
  ending: string;
  expected: Expected;
}

/** The pages of a folder of `test/fixtures/articles/`, each with what must come out of it. */
export function fixturesIn(folder: string): Fixture[] {
  const directory = new URL(`test/fixtures/articles/${folder}`, root);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => /\.(?:html|txt)$/u.test(file))
    .sort()
    .map((file) => {
      const [, name = "", ending = ""] = /^(.*)\.(html|txt)$/u.exec(file) ?? [];
      return {
        name,
        ending,
        bytes: readFileSync(new URL(file, directory)),
        expected: JSON.parse(readFileSync(new URL(`${name}.json`, directory), "utf8")) as Expected,
      };
    });
}

/** The text of a page as an import decodes it. */
export function decoded(bytes: Uint8Array, kind: "html" | "text" = "html"): string {
  return decodeText(bytes, { contentType: null, kind }).text;
}

/** What comes out of a page, in the shape of an expectation. */
export function readFixture({ bytes, ending, expected }: Fixture): Expected {
  const { address } = expected;
  const text = decoded(bytes, ending === "html" ? "html" : "text");
  const page = ending === "html" ? readPage(text, { address, outlets }) : readSavedPage(text, outlets);
  return { address, ...page, outlet: page.outlet?.id ?? null };
}
