import { ok } from "@shn/domain"
import type { StaffSecret } from "@shn/sealed"
import { describe, expect, it } from "vitest"
import { type Stretch, type StretchNews, stretchInWorker, type WorkerLike } from "./stretch.ts"

const SECRET = ok({ loginKey: "key", wrapKey: new Uint8Array(32), argon2: "wasm" } satisfies StaffSecret)
const INPUT = { passphrase: "words", salt: "", kdf: { memoryKiB: 65_536, iterations: 3, parallelism: 1 } }
const nowhere: Stretch = () => Promise.reject(new Error("must not be used"))

function workerThatSays(...news: readonly StretchNews[]) {
  const log: string[] = []
  const worker: WorkerLike = {
    postMessage: () => queueMicrotask(() => news.forEach((data) => void worker.onmessage?.({ data }))),
    terminate: () => void log.push("ended"),
    onmessage: null,
    onerror: null,
  }
  return { worker, log }
}

describe("stretching a passphrase beside the page", () => {
  it("tells how far it is, gives the keys, and ends the worker that held the passphrase", async () => {
    const { worker, log } = workerThatSays({ kind: "progress", done: 0.5 }, { kind: "done", result: SECRET })
    const heard: number[] = []
    const result = await stretchInWorker(() => worker, nowhere)(INPUT, (done) => heard.push(done))
    expect([result, heard, log]).toEqual([SECRET, [0.5], ["ended"]])
  })
  it("ends the worker also when the device could not", async () => {
    const { worker, log } = workerThatSays({ kind: "failed" })
    await expect(stretchInWorker(() => worker, nowhere)(INPUT, () => undefined)).rejects.toThrow()
    expect(log).toEqual(["ended"])
  })
  it("stretches on the page where the browser has no worker", async () => {
    const here: Stretch = () => Promise.resolve(SECRET)
    const refused = () => {
      throw new Error("no workers here")
    }
    expect(await stretchInWorker(refused, here)(INPUT, () => undefined)).toBe(SECRET)
    expect(await stretchInWorker(() => null, here)(INPUT, () => undefined)).toBe(SECRET)
  })
  it("stretches on the page where the worker does not come up", async () => {
    const { worker, log } = workerThatSays()
    const broken: WorkerLike = { ...worker, postMessage: () => queueMicrotask(() => broken.onerror?.({})) }
    const here: Stretch = () => Promise.resolve(SECRET)
    expect(await stretchInWorker(() => broken, here)(INPUT, () => undefined)).toBe(SECRET)
    expect(log).toEqual(["ended"])
  })
})
