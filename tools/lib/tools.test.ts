import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterEach, beforeEach, expect, test } from "vitest"
import { isInstalled } from "./install.mjs"
import { compileSettings, ensureBuildTools } from "./machine.mjs"
import { oldNodeSentence } from "./node-version.mjs"
import { precompress } from "./precompress.mjs"
import { runProgram } from "./shell.mjs"
import { buildIfChanged } from "./stamp.mjs"
import { countOutcome } from "./vitest-project.mjs"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shn-tools-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (...parts: string[]) => join(folder, ...parts)

test.each(["18.20.4", "20.18.9", "4.0.0", "19.99.0"])(
  "Node %s is refused in one sentence that names both versions",
  (old) => {
    const sentence = oldNodeSentence(old)
    expect(sentence).toContain("Node 20.19")
    expect(sentence).toContain(old)
  },
)

test.each(["20.19.0", "20.20.2", "22.0.0", "24.11.1"])("Node %s is accepted", (version) => {
  expect(oldNodeSentence(version)).toBe("")
})

test("missing build tools are named, with the line that installs them", async () => {
  const has = (program: string) => !["g++", "python3"].includes(program)
  const refusal = ensureBuildTools({ has, isRoot: false })
  await expect(refusal).rejects.toThrow("Missing on this machine: python3, g++")
  await expect(refusal).rejects.toThrow("sudo apt-get install -y --no-install-recommends python3 g++")
  await expect(ensureBuildTools({ has: () => false, isRoot: false })).rejects.toThrow("npm is missing")
  const withoutApt = (program: string) => program === "npm"
  await expect(ensureBuildTools({ has: withoutApt, isRoot: true })).rejects.toThrow("python3, make, g++")
  await expect(ensureBuildTools({ has: () => true, isRoot: false })).resolves.toBeUndefined()
})

test("SQLite is compiled from source, with the headers that lie beside Node", () => {
  mkdirSync(at("include", "node"), { recursive: true })
  writeFileSync(at("include", "node", "node_api.h"), "")
  expect(compileSettings(at("bin", "node"))).toEqual({
    npm_config_build_from_source: "true",
    npm_config_nodedir: folder,
  })
  rmSync(at("include"), { recursive: true })
  expect(compileSettings(at("bin", "node"))).toEqual({ npm_config_build_from_source: "true" })
})

test("packages count as installed only when every one lies there in its locked version", () => {
  const lock = (packages: object) => JSON.stringify({ packages })
  const wanted = {
    "": {},
    "apps/x": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/other-system": { version: "1.0.0", optional: true },
  }
  writeFileSync(at("package-lock.json"), lock(wanted))
  expect(isInstalled(at)).toBe(false)
  mkdirSync(at("node_modules", "a"), { recursive: true })
  writeFileSync(at("node_modules", ".package-lock.json"), lock({ "node_modules/a": { version: "1.0.0" } }))
  expect(isInstalled(at)).toBe(true)
  writeFileSync(at("node_modules", ".package-lock.json"), lock({ "node_modules/a": { version: "0.9.0" } }))
  expect(isInstalled(at)).toBe(false)
  writeFileSync(at("node_modules", ".package-lock.json"), lock({ "node_modules/a": { version: "1.0.0" } }))
  rmSync(at("node_modules", "a"), { recursive: true })
  expect(isInstalled(at)).toBe(false)
})

test("a build runs again only when something it reads has changed, or its result is gone", async () => {
  const result = at("result")
  const name = `tools-test-${process.pid}`
  const run = (fingerprint: string) =>
    buildIfChanged({ name, fingerprint, result, build: async () => writeFileSync(result, fingerprint) })
  const stamp = join(process.cwd(), ".cache", "build", name)
  try {
    expect([await run("1"), await run("1"), await run("2")]).toEqual([true, false, true])
    rmSync(result)
    expect([await run("2"), readFileSync(result, "utf8")]).toEqual([true, "2"])
    const failing = buildIfChanged({
      name,
      fingerprint: "3",
      result,
      build: () => Promise.reject(new Error("no")),
    })
    await expect(failing).rejects.toThrow("no")
    expect(await run("3")).toBe(true)
  } finally {
    rmSync(stamp, { force: true })
  }
})

test("text gets smaller copies that unpack to the same bytes; pictures and tiny files get none", async () => {
  const text = "<p>the same again </p>".repeat(200)
  writeFileSync(at("page.html"), text)
  writeFileSync(at("tiny.css"), "p{}")
  writeFileSync(at("photo.webp"), text)
  expect(await precompress(folder)).toBe(1)
  expect(brotliDecompressSync(readFileSync(at("page.html.br"))).toString()).toBe(text)
  expect(gunzipSync(readFileSync(at("page.html.gz"))).toString()).toBe(text)
  expect(() => readFileSync(at("tiny.css.br"))).toThrow()
  expect(() => readFileSync(at("photo.webp.gz"))).toThrow()
})

test("a test run that ran nothing, or a file that could not be loaded, never counts as success", () => {
  const loaded = { status: "passed", assertionResults: [{}] }
  expect(countOutcome({ numPassedTests: 3, numFailedTests: 0, testResults: [loaded] }, 0)).toEqual({
    passed: 3,
    failed: 0,
    skipped: 0,
  })
  expect(countOutcome({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 4 }, 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 4,
  })
  expect(countOutcome({}, 1)).toMatchObject({ failed: 1 })
  expect(countOutcome({ numPassedTests: 0 }, 0)).toMatchObject({ failed: 1 })
  expect(countOutcome({ numPassedTests: 3 }, 1)).toMatchObject({ failed: 1 })
  const unloaded = { status: "failed", assertionResults: [] }
  expect(countOutcome({ numPassedTests: 3, testResults: [loaded, unloaded, unloaded] }, 1)).toMatchObject({
    failed: 2,
  })
})

test("a program that does not exist is an answer, not a crash", async () => {
  expect((await runProgram("no-such-program-here", [], { quiet: true })).code).toBe(127)
})
