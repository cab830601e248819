import type { Result } from "@shn/domain"
import type { StaffSecret } from "@shn/sealed"
import type { Kdf } from "@shn/wire"

export type StretchInput = { readonly passphrase: string; readonly salt: string; readonly kdf: Kdf }
export type StretchProblem = "kdf-below-floor" | "kdf-not-allowed"

/**
 * Makes keys of a passphrase: slow on purpose.
 * @param onProgress share done, 0 to 1; called only where the browser has no WebAssembly
 * @throws Error when the device cannot, for example for want of memory
 */
export type Stretch = (
  input: StretchInput,
  onProgress: (done: number) => void,
) => Promise<Result<StaffSecret, StretchProblem>>

/** What the worker says: how far it is, the keys, or that the device could not. */
export type StretchNews =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "done"; readonly result: Result<StaffSecret, StretchProblem> }
  | { readonly kind: "failed" }

/** The little of a Worker that is used. */
export type WorkerLike = {
  postMessage(input: StretchInput): void
  terminate(): void
  onmessage: ((event: { readonly data: StretchNews }) => void) | null
  onerror: ((event: unknown) => void) | null
}

/**
 * Stretches in a worker of its own, ended afterwards so that the memory with the passphrase is given back at once.
 * @param start begins a worker; null where the browser has none
 * @param here does the same on this thread, when no worker can be had
 */
export function stretchInWorker(start: () => WorkerLike | null, here: Stretch): Stretch {
  return (input, onProgress) => {
    const worker = started(start)
    if (worker === null) return here(input, onProgress)
    return new Promise<Result<StaffSecret, StretchProblem>>((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === "progress") onProgress(data.done)
        else if (data.kind === "done") resolve(data.result)
        else reject(new Error("the device could not stretch the passphrase"))
      }
      // It could not even begin, for example because a policy or an old browser forbids it.
      worker.onerror = () => resolve(here(input, onProgress))
      worker.postMessage(input)
    }).finally(() => worker.terminate())
  }
}

function started(start: () => WorkerLike | null): WorkerLike | null {
  try {
    return start()
  } catch {
    return null
  }
}
