import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Takes @scrip/client from its sources, so that no test runs against a stale build.
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: {
    include: ["tests/harness/**/*.test.ts", "tests/stories/**/*.test.ts"],
    pool: "forks",
    // Each file starts a validator of its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
