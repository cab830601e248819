import type { StaffServices } from "@shn/staff"
import type { StartWork } from "../worker/start-work.ts"

/** Under this name the agency's app keeps the newest directory version it has accepted: a number, and nothing else. */
export const SEEN_VERSION = "shn-agency-directory-version"

/** Everything of the outside world that the agency's app touches, handed in so that tests hand in their own. */
export type Services = StaffServices & {
  /** Fetches, opens and saves packages, off the main thread. */
  readonly startPackageWork: StartWork
}
