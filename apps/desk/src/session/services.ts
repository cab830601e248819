import type { Clock } from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import type { ApiOptions, Deployment } from "@shn/wire"
import type { StartWork } from "../files/work/start-work.ts"
import type { Stretch } from "./stretch.ts"

/** Everything of the outside world that the desk touches, handed in so that tests hand in their own. */
export type Services = {
  readonly deployment: Deployment
  readonly fetch: ApiOptions["fetch"]
  readonly clock: Clock
  readonly random: Random
  /** Turns a passphrase into keys, off the main thread where the browser allows it. */
  readonly stretch: Stretch
  /** Seals, sends and reads files, off the main thread. */
  readonly startFileWork: StartWork
  readonly seenVersion: SeenVersion
}

/** The newest directory version this device has accepted: a number, nothing else is ever stored by the desk. */
export type SeenVersion = {
  /** 0 when none is known. */
  readonly read: () => number
  readonly write: (version: number) => void
}

const STORED_AS = "shn-desk-directory-version"

/** Keeps the number in this browser; where storage is blocked, for this tab only. */
export function storedSeenVersion(storage: Pick<Storage, "getItem" | "setItem"> | null): SeenVersion {
  let inThisTab = 0
  const stored = () => {
    try {
      const number = Number(storage?.getItem(STORED_AS) ?? "0")
      return Number.isSafeInteger(number) && number > 0 ? number : 0
    } catch {
      return 0
    }
  }
  return {
    read: () => Math.max(inThisTab, stored()),
    write: (version) => {
      inThisTab = Math.max(inThisTab, version)
      try {
        storage?.setItem(STORED_AS, String(inThisTab))
      } catch {
        // Blocked or full: this tab still remembers.
      }
    },
  }
}
