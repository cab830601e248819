import type { OrganisationFile, StaffFile } from "@shn/wire"

/** A private key of the ceremony, as it is kept in its own file. `seed` is base64url of 32 bytes. */
export type PrivateKeyFile = {
  readonly v: 1
  readonly kind: "root" | "registrar"
  /** Registrar id, "" for the root. */
  readonly id: string
  readonly deploymentId: string
  readonly seed: string
}

/** What a member needs to sign in for the first time. Printed, handed over, never stored by the server. */
export type SignIn = {
  readonly alias: string
  /** Words for the sheet: roles and disciplines. */
  readonly role: string
  readonly passphrase: string
  /** Base32. */
  readonly totpSecret: string
  /** For the QR code of an authenticator app. */
  readonly totpUri: string
}

/** Everything a founding makes. Only `organisation` and `staff` go to the server. */
export type FoundedHelpline = {
  readonly organisation: OrganisationFile
  readonly staff: StaffFile
  readonly root: PrivateKeyFile
  readonly registrar: PrivateKeyFile
  readonly signIns: readonly SignIn[]
  readonly officerSignIns: readonly SignIn[]
}

/** Name in the three languages of the screens. */
export type HelplineName = OrganisationFile["deployment"]["name"]
