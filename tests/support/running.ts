import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { DemoSignInsAnswer, type OrganisationFile, OrganisationFileField, v } from "@shn/wire"
import { type Line, startLine } from "./line.ts"

const ROOT = resolve(import.meta.dirname, "../..")
/** The demo helpline whose public half is compiled into the apps under test; `npm test` makes it. */
export const TEST_HELPLINE = process.env.SHN_TEST_HELPLINE ?? join(ROOT, ".cache", "test-helpline")

export type SignIn = { readonly alias: string; readonly passphrase: string; readonly totpSecret: string }

/** A real server process with a store of its own, reached through three lines that can be cut and falsified. */
export type Running = {
  readonly organisation: OrganisationFile
  readonly signIns: readonly SignIn[]
  readonly officerSignIns: readonly SignIn[]
  readonly dataDir: string
  /** Addresses as a browser types them. */
  readonly reporter: string
  readonly desk: string
  readonly agency: string
  /** The server's own port, without the line: for measurements. */
  readonly direct: { readonly reporter: string }
  readonly reporterLine: Line
  readonly deskLine: Line
  readonly agencyLine: Line
  /** Everything the server printed. */
  readonly output: () => string
  readonly pid: () => number
  /** Ends the process without asking, and waits until it is gone. */
  kill(signal?: "SIGKILL" | "SIGTERM"): Promise<void>
  /** Starts it again over the same store, behind the same addresses. */
  restart(): Promise<void>
  close(): Promise<void>
}

export type RunningOptions = {
  /** Leading zero bits of the puzzle; 4 keeps tests quick, leave out for the real ones. */
  readonly workBits?: number
  readonly database?: string
  readonly helpline?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built server. @throws Error with what it printed when it does not come up within 20 s. */
export async function startHelpline(options: RunningOptions = {}): Promise<Running> {
  const helpline = options.helpline ?? TEST_HELPLINE
  const main = join(ROOT, "apps", "server", "dist", "main.js")
  if (!existsSync(main))
    throw new Error(
      "The server is not built: run npm test, or node tools/build.mjs --org .cache/test-helpline",
    )
  const organisation = v.parse(OrganisationFileField, readJson(join(helpline, "organisation.json")))
  const signInsIn = (name: string) =>
    existsSync(join(helpline, name)) ? v.parse(DemoSignInsAnswer, readJson(join(helpline, name))).signIns : []
  const signIns = signInsIn("demo-sign-ins.json")
  const officerSignIns = signInsIn("demo-agency-sign-ins.json")
  const dataDir = mkdtempSync(join(tmpdir(), "shn-run-"))
  const reporterLine = await startLine()
  const deskLine = await startLine()
  const agencyLine = await startLine()
  const reporter = `http://localhost:${reporterLine.port}`
  const desk = `http://desk.localhost:${deskLine.port}`
  const agency = `http://agency.localhost:${agencyLine.port}`
  const web = (app: string) => join(ROOT, ".cache", "web", organisation.deployment.deploymentId, app)
  let child: ChildProcess | undefined
  let output = ""
  let directReporter = ""

  async function start(): Promise<void> {
    const [reporterPort, deskPort, agencyPort] = [await freePort(), await freePort(), await freePort()]
    const begun = spawn(process.execPath, ["--enable-source-maps", main], {
      env: {
        PATH: process.env.PATH ?? "",
        SHN_ORG: helpline,
        SHN_DATA: dataDir,
        SHN_REPORTER_WEB: web("reporter"),
        SHN_DESK_WEB: web("desk"),
        SHN_AGENCY_WEB: web("agency"),
        SHN_REPORTER_PORT: String(reporterPort),
        SHN_DESK_PORT: String(deskPort),
        SHN_AGENCY_PORT: String(agencyPort),
        SHN_REPORTER_ORIGIN: reporter,
        SHN_DESK_ORIGIN: desk,
        SHN_AGENCY_ORIGIN: agency,
        SHN_WORK_BITS: String(options.workBits ?? 4),
        ...(options.database === undefined ? {} : { SHN_DATABASE: options.database }),
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    })
    child = begun
    begun.stdout?.on("data", (chunk) => {
      output += String(chunk)
    })
    begun.stderr?.on("data", (chunk) => {
      output += String(chunk)
    })
    directReporter = `http://127.0.0.1:${reporterPort}`
    reporterLine.setTarget(reporterPort)
    deskLine.setTarget(deskPort)
    agencyLine.setTarget(agencyPort)
    await until(async () => {
      if (begun.exitCode !== null) throw new Error(`the server ended at once:\n${output}`)
      const answers = await Promise.all(
        [reporterPort, deskPort, agencyPort].map((port) =>
          fetch(`http://127.0.0.1:${port}/api/directory`).then(
            (a) => a.ok,
            () => false,
          ),
        ),
      )
      return answers.every(Boolean)
    }, `the server did not come up:\n${output}`)
  }

  async function kill(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
    const ending = child
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise<void>((done) => ending.once("exit", () => done()))
    ending.kill(signal)
    await gone
  }

  await start()
  return {
    organisation,
    signIns,
    officerSignIns,
    dataDir,
    reporter,
    desk,
    agency,
    direct: {
      get reporter() {
        return directReporter
      },
    },
    reporterLine,
    deskLine,
    agencyLine,
    output: () => output,
    pid: () => child?.pid ?? 0,
    kill,
    restart: start,
    close: async () => {
      await kill()
      await Promise.all([reporterLine, deskLine, agencyLine].map((line) => line.close()))
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Waits for something true, at most 20 s. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  complaint: string,
  limitMs = 20_000,
): Promise<void> {
  const end = performance.now() + limitMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(complaint)
    await new Promise((resume) => setTimeout(resume, 50))
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"))
}

function freePort(): Promise<number> {
  return new Promise((resolve_, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === "object" && address !== null
          ? resolve_(address.port)
          : reject(new Error("no port")),
      )
    })
  })
}
