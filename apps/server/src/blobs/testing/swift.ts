import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { S3Settings } from "../s3.ts"

/** OpenStack Swift with its S3 face, as Debian packages it: a second S3 that checks signatures and shares no code with the first. */
export type TestSwift = {
  readonly settings: S3Settings
  readonly stop: () => Promise<void>
}

const PACKAGES = [
  "swift-proxy",
  "swift-account",
  "swift-container",
  "swift-object",
  "python3-swift",
  "memcached",
]
const START_MS = 60_000

/** Makes sure that Swift is there, by apt-get where we may. @returns what is missing, or null */
export function swiftMissing(): string | null {
  if (hasSwift()) return null
  const isDebian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0
  if (!isDebian) return "swift-proxy-server is not installed, and this is no Debian on which we are root"
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES], {
      env,
      stdio: "ignore",
    })
  } catch {
    return `apt-get could not install ${PACKAGES.join(" ")}`
  }
  return hasSwift() ? null : "apt-get installed no swift-proxy-server"
}

function hasSwift(): boolean {
  return ["/usr/bin/swift-proxy-server", "/usr/bin/memcached", "/etc/swift/swift.conf"].every(existsSync)
}

/** Starts one server of each kind, one copy of everything, in a temporary folder. @throws Error with what they printed */
export async function startSwift(): Promise<TestSwift> {
  const folder = mkdtempSync(join(tmpdir(), "shn-swift-"))
  const [proxy, account, container, object, memcached] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  )
  mkdirSync(join(folder, "devices", "d1"), { recursive: true })
  const common = [
    "[DEFAULT]",
    "bind_ip = 127.0.0.1",
    "user = root",
    "workers = 0",
    `swift_dir = ${folder}`,
    "log_level = ERROR",
  ]
  for (const [kind, port] of [
    ["account", account],
    ["container", container],
    ["object", object],
  ] as const) {
    const ring = (...args: string[]) =>
      execFileSync("swift-ring-builder", [join(folder, `${kind}.builder`), ...args], { stdio: "ignore" })
    ring("create", "4", "1", "0")
    ring("add", `r1z1-127.0.0.1:${port}/d1`, "1")
    ring("rebalance")
    write(`${kind}.conf`, [
      ...common,
      `bind_port = ${port}`,
      `devices = ${join(folder, "devices")}`,
      "mount_check = false",
      "[pipeline:main]",
      `pipeline = ${kind}-server`,
      `[app:${kind}-server]`,
      `use = egg:swift#${kind}`,
    ])
  }
  write("proxy.conf", [
    ...common,
    `bind_port = ${proxy}`,
    "[pipeline:main]",
    "pipeline = catch_errors cache listing_formats s3api tempauth copy slo dlo proxy-server",
    "[app:proxy-server]",
    "use = egg:swift#proxy",
    "account_autocreate = true",
    "[filter:catch_errors]",
    "use = egg:swift#catch_errors",
    "[filter:cache]",
    "use = egg:swift#memcache",
    `memcache_servers = 127.0.0.1:${memcached}`,
    "[filter:listing_formats]",
    "use = egg:swift#listing_formats",
    "[filter:s3api]",
    "use = egg:swift#s3api",
    "s3_acl = false",
    "[filter:tempauth]",
    "use = egg:swift#tempauth",
    "user_test_tester = testing .admin",
    "[filter:copy]",
    "use = egg:swift#copy",
    "[filter:slo]",
    "use = egg:swift#slo",
    "[filter:dlo]",
    "use = egg:swift#dlo",
  ])
  let output = ""
  const children: ChildProcess[] = []
  run("memcached", ["-l", "127.0.0.1", "-p", String(memcached), "-u", "root"])
  for (const kind of ["account", "container", "object", "proxy"]) {
    run(`swift-${kind}-server`, [join(folder, `${kind}.conf`)])
  }
  const settings = {
    endpoint: `http://127.0.0.1:${proxy}`,
    bucket: "shn-files",
    region: "us-east-1",
    key: "test:tester",
    secret: "testing",
  }
  const stop = async () => {
    await Promise.all(children.map(ended))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilBucketIsMade(settings)
  } catch (error) {
    await stop()
    throw new Error(`Swift did not start: ${String(error)}\n${output}`)
  }
  return { settings, stop }

  function write(name: string, lines: readonly string[]): void {
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`)
  }

  function run(program: string, args: readonly string[]): void {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += String(chunk)
      })
    }
    children.push(child)
  }
}

async function untilBucketIsMade({ endpoint, bucket, region, key, secret }: S3Settings): Promise<void> {
  const { AwsClient } = await import("aws4fetch")
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    service: "s3",
    region,
    retries: 0,
  })
  const endMs = performance.now() + START_MS
  for (;;) {
    const answer = await client.fetch(`${endpoint}/${bucket}`, { method: "PUT" }).catch(() => null)
    if (answer?.ok) return
    if (performance.now() > endMs) throw new Error(answer === null ? "no answer" : await answer.text())
    await new Promise((resume) => setTimeout(resume, 200))
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once("exit", () => done())
    child.kill("SIGKILL")
  })
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
