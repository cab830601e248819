import { type Clock, type Day, dayOf, parseMemberId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import { signKeyPair } from "@shn/primitives/sign"
import { createMember, generatePassphrase, type MemberRecord, signRegistrars } from "@shn/sealed"
import type { AgencyInbox, DirectoryMember, StaffRecord } from "@shn/wire"
import { type AgencyChange, type AgencyPlan, addAgency } from "./agencies.ts"
import type { FoundedHelpline, HelplineName, SignIn } from "./helpline.ts"
import { newSecondFactor } from "./second-factor.ts"
import { signedDirectory } from "./signed-directory.ts"
import type { StaffPlan } from "./staff-plan.ts"

const FIRST_REGISTRAR = "registrar-1"

/**
 * Founds a helpline: root key, one registrar key, keys and sign-in of every member, and the first signed directory.
 * @param input.offsetMinutes ahead of UTC, for duty hours; Pakistan +300
 * @param onMember called after each member; stretching a passphrase takes about half a second
 */
export async function foundHelpline(
  input: {
    readonly name: HelplineName
    readonly demo: boolean
    readonly offsetMinutes: number
    readonly staff: readonly StaffPlan[]
    readonly agencies?: readonly AgencyPlan[]
  },
  random: Random,
  clock: Clock,
  onMember: (alias: string) => void = () => undefined,
): Promise<FoundedHelpline> {
  const today = dayOf(clock())
  const deploymentId = base64url(random(16))
  const root = signKeyPair(random(32))
  const registrar = signKeyPair(random(32))
  const members: NewMember[] = []
  for (const plan of input.staff) {
    members.push(await newMember(plan, input.name.en, random))
    onMember(plan.alias)
  }
  let agencies: AgencyChange = { files: { inboxes: [], records: [], wraps: [] }, signIns: [] }
  for (const plan of input.agencies ?? []) {
    const added = await addAgency(agencies.files, plan, random)
    if (!added.ok) throw new Error(`agency ${plan.agencyId}: ${added.error}`)
    agencies = { files: added.value.files, signIns: [...agencies.signIns, ...added.value.signIns] }
  }
  const registrars = signRegistrars(
    {
      v: 1,
      deploymentId,
      registrars: [{ id: FIRST_REGISTRAR, name: "Registrar 1", pk: base64url(registrar.publicKey) }],
      threshold: 1,
      issued: today,
    },
    root,
  )
  return {
    organisation: {
      v: 1,
      deployment: { deploymentId, orgRootPk: base64url(root.publicKey), name: input.name, demo: input.demo },
      offsetMinutes: input.offsetMinutes,
      registrars,
      directory: [firstDirectory(deploymentId, today, members, agencies.files.inboxes, registrar)],
    },
    staff: {
      v: 1,
      deploymentId,
      members: members.map((member) => member.record),
      ...(agencies.signIns.length === 0
        ? {}
        : { officers: [...agencies.files.records], inboxWraps: [...agencies.files.wraps] }),
    },
    root: { v: 1, kind: "root", id: "", deploymentId, seed: base64url(root.seed) },
    registrar: {
      v: 1,
      kind: "registrar",
      id: FIRST_REGISTRAR,
      deploymentId,
      seed: base64url(registrar.seed),
    },
    signIns: members.map((member) => member.signIn),
    officerSignIns: agencies.signIns,
  }
}

type NewMember = {
  readonly listed: DirectoryMember
  readonly record: StaffRecord
  readonly signIn: SignIn
}

function firstDirectory(
  deploymentId: string,
  issued: Day,
  members: readonly NewMember[],
  agencyInboxes: readonly AgencyInbox[],
  registrar: ReturnType<typeof signKeyPair>,
) {
  const listed = members.map((member) => member.listed)
  return signedDirectory({ deploymentId, version: 1, issued, members: listed, agencyInboxes }, registrar)
}

async function newMember(plan: StaffPlan, issuer: string, random: Random): Promise<NewMember> {
  const memberId = parseMemberId(randomUuidV4(random))
  if (!memberId.ok) throw new Error(memberId.error)
  const passphrase = generatePassphrase(random)
  const { record } = await createMember(random, { memberId: memberId.value, passphrase })
  const { totpSecret, totpUri } = newSecondFactor(issuer, plan.alias, random)
  return {
    listed: listedMember(plan, record),
    record: staffRecord(plan, record, totpSecret),
    signIn: {
      alias: plan.alias,
      role: [...plan.roles, ...plan.disciplines].join(", "),
      passphrase,
      totpSecret,
      totpUri,
    },
  }
}

function listedMember(plan: StaffPlan, record: MemberRecord): DirectoryMember {
  return {
    memberId: record.memberId,
    alias: plan.alias,
    roles: [...plan.roles],
    disciplines: [...plan.disciplines],
    gender: plan.gender,
    languages: plan.profile.languages.map((language) => language.code),
    signPk: record.signPk,
    kemPk: record.kemPk,
    keyId: record.keyId,
    keyEpoch: 0,
    status: "active",
    outside: plan.outside,
  }
}

function staffRecord(plan: StaffPlan, record: MemberRecord, totpSecret: string): StaffRecord {
  const { profile } = plan
  return {
    memberId: record.memberId,
    alias: plan.alias,
    keyId: record.keyId,
    roles: [...plan.roles],
    salt: record.salt,
    kdf: record.kdf,
    loginKeyHash: record.loginKeyHash,
    totpSecret,
    sealedSmk: record.sealedSmk,
    sealedSeeds: record.sealedSeeds,
    profile: {
      keyId: record.keyId,
      gender: plan.gender,
      credentials: profile.credentials.map((each) => ({ ...each, provinces: [...each.provinces] })),
      languages: [...profile.languages],
      clearances: [...profile.clearances],
      channels: [...profile.channels],
      cap: profile.cap,
      duty: [...profile.duty],
      leave: [...profile.leave],
      skills: profile.skills,
      experience: profile.experience,
      reach: [...profile.reach],
      reliability: profile.reliability,
    },
  }
}
