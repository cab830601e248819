import { type Day, daysBetween, err, type KeyId, ok, type Result, STAFF_ROLES } from "@shn/domain"
import { type DssePayload, dssePayload, dsseVerify } from "@shn/primitives/dsse-verify"
import { equalBytes, fromBase64url } from "@shn/primitives/encode"
import type { Json } from "@shn/primitives/jcs"
import { isSoundPublicKey } from "@shn/primitives/verify"
import {
  type Deployment,
  type DirectoryMember,
  type DirectoryStatement,
  DirectoryStatementField,
  type Dsse,
  PAYLOAD_TYPES,
  type RegistrarStatement,
  RegistrarStatementField,
  v,
} from "@shn/wire"
import { keyIdOf, mustDecode } from "./identifiers.ts"
import { checkAgencies, type ListedAgency } from "./listed-agencies.ts"

declare const verified: unique symbol
declare const certified: unique symbol

/** Longest life of a directory: a stolen old list is worth at most this much time. */
export const DIRECTORY_MAX_DAYS = 30

/** A member as the verified directory lists them, revoked or not. Enough to check a signature, not to seal to. */
export type ListedMember = Readonly<Omit<DirectoryMember, "signPk" | "kemPk">> & {
  /** 32 bytes. */
  readonly signPk: Uint8Array
  /** 1216 bytes. */
  readonly kemPk: Uint8Array
}

/** A member to whom keys may be sealed: listed, not revoked, in a list that has not expired. Minted only in this file. */
export type CertifiedMember = ListedMember & { readonly [certified]: true }

/** A directory whose chain was checked up to the root in the build. Minted only by `verifyDirectory`. */
export type VerifiedDirectory = {
  readonly [verified]: true
  readonly version: number
  readonly issued: Day
  readonly expires: Day
  /** "expired": existing rosters go on, nobody new may be added. */
  readonly freshness: "current" | "expired"
  readonly members: readonly ListedMember[]
  /** Agencies that have an inbox here. Their officers are no members: they read no case. */
  readonly agencies: readonly ListedAgency[]
  /** How many registrars must agree, out of how many: shown to the reporter. */
  readonly threshold: number
  readonly registrars: number
}

/** Why a directory is refused. "bad-chain" covers every signature that is missing, wrong or of another helpline. */
export type DirectoryProblem =
  | "damaged"
  | "bad-chain"
  | "older-version"
  | "lives-too-long"
  | "unknown-role"
  | "uncertified-key"

/**
 * Step 3: root in the build -> registrars -> directory -> every member's key.
 * @param today of this device; with a wrong clock the list may look expired, which blocks additions and nothing else
 * @param atLeastVersion the newest version this device has seen, 0 for none
 */
export function verifyDirectory(input: {
  readonly org: Deployment
  readonly registrars: Dsse
  readonly directory: readonly Dsse[]
  readonly today: Day
  readonly atLeastVersion: number
}): Result<VerifiedDirectory, DirectoryProblem> {
  const chain = checkRegistrars(input.org, input.registrars)
  if (!chain.ok) return chain
  const agreed = checkThreshold(chain.value, input.directory)
  if (!agreed.ok) return agreed
  const statement = readStatement(agreed.value.json)
  if (!statement.ok) return statement
  const directory = statement.value
  if (directory.deploymentId !== input.org.deploymentId) return err("bad-chain")
  if (directory.version < input.atLeastVersion) return err("older-version")
  const days = daysBetween(directory.issued, directory.expires)
  if (days < 0 || days > DIRECTORY_MAX_DAYS) return err("lives-too-long")
  const members = checkMembers(directory.members)
  if (!members.ok) return members
  const agencies = checkAgencies(directory.agencyInboxes, new Set(members.value.map(({ keyId }) => keyId)))
  if (agencies === null) return err("uncertified-key")
  return ok({
    version: directory.version,
    issued: directory.issued,
    expires: directory.expires,
    freshness: daysBetween(input.today, directory.expires) < 0 ? "expired" : "current",
    members: members.value,
    agencies,
    threshold: chain.value.threshold,
    registrars: chain.value.registrars.length,
  } as unknown as VerifiedDirectory)
}

/** The listed member of a key, revoked or not; undefined when the directory does not name it. */
export function listedMember(directory: VerifiedDirectory, keyId: KeyId): ListedMember | undefined {
  return directory.members.find((member) => member.keyId === keyId)
}

/** Step 4: the only way to a member that keys may be sealed to. */
export function certifiedMember(
  directory: VerifiedDirectory,
  keyId: KeyId,
): Result<CertifiedMember, "uncertified-key" | "revoked" | "directory-expired"> {
  if (directory.freshness === "expired") return err("directory-expired")
  return continuingMember(directory, keyId)
}

/** For a member who is on the roster already: an expired list does not stop a new epoch from reaching them. */
export function continuingMember(
  directory: VerifiedDirectory,
  keyId: KeyId,
): Result<CertifiedMember, "uncertified-key" | "revoked"> {
  const member = listedMember(directory, keyId)
  if (member === undefined) return err("uncertified-key")
  return member.status === "active" ? ok(member as CertifiedMember) : err("revoked")
}

function checkRegistrars(org: Deployment, envelope: Dsse): Result<RegistrarStatement, DirectoryProblem> {
  const payload = dsseVerify(envelope, PAYLOAD_TYPES.registrars, mustDecode(org.orgRootPk))
  if (payload === null) return err("bad-chain")
  const parsed = v.safeParse(RegistrarStatementField, payload.json)
  if (!parsed.success) return err("damaged")
  const statement = parsed.output
  const keys = new Set(statement.registrars.map((registrar) => registrar.pk))
  const decoded = statement.registrars.every((registrar) => fromBase64url(registrar.pk) !== null)
  const sound = decoded && keys.size === statement.registrars.length && statement.threshold <= keys.size
  return sound && statement.deploymentId === org.deploymentId ? ok(statement) : err("bad-chain")
}

function checkThreshold(
  statement: RegistrarStatement,
  envelopes: readonly Dsse[],
): Result<DssePayload, DirectoryProblem> {
  const [first] = envelopes
  const payload = first === undefined ? null : dssePayload(first)
  if (payload === null) return err("damaged")
  const signers = statement.registrars.filter((registrar) =>
    envelopes.some((envelope) => {
      const checked = dsseVerify(envelope, PAYLOAD_TYPES.directory, mustDecode(registrar.pk))
      return checked !== null && equalBytes(checked.bytes, payload.bytes)
    }),
  )
  return signers.length >= statement.threshold ? ok(payload) : err("bad-chain")
}

function readStatement(json: Json): Result<DirectoryStatement, DirectoryProblem> {
  const roles = v.safeParse(v.object({ members: v.array(v.object({ roles: v.array(v.string()) })) }), json)
  if (!roles.success) return err("damaged")
  const known: readonly string[] = STAFF_ROLES
  if (roles.output.members.some((member) => member.roles.some((role) => !known.includes(role)))) {
    return err("unknown-role")
  }
  const parsed = v.safeParse(DirectoryStatementField, json)
  return parsed.success ? ok(parsed.output) : err("damaged")
}

function checkMembers(
  members: readonly DirectoryMember[],
): Result<readonly ListedMember[], DirectoryProblem> {
  const listed: ListedMember[] = []
  for (const member of members) {
    const signPk = fromBase64url(member.signPk)
    const kemPk = fromBase64url(member.kemPk)
    if (signPk === null || kemPk === null) return err("damaged")
    if (!isSoundPublicKey(signPk) || keyIdOf(signPk, kemPk) !== member.keyId) return err("uncertified-key")
    listed.push({ ...member, signPk, kemPk })
  }
  // One line a key, and one working key a member: two would let a message go to the wrong one.
  const keys = new Set(listed.map((member) => member.keyId))
  const active = listed.filter((member) => member.status === "active").map((member) => member.memberId)
  return keys.size === listed.length && new Set(active).size === active.length
    ? ok(listed)
    : err("uncertified-key")
}
