import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Measures process start → first answer, against a bare Node.js process; prints medians and ratios. */
const RUNS = 7;
const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), "korea-desk-bench-"));
const search = [cli, "search", "what each side means by denuclearization", "--json", "--limit", "1"];

const bare = median(["--eval", "0"]);
const first = once(search);
const later = median(search);
rmSync(dataDir, { recursive: true });

console.log(`process start → first answer, median of ${RUNS}, Node ${process.version}`);
print("bare Node.js process", bare);
print("korea search, empty store (first start, once)", first);
print("korea search, store filled", later);

function print(name: string, ms: number): void {
  console.log(
    `${name.padEnd(48)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / bare).toFixed(1).padStart(6)} × bare Node.js`,
  );
}

function median(args: readonly string[]): number {
  const times = Array.from({ length: RUNS }, () => once(args)).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)]!;
}

function once(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: "utf8",
  });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return took;
}
