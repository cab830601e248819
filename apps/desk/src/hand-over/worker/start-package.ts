import type { PackageNews, PackageWork } from "./package-work.ts"

/** What the page tells a worker: first the work with the server's time (ms), then perhaps a pause. */
export type PackageOrder =
  | { readonly order: "make"; readonly work: PackageWork; readonly nowMs: number }
  | { readonly order: "pause" }
  | { readonly order: "go_on" }

/** A package on its way. After `stop` nothing more is said. */
export type RunningPackage = {
  /** What travels arrives; nothing more is made. */
  readonly pause: () => void
  readonly goOn: () => void
  readonly stop: () => void
}

/** Begins to make a package. @param onNews called with every step, last with the result */
export type StartPackage = (
  work: PackageWork,
  nowMs: number,
  onNews: (news: PackageNews) => void,
) => RunningPackage

/** Makes each package in a worker of its own, ended with it. @param start begins a worker */
export function packageInWorker(start: () => Worker): StartPackage {
  return (work, nowMs, onNews) => {
    const worker = start()
    const tell = (order: PackageOrder) => worker.postMessage(order)
    worker.onmessage = ({ data }: MessageEvent<PackageNews>) => {
      if (data.is === "packed") worker.terminate()
      onNews(data)
    }
    // For example for want of memory.
    worker.onerror = () => {
      worker.terminate()
      onNews({ is: "packed", result: { ok: false, trouble: { at: "again" } } })
    }
    tell({ order: "make", work, nowMs })
    return {
      pause: () => tell({ order: "pause" }),
      goOn: () => tell({ order: "go_on" }),
      stop: () => worker.terminate(),
    }
  }
}
