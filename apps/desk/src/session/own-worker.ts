import fileAddress from "../files/work/file.worker.ts?worker&url"
import type { StretchNews, WorkerLike } from "./stretch.ts"
import stretchAddress from "./stretch.worker.ts?worker&url"

/** The little of Trusted Types that is used; browsers without it run the same script without the extra lock. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => unknown }
}

/** Starters of the desk's own workers. */
export type OwnWorkers = {
  /** Makes keys of a passphrase. */
  readonly stretch: () => WorkerLike
  /** Seals, sends and reads files. */
  readonly files: () => Worker
}

/**
 * Call once: the content policy allows one policy named "shn", and it vouches for the addresses of these workers and
 * for nothing else.
 */
export function ownWorkers(): OwnWorkers {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes
  const policy = types?.createPolicy("shn", { createScriptURL: onlyOurs })
  const start = (wanted: string) => {
    // The compiler's Worker takes text; a browser with Trusted Types takes only what the policy has vouched for.
    const address = (policy?.createScriptURL(wanted) ?? wanted) as string
    return new Worker(address, { type: "module" })
  }
  return { stretch: () => likeWorker(start(stretchAddress)), files: () => start(fileAddress) }
}

function onlyOurs(address: string): string {
  if (address !== stretchAddress && address !== fileAddress) throw new Error("not one of the desk's workers")
  return address
}

function likeWorker(worker: Worker): WorkerLike {
  const like: WorkerLike = {
    postMessage: (input) => worker.postMessage(input),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  }
  worker.onmessage = (event: MessageEvent<StretchNews>) => like.onmessage?.(event)
  worker.onerror = (event) => like.onerror?.(event)
  return like
}
