import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { BrowserContext } from "playwright-core"

/** A clock that runs as always, ahead of the computer's by as much as a test wants: for a server process and for browsers. */
export type MovedClock = {
  /** For the server's environment. */
  readonly env: Readonly<Record<string, string>>
  readonly nowMs: () => number
  /** Moves it on. The server follows at once; a browser that was told before does not. */
  readonly goOn: (ms: number) => void
  /** Tells the pages that this context opens from now on. */
  readonly tell: (context: BrowserContext) => Promise<void>
  readonly remove: () => void
}

export function movedClock(): MovedClock {
  const folder = mkdtempSync(join(tmpdir(), "shn-clock-"))
  const file = join(folder, "ahead")
  let aheadMs = 0
  const write = () => writeFileSync(file, String(aheadMs))
  write()
  // Read at every look: the process goes on while the test moves the clock. Node writes the date header by its own clock.
  const script = `
    import { readFileSync } from "node:fs"
    import http from "node:http"
    const real = Date.now
    Date.now = () => real() + Number(readFileSync(${JSON.stringify(file)}, "utf8"))
    const emit = http.Server.prototype.emit
    http.Server.prototype.emit = function (name, ...rest) {
      if (name === "request") rest[1].setHeader("date", new Date(Date.now()).toUTCString())
      return emit.call(this, name, ...rest)
    }`
  return {
    env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` },
    nowMs: () => Date.now() + aheadMs,
    goOn: (ms) => {
      aheadMs += ms
      write()
    },
    tell: async (context) => {
      await context.addInitScript((ms) => {
        const Real = Date
        class Moved extends Real {
          constructor(...parts: readonly unknown[]) {
            if (parts.length === 0) super(Real.now() + ms)
            else super(...(parts as [number]))
          }
          static override now() {
            return Real.now() + ms
          }
        }
        Object.assign(globalThis, { Date: Moved })
      }, aheadMs)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
