import { DatabaseSync } from "node:sqlite";
import { LIMIT, type Engine } from "./engine.ts";

/**
 * SQLite's FTS5 in memory, stemming like Korea Desk, with the prefix index it recommends for autocompletion. It drops no
 * stop words, has no tolerance for typing errors, and completes to passages instead of words. Ordered by `rank`, which
 * is `bm25()` and the quicker way to write it.
 */
export function fts5(): Engine {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "CREATE VIRTUAL TABLE passages USING fts5(text, kind UNINDEXED, tokenize = 'porter unicode61', prefix = '3')",
  );
  const best = (where: string) =>
    database.prepare(
      `SELECT rowid, text FROM passages WHERE passages MATCH ?${where} ORDER BY rank LIMIT ${LIMIT}`,
    );
  const all = best("");
  const official = best(" AND kind = 'official'");
  const match = (words: readonly string[], operator: "OR" | "AND") =>
    words.map((word) => `"${word}"`).join(` ${operator} `);
  return {
    name: "SQLite FTS5",
    build({ entries, texts }) {
      const insert = database.prepare("INSERT INTO passages (rowid, text, kind) VALUES (?, ?, ?)");
      database.exec("BEGIN");
      for (const [id, text] of texts.entries()) insert.run(id, text, entries[id]!.document.kind);
      database.exec("COMMIT");
      return true;
    },
    ask: {
      any: (words) => all.all(match(words, "OR")).length,
      all: (words) => all.all(match(words, "AND")).length,
      typo: (words) => all.all(match(words, "OR")).length,
      prefix: ([prefix]) => all.all(`"${prefix}"*`).length,
      filter: (words) => official.all(match(words, "OR")).length,
    },
    bytes() {
      const { pages } = database.prepare("SELECT page_count AS pages FROM pragma_page_count").get()!;
      const { size } = database.prepare("SELECT page_size AS size FROM pragma_page_size").get()!;
      return Number(pages) * Number(size);
    },
  };
}
