import { defineConfig } from "vitest/config"

// One runner for every layer: unit tests beside their source, the rest under tests/.
export default defineConfig({
  test: {
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By itself the runner leaves one processor out.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.{ts,tsx}",
            "apps/*/src/**/*.test.{ts,tsx}",
            "tools/**/*.test.ts",
          ],
          exclude: ["**/*.slow.test.ts", "**/*.contract.test.ts"],
        },
      },
      { extends: true, test: { name: "contract", include: ["apps/*/src/**/*.contract.test.ts"] } },
      { extends: true, test: { name: "honesty", include: ["tests/honesty/**/*.test.ts"] } },
      { extends: true, test: { name: "hostile", include: ["tests/hostile/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "endurance",
          include: ["tests/endurance/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: { name: "canary", include: ["tests/canary/**/*.test.ts"], fileParallelism: false },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: ["**/*.slow.test.ts"],
          exclude: ["**/node_modules/**"],
          fileParallelism: false,
          testTimeout: 1_800_000,
        },
      },
    ],
  },
})
