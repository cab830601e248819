import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, describe, expect, it } from "vitest"

const ROOT = resolve(import.meta.dirname, "../..")
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Everything that only the demo's one-tap sign-in needs: its route, its code generator, its words. */
const DEMO_TRACES = [
  "/api/demo/sign-ins",
  "made-up staff",
  "made-up officers",
  "totpSecret",
  "otpauth",
  "farzi amle",
  "فرضی عملے",
]

/** Builds an app for a helpline and returns all its text, file names included. */
function built(app: string, demo: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), `shn-${app}-build-`))
  folders.push(folder)
  const deployment = {
    deploymentId: "AAAAAAAAAAAAAAAAAAAAAA",
    orgRootPk: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    name: { en: "Built for a test", ur: "جانچ کے لیے", "ur-Latn": "Jaanch ke liye" },
    demo,
  }
  const build = spawnSync("npx", ["vite", "build", `apps/${app}`, "--logLevel", "error"], {
    cwd: ROOT,
    env: { ...process.env, SHN_DEPLOYMENT_JSON: JSON.stringify(deployment), SHN_OUT_DIR: folder },
    encoding: "utf8",
  })
  if (build.status !== 0) throw new Error(`apps/${app} does not build:\n${build.stderr}`)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files
    .map((file) => `${file.name}\n${readFileSync(join(file.parentPath, file.name), "utf8")}`)
    .join("\n")
}

describe.each(["desk", "agency"])("the one-tap sign-in of the demo: %s", (app) => {
  it("is there in a demo build, so that the search below can find it", () => {
    const demo = built(app, true).toLowerCase()
    // Each trace is a planted positive: a search for something that no build contains would prove nothing.
    expect(DEMO_TRACES.filter((trace) => !demo.includes(trace.toLowerCase()))).toEqual([])
  })

  it("is nowhere in the build of a real helpline", () => {
    const real = built(app, false).toLowerCase()
    expect(real).toContain("built for a test")
    expect(DEMO_TRACES.filter((trace) => real.includes(trace.toLowerCase()))).toEqual([])
  })
})
