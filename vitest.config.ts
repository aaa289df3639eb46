import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Takes @scrip/client from its sources, so that no test runs against a stale build.
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: {
    include: ["clients/ts/tests/**/*.test.ts", "app/tests/**/*.test.ts", "tests/harness/**/*.test.ts", "tests/stories/**/*.test.ts", "tests/browser/**/*.test.ts"],
    pool: "forks",
    // Each file starts a validator of its own; on a shared one they would move each other's clock.
    maxWorkers: process.env.SCRIP_RPC_URL ? 1 : 2,
    testTimeout: 60_000,
    // The first hook may have to compile the command line, or to fetch the browser.
    hookTimeout: 600_000,
  },
});
