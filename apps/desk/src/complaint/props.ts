import type { AgeBand, Boundary, IdentityPart } from "@shn/domain"
import type { RegistryAgency, RegistryForm } from "@shn/guidance"
import type { HandOff, HandOffStage, HandOffTo, OpenedCase, VerifiedDirectory } from "@shn/sealed"
import type { ComponentChildren } from "preact"
import type { Approvals } from "./second-look.ts"
import type { OpenedIdentity } from "./use-identity.ts"
import type { Registry } from "./use-registry.ts"
import type { WorkingCopy } from "./working-copy.ts"

/** What the rooms of a report hand to each other. */
export type OneComplaintProps = {
  readonly opened: OpenedCase
  readonly draftId: string
  readonly handOff: HandOff | null
  readonly copy: WorkingCopy
  readonly keep: (copy: WorkingCopy) => void
  readonly mayWrite: boolean
  /** Null while the person's switches could not be opened: then nothing goes forward. */
  readonly boundaries: readonly Boundary[] | null
  readonly registry: Registry
  readonly lookAgain: () => Promise<void>
  readonly top: ComponentChildren
}

/** While it is written. */
export type DraftDeskProps = Omit<OneComplaintProps, "boundaries" | "top"> & {
  readonly boundaries: readonly Boundary[]
  readonly agency: RegistryAgency
  readonly agencyName: string
  readonly form: RegistryForm
  /** The inbox here; null: it is filed by hand. */
  readonly to: HandOffTo | null
  readonly identity: OpenedIdentity
  readonly age: AgeBand
  readonly directory: VerifiedDirectory
  readonly onForward: () => void
}

/** Once it lies before the second member. */
export type OfferedViewProps = {
  readonly opened: OpenedCase
  readonly handOff: HandOff
  readonly stage: HandOffStage
  readonly form: RegistryForm
  /** The section on knowingly false complaints, as our content has it. */
  readonly law: string
  readonly agencyName: string
  readonly identity: IdentityPart | null
  readonly approvals: Approvals
  readonly boundaries: readonly Boundary[]
  readonly mayWrite: boolean
  readonly onChange: () => void
  readonly lookAgain: () => Promise<void>
}
