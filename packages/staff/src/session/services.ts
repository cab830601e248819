import type { Clock } from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import type { ApiOptions, Deployment } from "@shn/wire"
import type { SeenVersion } from "./seen-version.ts"
import type { Stretch } from "./stretch.ts"

/** The outside world as an app of the staff touches it, handed in so that tests hand in their own. */
export type StaffServices = {
  readonly deployment: Deployment
  readonly fetch: ApiOptions["fetch"]
  readonly clock: Clock
  readonly random: Random
  /** Turns a passphrase into keys, off the main thread where the browser allows it. */
  readonly stretch: Stretch
  readonly seenVersion: SeenVersion
}
