import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The machine's own configuration must not decide what a test sees.
    env: { NO_COLOR: "1" },
    // Left to itself it leaves one core idle, of two.
    maxWorkers: "100%",
    // Properties take half a minute where something else runs beside them.
    testTimeout: 120_000,
  },
});
