import { randomFillSync } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { base64url } from "@shn/primitives/encode"
import { build } from "esbuild"
import type { Page } from "playwright-core"
import { launchBrowser } from "../tests/support/browser.ts"
import { newUpload } from "../tests/support/file-ports.ts"
import { openPerson } from "../tests/support/person.ts"
import { type Running, startHelpline } from "../tests/support/running.ts"

/** Milliseconds, medians. One browser, one run, in turns. */
export type BrowserFilesFigure = {
  readonly megabytes: number
  /** The reporter app's own worker: read, seal, send to a real server that keeps every part, finish. */
  readonly sentMs: number
  /** AES-256-GCM in chunks of 64 KiB and one SHA-256 over the same bytes. */
  readonly leastMs: number
  /** The same bytes in the same pieces, unsealed, four at a time, to a server that throws them away. */
  readonly plainMs: number
  /** Most memory of the page and its worker, before the first file and after it, MB. */
  readonly pageMb: { readonly before: number; readonly atMost: number }
}

const ROUNDS = 3

/** @param size of the file in bytes, a multiple of 64 KiB */
export async function measureBrowserFiles(size: number): Promise<BrowserFilesFigure> {
  const folder = await mkdtemp(join(tmpdir(), "shn-bench-"))
  const path = join(folder, "film.mp4")
  await writeFile(path, randomFillSync(new Uint8Array(size)))
  const run = await startHelpline({ env: { SHN_CASE_MEGABYTES: "2000" } })
  const bin = await wasteBin()
  // Straight to the server: the recording line of the tests would be measured instead.
  const serverPort = new URL(run.direct.reporter).port
  const browser = await launchBrowser([`--host-resolver-rules=MAP localhost 127.0.0.1:${serverPort}`])
  try {
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: "block" })
    const page = await context.newPage()
    await page.goto(`${run.reporter}/en/`)
    await page.evaluate(await pageScript())
    await page.evaluate("filesBench.addInput()")
    await page.locator("#bench").setInputFiles(path)
    const before = mostMemoryMb()
    let atMost = before
    const times = { sent: [] as number[], least: [] as number[], plain: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      times.sent.push(await send(run, page))
      // The others hold more: the first file was sent before any of them ran.
      if (round === 0) atMost = mostMemoryMb()
      times.least.push(await inPage(page, "least()"))
      times.plain.push(await inPage(page, `plain(${JSON.stringify(bin.url)})`))
    }
    return {
      megabytes: size / 1e6,
      sentMs: median(times.sent),
      leastMs: median(times.least),
      plainMs: median(times.plain),
      pageMb: { before, atMost },
    }
  } finally {
    await browser.close()
    await run.close()
    await rm(folder, { recursive: true })
    bin.server.close()
    bin.server.closeAllConnections()
  }
}

async function send(run: Running, page: Page): Promise<number> {
  const { keys, token } = await openPerson(run.reporter, run.organisation.deployment)
  const { uploadId, key } = newUpload()
  const assets = join(".cache", "web", run.organisation.deployment.deploymentId, "reporter", "assets")
  const worker = readdirSync(assets).find((name) => /^file\.worker-.*\.js$/.test(name))
  if (worker === undefined) throw new Error("the reporter app has no worker for files")
  const errand = {
    worker: `/assets/${worker}`,
    caseId: keys.caseId,
    token,
    uploadId,
    key: base64url(key),
  }
  return inPage(page, `send(${JSON.stringify(errand)})`)
}

function inPage(page: Page, call: string): Promise<number> {
  return page.evaluate(`filesBench.${call}`) as Promise<number>
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "browser-files-page.ts")],
    bundle: true,
    format: "iife",
    globalName: "filesBench",
    write: false,
  })
  return `${outputFiles[0]?.text ?? ""}; globalThis.filesBench = filesBench; undefined`
}

async function wasteBin(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "access-control-allow-origin": "*" }).end("{}")
    })
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** The largest of all renderers of this machine's Chromium that this process started. Linux. */
function mostMemoryMb(): number {
  const sizes = readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8")
      if (!command.includes("--type=renderer") || !command.includes("chrom")) return []
      const status = readFileSync(`/proc/${pid}/status`, "utf8")
      return [(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024) / 1e6]
    } catch {
      return []
    }
  })
  return Math.max(0, ...sizes)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
