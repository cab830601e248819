import { type Day, err, type KeyId, ok, type Result, type StaffRole } from "@shn/domain"
import { dsseVerify } from "@shn/primitives/dsse-verify"
import { fromBase64url } from "@shn/primitives/encode"
import {
  type DirectoryMember,
  type DirectoryStatement,
  DirectoryStatementField,
  type OrganisationFile,
  PAYLOAD_TYPES,
  RegistrarStatementField,
  type StaffFile,
  type StaffRecord,
  v,
} from "@shn/wire"
import { type Agencies, agenciesOf, namesItsKeys } from "./agencies.ts"

/** The helpline as the server knows it: a directory whose signatures were checked, and the staff's own records. */
export type Organisation = {
  readonly file: OrganisationFile
  readonly directory: DirectoryStatement
  /** Everybody, also the revoked, by key. */
  readonly members: ReadonlyMap<KeyId, DirectoryMember>
  /** Records of the active, by key. */
  readonly records: ReadonlyMap<KeyId, StaffRecord>
  readonly byAlias: ReadonlyMap<string, StaffRecord>
  readonly agencies: Agencies
}

/** A broken chain means a damaged or swapped file: the server does not start with it. */
export type OrganisationError = "other-deployment" | "bad-registrars" | "bad-directory" | "bad-key-id"

/** Checks the chain from the pinned root down to every key, as a client does. */
export function verifiedOrganisation(
  file: OrganisationFile,
  staff: StaffFile,
): Result<Organisation, OrganisationError> {
  if (staff.deploymentId !== file.deployment.deploymentId) return err("other-deployment")
  const directory = verifiedDirectory(file)
  if (!directory.ok) return directory
  const members = new Map(directory.value.members.map((member) => [member.keyId, member] as const))
  if ([...members.values()].some((member) => !namesItsKeys(member))) return err("bad-key-id")
  const agencies = agenciesOf(directory.value, staff)
  if (agencies === null) return err("bad-key-id")
  const active = staff.members.filter((record) => members.get(record.keyId)?.status === "active")
  return ok({
    file,
    directory: directory.value,
    members,
    records: new Map(active.map((record) => [record.keyId, record] as const)),
    byAlias: new Map(active.map((record) => [record.alias, record] as const)),
    agencies,
  })
}

/** The member a key belongs to, if the directory still stands behind it. */
export function activeMember(organisation: Organisation, keyId: KeyId): DirectoryMember | null {
  const member = organisation.members.get(keyId)
  return member?.status === "active" ? member : null
}

/** Whether a key may be put on a roster today in this role. An expired directory certifies nobody new. */
export function isCertified(organisation: Organisation, keyId: KeyId, role: StaffRole, today: Day): boolean {
  return (
    organisation.directory.expires >= today &&
    activeMember(organisation, keyId)?.roles.includes(role) === true
  )
}

function verifiedDirectory(file: OrganisationFile): Result<DirectoryStatement, OrganisationError> {
  const { deploymentId, orgRootPk } = file.deployment
  const rootPk = fromBase64url(orgRootPk)
  const registrars = rootPk && dsseVerify(file.registrars, PAYLOAD_TYPES.registrars, rootPk)
  const statement = v.safeParse(RegistrarStatementField, registrars?.json)
  if (!statement.success || statement.output.deploymentId !== deploymentId) return err("bad-registrars")

  const first = file.directory[0]
  if (first === undefined || file.directory.some(({ payload }) => payload !== first.payload)) {
    return err("bad-directory")
  }
  const signers = statement.output.registrars.filter(({ pk }) => {
    const key = fromBase64url(pk)
    return key !== null && file.directory.some((dsse) => dsseVerify(dsse, PAYLOAD_TYPES.directory, key))
  })
  if (signers.length < statement.output.threshold) return err("bad-directory")
  const firstSigner = fromBase64url(signers[0]?.pk ?? "")
  const verified =
    firstSigner && file.directory.map((d) => dsseVerify(d, PAYLOAD_TYPES.directory, firstSigner))
  const directory = v.safeParse(DirectoryStatementField, verified?.find((payload) => payload !== null)?.json)
  if (!directory.success || directory.output.deploymentId !== deploymentId) return err("bad-directory")
  return ok(directory.output)
}
