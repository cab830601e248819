import type { ReporterKeys } from "@shn/sealed"
import { ownScriptUrl } from "../trusted-script.ts"
import heavyWorkerUrl from "./heavy.worker.ts?worker&url"
import { doHeavyTask, type HeavyReply, type HeavyTask, type HeavyWork } from "./heavy-work.ts"

/** One worker per task: it ends with it, and what it held goes with it. Without workers the page does it itself. */
export function browserHeavyWork(): HeavyWork {
  return {
    derive: (secret, deploymentId, onProgress) =>
      run<ReporterKeys>({ kind: "derive", secret, deploymentId }, (reply, done, fail) => {
        if (reply.kind === "progress") onProgress(reply.done)
        else if (reply.kind === "keys") done(reply.keys)
        else fail(new Error("no keys"))
      }),
    solve: (challenge, bits) =>
      run<number | null>({ kind: "solve", challenge, bits }, (reply, done) => {
        if (reply.kind === "nonce") done(reply.nonce)
        else if (reply.kind === "failed") done(null)
      }),
  }
}

type Listen<T> = (reply: HeavyReply, done: (value: T) => void, fail: (error: Error) => void) => void

function run<T>(task: HeavyTask, listen: Listen<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onPage = () => doHeavyTask(task, (reply) => listen(reply, resolve, reject)).catch(reject)
    const worker = startWorker()
    if (worker === null) {
      void onPage()
      return
    }
    const end = () => worker.terminate()
    worker.onmessage = (event: MessageEvent<HeavyReply>) => {
      if (event.data.kind !== "progress") end()
      listen(event.data, resolve, reject)
    }
    worker.onerror = () => {
      end()
      void onPage()
    }
    worker.postMessage(task)
  })
}

function startWorker(): Worker | null {
  try {
    // The browser's own type wants a string; with Trusted Types on, it takes the trusted one as well.
    return new Worker(ownScriptUrl(heavyWorkerUrl) as unknown as URL, { type: "module" })
  } catch {
    return null
  }
}
