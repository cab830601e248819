import type { KeyId } from "@shn/domain"
import { base64url, fromBase64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { keyIdBytes } from "@shn/primitives/labels"
import { isSoundPublicKey } from "@shn/primitives/verify"
import type {
  AgencyInbox,
  DirectoryMember,
  DirectoryStatement,
  InboxWrap,
  Officer,
  OfficerRecord,
  StaffFile,
} from "@shn/wire"

/** An officer whom the directory names as active, with their agency and what they sign in with. */
export type ActiveOfficer = {
  readonly officer: Officer
  readonly agency: AgencyInbox
  readonly record: OfficerRecord
}

/** The agencies of a directory whose signatures were checked. */
export type Agencies = {
  /** Those with an officer who can open what comes. */
  readonly byId: ReadonlyMap<string, AgencyInbox>
  readonly officers: ReadonlyMap<KeyId, ActiveOfficer>
  readonly byAlias: ReadonlyMap<string, ActiveOfficer>
  /** Every officer's key, also of the revoked. */
  readonly keys: readonly KeyId[]
  readonly wraps: readonly InboxWrap[]
}

/** @returns null when a key is not what it is named after, or belongs to two people: officers and members are never the same */
export function agenciesOf(directory: DirectoryStatement, staff: StaffFile): Agencies | null {
  const all = directory.agencyInboxes.flatMap((agency) =>
    agency.officers.map((officer) => ({ agency, officer })),
  )
  const keys = all.map(({ officer }) => officer.keyId)
  const distinct = new Set<KeyId>([...keys, ...directory.members.map(({ keyId }) => keyId)])
  const names = new Set(directory.agencyInboxes.map(({ agencyId }) => agencyId))
  const isSound =
    distinct.size === keys.length + directory.members.length &&
    names.size === directory.agencyInboxes.length &&
    all.every(({ officer }) => namesItsKeys(officer))
  if (!isSound) return null
  const records = new Map((staff.officers ?? []).map((record) => [record.keyId, record] as const))
  const active = all.flatMap(({ agency, officer }) => {
    const record = records.get(officer.keyId)
    return officer.status === "active" && record !== undefined ? [{ agency, officer, record }] : []
  })
  const isStaffed = ({ officers }: AgencyInbox) => officers.some(({ status }) => status === "active")
  return {
    byId: new Map(directory.agencyInboxes.filter(isStaffed).map((agency) => [agency.agencyId, agency])),
    officers: new Map(active.map((each) => [each.officer.keyId, each] as const)),
    byAlias: new Map(active.map((each) => [each.record.alias, each] as const)),
    keys,
    wraps: staff.inboxWraps ?? [],
  }
}

/** What a release names an agency's key by: SHA-256 of the recipient's text, base64url. */
export function agencyKeyOf({ recipient }: AgencyInbox): string {
  return base64url(sha256(utf8(recipient)))
}

/** Whether the name of a key is made from the two keys, and the signing key is a sound one. */
export function namesItsKeys(member: Pick<DirectoryMember, "signPk" | "kemPk" | "keyId">): boolean {
  const signPk = fromBase64url(member.signPk)
  const kemPk = fromBase64url(member.kemPk)
  if (signPk?.length !== 32 || kemPk?.length !== 1216) return false
  return isSoundPublicKey(signPk) && base64url(keyIdBytes(signPk, kemPk)) === member.keyId
}
