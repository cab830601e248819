import type { Random } from "@shn/primitives/random"
/** The same bytes in every run for the same seed: SHA-256(seed ‖ counter), cut to length. For tests and vectors only. */
export declare function seededRandom(seed: string): Random
