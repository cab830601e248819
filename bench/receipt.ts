import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { build } from "esbuild"
import type { Browser } from "playwright-core"
import { newPhone } from "../tests/support/browser.ts"

export type ReceiptFigure = { readonly path: string; readonly medianMs: number; readonly runs: number }

const RUNS = 7
const CPU_SLOWDOWN = 4

/** Receipt to keys in a real browser, four times slowed, with WebAssembly and without. */
export async function measureReceipt(browser: Browser): Promise<readonly ReceiptFigure[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { deriveReporterKeys } from "./packages/sealed/src/reporter-keys.ts"
        globalThis.derive = async () => {
          const begun = performance.now()
          const keys = await deriveReporterKeys(new Uint8Array(11).fill(7), "A".repeat(22))
          return { ms: performance.now() - begun, path: keys.argon2 }
        }`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    write: false,
  })
  const script = outputFiles[0]?.text ?? ""
  const server = createServer((request, response) => {
    const isScript = request.url === "/derive.js"
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html")
    response.end(isScript ? script : '<!doctype html><script type="module" src="/derive.js"></script>')
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`
  try {
    return [await derive(browser, url, true, RUNS), await derive(browser, url, false, 1)]
  } finally {
    server.close()
  }
}

async function derive(browser: Browser, url: string, hasWasm: boolean, runs: number): Promise<ReceiptFigure> {
  const { context, page } = await newPhone(browser)
  try {
    if (!hasWasm) await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"))
    await page.goto(url)
    await page.waitForFunction(() => "derive" in globalThis)
    const cdp = await context.newCDPSession(page)
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN })
    const times: number[] = []
    let path = ""
    for (let n = 0; n < runs; n++) {
      const result = await page.evaluate(() =>
        (globalThis as unknown as { derive(): Promise<{ ms: number; path: string }> }).derive(),
      )
      times.push(result.ms)
      path = result.path
    }
    times.sort((a, b) => a - b)
    return { path, medianMs: times[Math.floor(times.length / 2)] ?? 0, runs }
  } finally {
    await context.close()
  }
}
