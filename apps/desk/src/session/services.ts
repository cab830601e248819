import type { StaffServices } from "@shn/staff"
import type { StartWork } from "../files/worker/start-work.ts"
import type { StartPackage } from "../hand-over/worker/start-package.ts"

/** Under this name the desk keeps the newest directory version it has accepted: a number, and nothing else. */
export const SEEN_VERSION = "shn-desk-directory-version"

/** Everything of the outside world that the desk touches, handed in so that tests hand in their own. */
export type Services = StaffServices & {
  /** Seals, sends and reads files, off the main thread. */
  readonly startFileWork: StartWork
  /** Builds, seals and sends packages for agencies, off the main thread. */
  readonly startPackageWork: StartPackage
}
