import type { ReporterKeys } from "@shn/sealed"

/** What a worker is asked. Everything crosses as plain bytes. */
export type HeavyTask =
  | { readonly kind: "derive"; readonly secret: Uint8Array; readonly deploymentId: string }
  | { readonly kind: "solve"; readonly challenge: Uint8Array; readonly bits: number }

/** What it says: how far it is (0 to 1), then the result once. */
export type HeavyReply =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "keys"; readonly keys: ReporterKeys }
  | { readonly kind: "nonce"; readonly nonce: number }
  | { readonly kind: "failed" }

/** The two slow jobs, off the screen's thread where the browser allows it. */
export type HeavyWork = {
  readonly derive: (
    secret: Uint8Array,
    deploymentId: string,
    onProgress: (done: number) => void,
  ) => Promise<ReporterKeys>
  /** @returns the nonce; null when it is harder than this version solves */
  readonly solve: (challenge: Uint8Array, bits: number) => Promise<number | null>
}

/** Does a task and tells how far it is. Runs in the worker, or on the page where workers are not allowed. */
export async function doHeavyTask(task: HeavyTask, reply: (message: HeavyReply) => void): Promise<void> {
  const onProgress = (done: number) => reply({ kind: "progress", done })
  if (task.kind === "derive") {
    const { deriveReporterKeys } = await import("@shn/sealed")
    reply({ kind: "keys", keys: await deriveReporterKeys(task.secret, task.deploymentId, { onProgress }) })
    return
  }
  const { solvePow } = await import("@shn/primitives/pow")
  const solved = await solvePow({ challenge: task.challenge, bits: task.bits })
  reply(solved.ok ? { kind: "nonce", nonce: solved.value } : { kind: "failed" })
}
