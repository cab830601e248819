import type { FileNews, FileWork } from "./file-work.ts"

/** Work under way. After `stop` nothing more is said. */
export type RunningWork = { readonly stop: () => void }

/** Begins a piece of work. @param onNews called with every step, last with the result */
export type StartWork = (work: FileWork, onNews: (news: FileNews) => void) => RunningWork

/** Steps, as opposed to the result. */
function isStep(news: FileNews): boolean {
  return news.is === "sending" || news.is === "reading"
}

/**
 * Does the work in a worker of its own, ended with it: the memory is given back, and stopping needs nobody's consent.
 * @param start begins a worker @throws where the browser has none: without one the desk does not handle files
 */
export function workInWorker(start: () => Worker): StartWork {
  return (work, onNews) => {
    const worker = start()
    worker.onmessage = ({ data }: MessageEvent<FileNews>) => {
      if (!isStep(data)) worker.terminate()
      onNews(data)
    }
    worker.onerror = () => {
      worker.terminate()
      onNews(brokenDown(work))
    }
    worker.postMessage(work)
    return { stop: () => worker.terminate() }
  }
}

/** What is said when a worker dies, for example for want of memory. */
function brokenDown({ kind }: FileWork): FileNews {
  const trouble = { ok: false, why: "refused", part: null } as const
  switch (kind) {
    case "send":
      return { is: "sent", result: { ok: false, error: "refused" } }
    case "digest":
      return { is: "digest", sha256: null }
    case "open":
      return { is: "opened", result: trouble }
    case "save":
      return { is: "saved", result: trouble }
  }
}
