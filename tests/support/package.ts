import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { newUploadId, sendFile } from "@shn/sealed"
import { buildInput, handOver, NOW_MS, sealedPackage } from "../../packages/evidence/src/testing/hand-over.ts"
import { memoryServer } from "./upload-server.ts"

export { NOW_MS }

/**
 * A real package, sealed to an inbox and stored in parts, as an officer's page finds it.
 * @param spoil what somebody does to it before it is stored
 */
export async function storedPackage(spoil: (sealed: Uint8Array) => Uint8Array = (sealed) => sealed) {
  const over = await handOver()
  const content = spoil(await sealedPackage(buildInput(over)))
  const server = memoryServer()
  const key = systemRandom(32)
  const sent = await sendFile({
    source: { size: content.length, read: async (from, to) => content.slice(from, to) },
    key,
    server: server.send,
    hash: sha256Stream,
    pace: { wait: async () => undefined, isStopped: () => false },
    onProgress: () => undefined,
  })
  if (!sent.ok) throw new Error(sent.error)
  const facts = { key, size: content.length, ...sent.value }
  return { over, facts, stored: server.stored, uploadId: newUploadId(systemRandom) }
}

/** The number of a release that was never made. */
export const someReleaseId = () => randomUuidV4(systemRandom)
