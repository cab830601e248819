import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"
import { madeUpHelpline } from "../../../tests/support/helpline.ts"
import { organisationOf, staffOf } from "../../../tests/support/mailbox.ts"

const ROOT = fileURLToPath(new URL("../../..", import.meta.url))
const org = mkdtempSync(join(tmpdir(), "shn-org-"))
const blocker = createServer()

// Inside the project, so that the packages which stay outside the bundle are found.
const bundle = join(ROOT, ".cache", `main-under-test-${process.pid}.mjs`)

beforeAll(async () => {
  await build({
    entryPoints: [join(ROOT, "apps/server/src/main.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["better-sqlite3", "pg"],
    logLevel: "error",
  })
  const helpline = await madeUpHelpline("main")
  writeFileSync(join(org, "organisation.json"), JSON.stringify(organisationOf(helpline)))
  writeFileSync(join(org, "staff.json"), JSON.stringify(staffOf(helpline)))
  await new Promise<void>((done) => blocker.listen(0, "127.0.0.1", () => done()))
})
afterAll(() => {
  blocker.close()
  rmSync(bundle, { force: true })
})

function start(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const usual = {
    SHN_ORG: org,
    SHN_DATA: mkdtempSync(join(tmpdir(), "shn-data-")),
    SHN_HOST: "127.0.0.1",
    SHN_REPORTER_PORT: "0",
    SHN_DESK_PORT: "0",
  }
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [bundle],
      { cwd: ROOT, env: { PATH: process.env.PATH, ...usual, ...env } },
      (error, stdout, stderr) =>
        done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    )
    child.stdout?.on("data", (text: string) => {
      if (text.includes('"started"')) child.kill("SIGTERM")
    })
  })
}

/** A folder with one of the two files spoilt. */
async function spoilt(name: string, text: string): Promise<string> {
  const helpline = await madeUpHelpline("main")
  const folder = mkdtempSync(join(tmpdir(), "shn-org-"))
  writeFileSync(join(folder, "organisation.json"), JSON.stringify(organisationOf(helpline)))
  writeFileSync(join(folder, "staff.json"), JSON.stringify(staffOf(helpline)))
  writeFileSync(join(folder, name), text)
  return folder
}

test("the server starts, says so, and stops when asked", async () => {
  const { code, stdout, stderr } = await start({ SHN_AGENCY_PORT: "0" })
  expect([code, stderr]).toEqual([0, ""])
  expect(stdout.split("\n").map((line) => (line === "" ? "" : JSON.parse(line).event))).toContain("started")
  expect(stdout).toContain('"stopped"')
})

test("each thing that can be wrong at the start is one clear sentence", async () => {
  const port = (blocker.address() as { port: number }).port
  const file = join(mkdtempSync(join(tmpdir(), "shn-file-")), "file")
  writeFileSync(file, "")
  const other = await madeUpHelpline("another helpline")
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ SHN_AGENCY_PORT: String(port) }, new RegExp(`Port ${port} is taken .*SHN_AGENCY_PORT`)],
    [{ SHN_ORG: "" }, /SHN_ORG is not set/],
    [{ SHN_ORG: join(tmpdir(), "no-such-folder") }, /organisation\.json cannot be read \(ENOENT\)/],
    [{ SHN_ORG: await spoilt("organisation.json", "{") }, /organisation\.json is damaged: it is not JSON/],
    [{ SHN_ORG: await spoilt("staff.json", "{}") }, /staff\.json is damaged: v is not/],
    [
      {
        SHN_ORG: await spoilt(
          "organisation.json",
          JSON.stringify({
            ...organisationOf(other),
            deployment: { ...organisationOf(await madeUpHelpline("main")).deployment },
          }),
        ),
      },
      /does not verify \(bad-registrars\)/,
    ],
    [{ SHN_DATA: join(file, "below") }, /cannot be written \(ENOTDIR\): choose another with SHN_DATA/],
    [{ SHN_DATABASE: "postgres://shn@127.0.0.1:9/none" }, /SHN_DATABASE cannot be used \(ECONNREFUSED\)/],
    [{ SHN_DESK_PORT: String(port) }, new RegExp(`Port ${port} is taken`)],
    [{ SHN_TLS_CERT: file, SHN_TLS_KEY: join(file, "none") }, /names a file that cannot be read/],
  ]
  for (const [env, sentence] of cases) {
    const { code, stderr } = await start(env)
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split("\n")).toHaveLength(1)
    expect(code).toBe(1)
  }
})
