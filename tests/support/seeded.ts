import { concat, uint32, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import type { Random } from "@shn/primitives/random"

/** The same bytes in every run for the same seed: SHA-256(seed ‖ counter), cut to length. For tests and vectors only. */
export function seededRandom(seed: string): Random {
  let counter = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => {
      counter += 1
      return sha256(utf8(seed), uint32(counter))
    })
    return concat(...blocks).slice(0, length)
  }
}
