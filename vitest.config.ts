import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  test: {
    include: ["app/**/*.test.ts", "tests/{access,architecture,contracts,front,journeys,mutation}/**/*.test.ts"],
    // Server zones differ; a rule that only holds where the machine stands is a bug.
    env: { TZ: "Asia/Tokyo" },
    globalSetup: ["tests/support/templates.ts"],
    // As many as there are processors: the runner would leave one of two idle.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
