import { argon2idAsync } from "@noble/hashes/argon2.js"
import { argon2id as wasmArgon2id } from "hash-wasm"

export type Argon2Input = {
  readonly secret: Uint8Array
  /** At least 8 bytes; ours are 16. */
  readonly salt: Uint8Array
  readonly memoryKiB: number
  readonly iterations: number
  readonly parallelism: number
}

/** Which way the key was made: "js" is the slow one, for browsers without WebAssembly. */
export type Argon2Path = "wasm" | "js"
export type Argon2Output = { readonly key: Uint8Array; readonly path: Argon2Path }

/** Called on the slow path only, with the share done, 0 to 1, so that the screen can say something. */
export type Argon2Progress = (done: number) => void

/**
 * Argon2id (RFC 9106), 32 bytes. The fast path is one short step; where WebAssembly is missing or forbidden by the
 * content policy, the same key is computed in JavaScript, several times slower.
 */
export async function argon2id(input: Argon2Input, onProgress?: Argon2Progress): Promise<Argon2Output> {
  const fast = await withWasm(input)
  if (fast !== null) return { key: fast, path: "wasm" }
  const key = await argon2idAsync(input.secret, input.salt, {
    m: input.memoryKiB,
    t: input.iterations,
    p: input.parallelism,
    dkLen: 32,
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  return { key, path: "js" }
}

async function withWasm(input: Argon2Input): Promise<Uint8Array | null> {
  if (typeof WebAssembly === "undefined") return null
  try {
    return await wasmArgon2id({
      password: input.secret,
      salt: input.salt,
      memorySize: input.memoryKiB,
      iterations: input.iterations,
      parallelism: input.parallelism,
      hashLength: 32,
      outputType: "binary",
    })
  } catch {
    // Compilation refused by policy, or no memory for it: the slow path decides, and reports bad input itself.
    return null
  }
}
