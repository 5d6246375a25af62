import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import type { Program } from "../../src/cli/command-line.ts";
import type { Config } from "../../src/config.ts";
import { folderWith } from "../folder.ts";
import { configOf } from "../config-of.ts";

const SOURCE = fileURLToPath(new URL("../../src", import.meta.url));

/** What a program left behind. */
export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a file of the source as a process, in an empty folder, with an own store and environment. */
export function runFile(
  file: string,
  args: readonly string[],
  more: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(SOURCE, file), ...args], {
    cwd: more.cwd ?? folderWith(),
    encoding: "utf8",
    input: more.input ?? "",
    env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8", NO_COLOR: "1", ...more.env },
  });
  return { status, stdout, stderr };
}

/** A configuration with nothing set but an own, empty data folder. */
export function configWith(given: Partial<Config> = {}): Config {
  return configOf({ dataDir: folderWith(), ...given });
}

/** Runs a program in this process, which is much faster than starting one. Its mistakes are thrown. */
export async function runProgram(
  program: Program,
  args: readonly string[],
  config = configWith(),
): Promise<Ran> {
  const shown = { stdout: "", stderr: "" };
  const hear = (name: keyof typeof shown) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk) => {
      shown[name] += String(chunk);
      return true;
    });
  const spies = [hear("stdout"), hear("stderr")];
  try {
    const status = await program.run([...args], config);
    return { status, ...shown };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Two documents of a folder: one with all metadata, one with little. */
export const CORPUS = {
  "one.md":
    "---\nid: one\ntitle: First text\noutlet: Dong-A Ilbo\nauthor: A. Writer\ndate: 2018-04-03\nurl: https://x.example/1\n" +
    "kind: opinion\nlanguage: en\n---\nKim went to Beijing. Nothing else happened there.\n\nA second paragraph, on Hanoi.\n",
  "two.md": "---\nid: two\ntitle: Second text\ndate: 2019\n---\nKim came to Hanoi.\n",
};
