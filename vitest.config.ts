import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The machine's own configuration must not decide what a test sees.
    env: { NO_COLOR: "1" },
    testTimeout: 30_000,
  },
});
