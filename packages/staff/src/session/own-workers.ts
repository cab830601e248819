import type { StretchNews, WorkerLike } from "./stretch.ts"
import stretchAddress from "./stretch.worker.ts?worker&url"

/** The little of Trusted Types that is used; browsers without it run the same script without the extra lock. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => unknown }
}

/** Starters of an app's own workers. */
export type OwnWorkers = {
  /** Makes keys of a passphrase. */
  readonly stretch: () => WorkerLike
  /** Starts one of the app's own. @throws Error for any other address (a bug) */
  readonly start: (address: string) => Worker
}

/**
 * Call once: the content policy allows one policy named "shn", and it vouches for the addresses of these workers and
 * for nothing else.
 * @param own addresses of the workers that only this app has
 */
export function ownWorkers(own: readonly string[]): OwnWorkers {
  const ours = new Set([stretchAddress, ...own])
  const onlyOurs = (address: string) => {
    if (!ours.has(address)) throw new Error("not one of this app's workers")
    return address
  }
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes
  const policy = types?.createPolicy("shn", { createScriptURL: onlyOurs })
  const start = (wanted: string) => {
    // The compiler's Worker takes text; a browser with Trusted Types takes only what the policy has vouched for.
    const address = (policy?.createScriptURL(wanted) ?? onlyOurs(wanted)) as string
    return new Worker(address, { type: "module" })
  }
  return { stretch: () => likeWorker(start(stretchAddress)), start }
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
