import type { StretchNews, WorkerLike } from "./stretch.ts"
import workerAddress from "./stretch.worker.ts?worker&url"

/** The little of Trusted Types that is used; browsers without it run the same script without the extra lock. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => unknown }
}

/**
 * Makes the starter of our one worker. Call once: the content policy allows one policy named "shn", and it vouches
 * for the address of this worker and for nothing else.
 */
export function ownWorkers(): () => WorkerLike {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes
  const policy = types?.createPolicy("shn", { createScriptURL: onlyOurs })
  return () => {
    // The compiler's Worker takes text; a browser with Trusted Types takes only what the policy has vouched for.
    const address = (policy?.createScriptURL(workerAddress) ?? workerAddress) as string
    return likeWorker(new Worker(address, { type: "module" }))
  }
}

function onlyOurs(address: string): string {
  if (address !== workerAddress) throw new Error("not the desk's worker")
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
