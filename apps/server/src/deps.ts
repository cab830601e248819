import type { Clock } from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import type { DemoSignInsAnswer, v } from "@shn/wire"
import type { Arrivals } from "./blobs/arrivals.ts"
import type { BlobStore } from "./blobs/blob-store.ts"
import type { DraftKeys } from "./drafts.ts"
import type { Log } from "./log.ts"
import type { Organisation } from "./organisation.ts"
import type { Store } from "./store/store.ts"

/** The made-up staff of a demo helpline; no real helpline has them. */
export type DemoSignIns = v.InferOutput<typeof DemoSignInsAnswer>["signIns"]

/** What files need: a place where parts come in, a place where they stay, and how much one case may store (bytes). */
export type Files = {
  readonly arrivals: Arrivals
  readonly blobs: BlobStore
  readonly caseBytes: number
}

/** Everything a route may use. Nothing else is reachable from it. */
export type Deps = {
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  /** The newest verified organisation: it can be replaced while the server runs. */
  readonly organisation: () => Organisation
  readonly origins: { readonly reporter: string; readonly desk: string; readonly agency?: string }
  /** Leading zero bits of a proof of work. */
  readonly workBits: number
  /** 32 bytes shared by all servers over one store. */
  readonly secret: Uint8Array
  readonly drafts: DraftKeys
  readonly files: Files
  readonly log: Log
  readonly demo: { readonly signIns: DemoSignIns; readonly agencySignIns?: DemoSignIns } | null
}
