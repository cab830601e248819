import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { inRoot } from "./paths.mjs"
import { runProgram } from "./shell.mjs"

/**
 * Runs one project of vitest.config.ts and counts its tests.
 * A file that cannot be loaded, and a project that ran nothing at all, count as failures: neither may look green.
 * @param {string} project
 * @param {Record<string, string>} env
 * @returns {Promise<import("./run-tests.mjs").Outcome>}
 */
export async function vitestProject(project, env) {
  const folder = inRoot(".cache", "test")
  const report = join(folder, `${project}.json`)
  mkdirSync(folder, { recursive: true })
  rmSync(report, { force: true })
  const vitest = inRoot("node_modules", "vitest", "vitest.mjs")
  const args = [
    vitest,
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]
  const { code, output } = await runProgram(process.execPath, args, {
    env: { ...env, NO_COLOR: "1", CI: "1" },
    quiet: true,
  })
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {}
  return { ...countOutcome(counted, code), output }
}

/**
 * @param {{numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number, testResults?: {status: string, assertionResults: unknown[]}[]}} report as vitest's JSON reporter writes it
 * @param {number} code exit code of vitest
 */
export function countOutcome(report, code) {
  const passed = report.numPassedTests ?? 0
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0)
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length
  const failed = (report.numFailedTests ?? 0) + unloaded
  const isSilent = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isSilent ? 1 : failed, skipped }
}
