import { POW_MAX_BITS, powPrefix, powZeroBits } from "./pow-verify.ts"

export type PowTask = {
  /** As the server sent it, 16 to 256 bytes. */
  readonly challenge: Uint8Array
  /** Leading zero bits asked for. */
  readonly bits: number
  /** Lets the person leave while the phone is working. */
  readonly signal?: { readonly aborted: boolean }
  /** The likelihood, 0 to 1, of being done by now: luck decides, so this is no promise. */
  readonly onProgress?: (likelihood: number) => void
}

// A batch takes about 10 ms on a slow phone, so the page still answers to a tap.
const BATCH = 1024

/** @returns the nonce, or the reason why there is none. */
export async function solvePow(
  task: PowTask,
): Promise<
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly error: "cancelled" | "too-hard" }
> {
  if (task.bits > POW_MAX_BITS) return { ok: false, error: "too-hard" }
  const prefix = powPrefix(task.challenge)
  for (let nonce = 0; ; nonce += 1) {
    if (nonce % BATCH === 0) {
      await pause()
      if (task.signal?.aborted === true) return { ok: false, error: "cancelled" }
      task.onProgress?.(1 - (1 - 2 ** -task.bits) ** nonce)
    }
    if (powZeroBits(prefix, nonce) >= task.bits) return { ok: true, value: nonce }
  }
}

// A message channel comes back at once; a timer would wait 4 ms each time (HTML, timer nesting).
function pause(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resume()
    }
    port2.postMessage(null)
  })
}
