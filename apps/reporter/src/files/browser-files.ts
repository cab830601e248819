import { ownScriptUrl } from "../trusted-script.ts"
import fileWorkerUrl from "./file.worker.ts?worker&url"
import type { ToPage, ToWorker } from "./file-messages.ts"
import { doFileTask, type FilePage, type FileSay, type FileTask } from "./file-task.ts"

/** One task under way. After `stop` nothing more is said. */
export type RunningTask = { readonly stop: () => void }

/** Starts the long work off the screen's thread; without workers the page does it itself, a little at a time. */
export function startFileTask(
  task: FileTask,
  page: FilePage,
  onSay: (message: FileSay) => void,
): RunningTask {
  let isStopped = false
  const say = (message: FileSay) => {
    if (!isStopped) onSay(message)
  }
  const onPage = () => void doFileTask(task, page, say, () => isStopped)
  const worker = startWorker()
  if (worker === null) onPage()
  else {
    worker.onmessage = ({ data }: MessageEvent<ToPage>) => {
      if (data.kind === "say") {
        if (data.message.say === "sent" || data.message.say === "read") worker.terminate()
        say(data.message)
      } else void answer(worker, page, data)
    }
    worker.onerror = () => {
      worker.terminate()
      onPage()
    }
    const message: ToWorker = { kind: "task", task }
    worker.postMessage(message)
  }
  return {
    stop() {
      isStopped = true
      worker?.terminate()
    },
  }
}

async function answer(
  worker: Worker,
  page: FilePage,
  asked: Extract<ToPage, { kind: "ask" }>,
): Promise<void> {
  const call = page[asked.call] as (argument: unknown) => Promise<unknown>
  const message: ToWorker = { kind: "answer", id: asked.id, value: await call(asked.argument) }
  worker.postMessage(message)
}

function startWorker(): Worker | null {
  try {
    // The browser's own type wants a string; with Trusted Types on, it takes the trusted one as well.
    return new Worker(ownScriptUrl(fileWorkerUrl) as unknown as URL, { type: "module" })
  } catch {
    return null
  }
}
