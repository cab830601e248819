import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js"
import { createSHA256 } from "hash-wasm"

/** SHA-256 of a file that is never in memory as a whole. */
export type StreamHash = {
  /** Which way it is computed: "js" where WebAssembly is missing or forbidden, several times slower. */
  readonly path: "wasm" | "js"
  /** The next bytes, in order, any length. */
  update(bytes: Uint8Array): void
  /** 32 bytes; once, at the end. @throws Error when called again, or when more bytes follow */
  digest(): Uint8Array
}

/** Makes a fresh hash. The engines take it as a parameter, so that a platform with a faster one can bring it. */
export type StreamHashFactory = () => Promise<StreamHash>

/** SHA-256 (FIPS 180-4) over bytes that come piece by piece. */
export const sha256Stream: StreamHashFactory = async () => {
  const fast = await withWasm()
  if (fast !== null) return once("wasm", fast)
  const slow = nobleSha256.create()
  return once("js", { update: (bytes) => slow.update(bytes), digest: () => slow.digest() })
}

type Bare = { update(bytes: Uint8Array): unknown; digest(): Uint8Array }

async function withWasm(): Promise<Bare | null> {
  try {
    const hasher = await createSHA256()
    hasher.init()
    return { update: (bytes) => hasher.update(bytes), digest: () => hasher.digest("binary") }
  } catch {
    // No WebAssembly here, compilation refused by policy, or no memory for it.
    return null
  }
}

// The two libraries differ in what they do after the end; ours refuse alike.
function once(path: StreamHash["path"], bare: Bare): StreamHash {
  let isDone = false
  const still = () => {
    if (isDone) throw new Error("hash: already finished")
  }
  return {
    path,
    update: (bytes) => {
      still()
      bare.update(bytes)
    },
    digest: () => {
      still()
      isDone = true
      return bare.digest()
    },
  }
}
