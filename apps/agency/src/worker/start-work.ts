import type { PackageNews, PackageWork } from "./package-work.ts"

/** Begins a piece of work. @param onNews called with every step, last with the outcome @returns ends it; nothing more is said */
export type StartWork = (work: PackageWork, onNews: (news: PackageNews) => void) => () => void

/**
 * Does the work in a worker of its own, ended with it: what it held of a package is given back at once.
 * @param start begins a worker @throws where the browser has none: without one no package is opened
 */
export function workInWorker(start: () => Worker): StartWork {
  return (work, onNews) => {
    const worker = start()
    worker.onmessage = ({ data }: MessageEvent<PackageNews>) => {
      if (data.is === "done") worker.terminate()
      onNews(data)
    }
    // It died, for example for want of memory.
    worker.onerror = () => {
      worker.terminate()
      onNews({ is: "done", outcome: { is: "trouble", why: "refused" } })
    }
    worker.postMessage(work)
    return () => worker.terminate()
  }
}
