import { type Alias, err, ok, parseAlias, parseMemberId, type Result } from "@shn/domain"
import { makeInbox } from "@shn/evidence"
import { fromBase64url } from "@shn/primitives/encode"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import { createMember, generatePassphrase } from "@shn/sealed"
import type { AgencyInbox, AgencyNames, InboxWrap, Officer, OfficerRecord, StaffFile } from "@shn/wire"
import type { SignIn } from "./helpline.ts"
import { newSecondFactor } from "./second-factor.ts"

/** An agency that is to have an inbox here, before keys exist. */
export type AgencyPlan = {
  /** As the registry of agencies names it: "door-nccia". */
  readonly agencyId: string
  /** As people read it before they sign, in each language. */
  readonly names: AgencyNames
  readonly officers: readonly Alias[]
}

/** The half of the files that is about agencies. */
export type AgencyFiles = {
  readonly inboxes: readonly AgencyInbox[]
  readonly records: readonly OfficerRecord[]
  readonly wraps: readonly InboxWrap[]
}

/** A change of the agencies, with the sheets of officers who are new. */
export type AgencyChange = { readonly files: AgencyFiles; readonly signIns: readonly SignIn[] }

export type AgencyProblem =
  | "no-such-agency"
  | "agency-exists"
  | "bad-agency-id"
  | "bad-alias"
  | "alias-taken"
  | "no-such-officer"
  | "last-officer"

const AGENCY_ID = /^[a-z0-9][a-z0-9-]{0,59}$/

/** Reads what a directory and a staff file say about agencies. */
export function agencyFilesOf(
  inboxes: readonly AgencyInbox[],
  staff: Pick<StaffFile, "officers" | "inboxWraps">,
): AgencyFiles {
  return { inboxes, records: staff.officers ?? [], wraps: staff.inboxWraps ?? [] }
}

/** Gives an agency an inbox: keys and sign-ins of its officers, the inbox key, wrapped to each of them. */
export async function addAgency(
  files: AgencyFiles,
  plan: AgencyPlan,
  random: Random,
): Promise<Result<AgencyChange, AgencyProblem>> {
  if (!AGENCY_ID.test(plan.agencyId)) return err("bad-agency-id")
  if (files.inboxes.some(({ agencyId }) => agencyId === plan.agencyId)) return err("agency-exists")
  const names = plan.officers.map((alias) => alias.toLowerCase())
  if (names.length === 0) return err("last-officer")
  if (new Set(names).size !== names.length || names.some((name) => isTaken(files, name)))
    return err("alias-taken")
  const officers = await newOfficers(plan.officers, plan.names.en, random)
  const listed = officers.map((officer) => officer.listed)
  const made = await makeInbox(plan.agencyId, listed.map(asHolder), random)
  return ok({
    files: {
      inboxes: [
        ...files.inboxes,
        {
          agencyId: plan.agencyId,
          names: plan.names,
          recipient: made.recipient,
          keyEpoch: 0,
          officers: listed,
        },
      ],
      records: [...files.records, ...officers.map(({ record }) => record)],
      wraps: [...files.wraps, ...made.wraps],
    },
    signIns: officers.map(({ signIn }) => signIn),
  })
}

/**
 * Changes the key of an inbox and, at the same time, who holds it. Whoever stays keeps their wraps of the older keys: they can
 * read what was sealed before. Whoever comes gets the new key alone, and whoever goes can open nothing that is sealed from now on.
 */
export async function rotateInbox(
  files: AgencyFiles,
  agencyId: string,
  change: { readonly add?: string; readonly remove?: string },
  random: Random,
): Promise<Result<AgencyChange, AgencyProblem>> {
  const inbox = files.inboxes.find((each) => each.agencyId === agencyId)
  if (inbox === undefined) return err("no-such-agency")
  const leaving = change.remove === undefined ? null : activeOfficer(inbox, change.remove)
  if (leaving === undefined) return err("no-such-officer")
  const alias = change.add === undefined ? null : parseAlias(change.add)
  if (alias !== null && !alias.ok) return err("bad-alias")
  if (alias !== null && isTaken(files, alias.value.toLowerCase())) return err("alias-taken")
  const joining = alias === null ? [] : await newOfficers([alias.value], inbox.names.en, random)
  const listed = [
    ...inbox.officers.map((each) => (each === leaving ? { ...each, status: "revoked" as const } : each)),
    ...joining.map((each) => each.listed),
  ]
  const active = listed.filter(({ status }) => status === "active")
  if (active.length === 0) return err("last-officer")
  const made = await makeInbox(agencyId, active.map(asHolder), random)
  const stays = (keyId: string) => keyId !== leaving?.keyId
  const next = { ...inbox, recipient: made.recipient, keyEpoch: inbox.keyEpoch + 1, officers: listed }
  return ok({
    files: {
      inboxes: files.inboxes.map((each) => (each === inbox ? next : each)),
      records: [...files.records.filter(({ keyId }) => stays(keyId)), ...joining.map(({ record }) => record)],
      // The newest first: it is tried first.
      wraps: [...made.wraps, ...files.wraps.filter(({ keyId }) => stays(keyId))],
    },
    signIns: joining.map(({ signIn }) => signIn),
  })
}

function activeOfficer(inbox: AgencyInbox, alias: string): Officer | undefined {
  const name = alias.trim().toLowerCase()
  return inbox.officers.find((each) => each.status === "active" && each.alias.toLowerCase() === name)
}

// Officers of all agencies sign in at one door: there a name is one person.
function isTaken({ inboxes }: AgencyFiles, name: string): boolean {
  return inboxes.some((inbox) => activeOfficer(inbox, name) !== undefined)
}

type NewOfficer = { readonly listed: Officer; readonly record: OfficerRecord; readonly signIn: SignIn }

async function newOfficers(
  aliases: readonly Alias[],
  agency: string,
  random: Random,
): Promise<readonly NewOfficer[]> {
  const made: NewOfficer[] = []
  // One after the other: stretching a passphrase takes 64 MiB each time.
  for (const alias of aliases) made.push(await newOfficer(alias, agency, random))
  return made
}

async function newOfficer(alias: Alias, agency: string, random: Random): Promise<NewOfficer> {
  const memberId = parseMemberId(randomUuidV4(random))
  if (!memberId.ok) throw new Error(memberId.error)
  const passphrase = generatePassphrase(random)
  const { record } = await createMember(random, { memberId: memberId.value, passphrase })
  const { totpSecret, totpUri } = newSecondFactor(agency, alias, random)
  const { keyId, signPk, kemPk, salt, kdf, loginKeyHash, sealedSmk, sealedSeeds } = record
  return {
    listed: { memberId: memberId.value, alias, signPk, kemPk, keyId, keyEpoch: 0, status: "active" },
    record: {
      memberId: memberId.value,
      alias,
      keyId,
      salt,
      kdf,
      loginKeyHash,
      totpSecret,
      sealedSmk,
      sealedSeeds,
    },
    signIn: { alias, role: `officer of ${agency}`, passphrase, totpSecret, totpUri },
  }
}

function asHolder({ keyId, kemPk }: Officer) {
  const bytes = fromBase64url(kemPk)
  if (bytes === null) throw new Error("the key of an officer is not base64url")
  return { keyId, kemPk: bytes }
}
