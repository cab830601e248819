import type { ConsentFinding } from "@shn/consent"
import type { PaperFinding } from "../../open.ts"
import type { PackageFault } from "../../read.ts"

type Words = string | ((name: string) => string)

/** Every sentence about a package. `fails` has one for each fault; functions take the name of the entry. */
export type PackageText = {
  readonly holds: {
    readonly opened: string
    readonly signed: (first: string, second: string) => string
    readonly contents: (entries: string, files: string) => string
    readonly text: string
    readonly consent: string
    readonly unproven: string
  }
  readonly fails: Readonly<Record<PackageFault["code"], Words>>
  /** What is missing around the consent. */
  readonly papers: Readonly<Record<PaperFinding, string>>
  /** Why the consent in it does not hold for this agency, now. */
  readonly consent: Readonly<Record<ConsentFinding, string>>
}
