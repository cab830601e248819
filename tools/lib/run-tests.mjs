import { join } from "node:path"
import { build } from "../build.mjs"
import { keepDemoHelpline } from "./helpline.mjs"
import { isInstalled } from "./install.mjs"
import { inRoot } from "./paths.mjs"
import { reportFailure, Sentence, say } from "./say.mjs"
import { programPath, runProgram } from "./shell.mjs"
import { vitestProject } from "./vitest-project.mjs"

/** What one section of the run came to. @typedef {{passed: number, failed: number, skipped: number, output: string}} Outcome */
/** @typedef {{name: string, run: () => Promise<Outcome>}} Section */

/** The helpline whose public half is compiled into the apps under test. */
export const TEST_HELPLINE = inRoot(".cache", "test-helpline")
// SHN_CHROMIUM names another one.
const CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]

/** @type {Record<string, {sections: readonly Section[], needsBrowser: boolean}>} */
const PLANS = {
  check: { needsBrowser: false, sections: [types(), lint(), unused(), vitest("unit"), vitest("honesty")] },
  all: {
    needsBrowser: true,
    sections: [
      types(),
      lint(),
      unused(),
      apps(),
      ...["unit", "contract", "honesty", "hostile", "endurance", "canary", "journeys"].map((name) =>
        vitest(name),
      ),
    ],
  },
  slow: { needsBrowser: true, sections: [apps(), vitest("slow")] },
  screens: { needsBrowser: true, sections: [apps(), vitest("journeys", { SHN_SCREENS: "1" })] },
}

/**
 * Runs one plan and ends with the line "N passed, N failed". Nothing is installed here.
 * @param {string} planName
 */
export async function runTests(planName) {
  try {
    const plan = PLANS[planName]
    if (plan === undefined)
      throw new Sentence(`Usage: node tools/test.mjs [${Object.keys(PLANS).join(" | ")}]`)
    if (!isInstalled())
      throw new Sentence(
        "The packages are not installed, or not those of package-lock.json: run npm ci first.",
      )
    if (plan.needsBrowser && !process.env.SHN_CHROMIUM && programPath(CHROMIUM) === null)
      throw new Sentence("Chromium is missing; the browser journeys need it: apt-get install -y chromium")
    const total = { passed: 0, failed: 0 }
    for (const section of plan.sections) {
      const outcome = await runSection(section)
      total.passed += outcome.passed
      total.failed += outcome.failed
    }
    process.exitCode = total.failed === 0 ? 0 : 1
    say(`\n${total.passed} passed, ${total.failed} failed`)
  } catch (error) {
    reportFailure(error)
  }
}

/** @param {Section} section */
async function runSection(section) {
  const begun = performance.now()
  const outcome = await section
    .run()
    .catch((error) => failure(String(error instanceof Sentence ? error.message : error?.stack)))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6)
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : ""
  say(`${seconds} s  ${section.name.padEnd(12)} ${outcome.passed} passed, ${outcome.failed} failed${skipped}`)
  if (outcome.failed > 0) say(outcome.output.trimEnd().replace(/^/gm, "          "))
  return outcome
}

/** @returns {Section} */
function types() {
  return { name: "types", run: () => program(tool("typescript", "bin", "tsc"), ["--build"]) }
}

/** @returns {Section} */
function lint() {
  const args = ["check", "--error-on-warnings", "--max-diagnostics=50", "."]
  return { name: "lint", run: () => program(tool("@biomejs", "biome", "bin", "biome"), args) }
}

/** @returns {Section} */
function unused() {
  return {
    name: "unused",
    run: () => program(tool("knip", "bin", "knip.js"), ["--no-progress", "--no-config-hints"]),
  }
}

/** @returns {Section} */
function apps() {
  return {
    name: "build",
    run: async () => {
      await keepDemoHelpline(TEST_HELPLINE)
      await build(TEST_HELPLINE)
      return success()
    },
  }
}

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 * @returns {Section}
 */
function vitest(project, env = {}) {
  return { name: project, run: () => vitestProject(project, { ...env, SHN_TEST_HELPLINE: TEST_HELPLINE }) }
}

/**
 * A check that passes or fails as a whole counts as one.
 * @param {string} script
 * @param {readonly string[]} args
 */
async function program(script, args) {
  const { code, output } = await runProgram(process.execPath, [script, ...args], { quiet: true })
  return code === 0 ? success() : failure(output)
}

/** @param {...string} parts */
function tool(...parts) {
  return join(inRoot("node_modules"), ...parts)
}

/** @returns {Outcome} */
function success() {
  return { passed: 1, failed: 0, skipped: 0, output: "" }
}

/**
 * @param {string} output
 * @returns {Outcome}
 */
function failure(output) {
  return { passed: 0, failed: 1, skipped: 0, output }
}
