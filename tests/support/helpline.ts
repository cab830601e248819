import {
  type Alias,
  type Day,
  type Discipline,
  dayOf,
  type KeyId,
  type MemberId,
  type NeedId,
  type OfferId,
  type Result,
  type StaffRole,
} from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import { type SignKeyPair, signKeyPair } from "@shn/primitives/sign"
import {
  type CertifiedMember,
  caseIdOf,
  certifiedMember,
  handleOf,
  keyIdOf,
  type MemberKeys,
  type NewNeed,
  type ReporterKeys,
  type SubmitBody,
  sealNewCase,
  signDirectory,
  signRegistrars,
  type VerifiedDirectory,
  verifyDirectory,
} from "@shn/sealed"
import type {
  CaseView,
  Deployment,
  DirectoryMember,
  DirectoryStatement,
  Dsse,
  Envelope,
  OfferView,
  RosterChange,
} from "@shn/wire"
import { seededRandom } from "./seeded.ts"

/** A made-up helpline for tests: every key comes from a seed, so that two runs give the same bytes. */

export const NOW_MS = Date.parse("2026-11-23T07:05:00Z")
export const TODAY = dayOf(NOW_MS)

export type MadeUpMember = { readonly keys: MemberKeys; readonly listed: DirectoryMember }

export type MadeUpHelpline = {
  readonly org: Deployment
  readonly root: SignKeyPair
  readonly registrars: readonly SignKeyPair[]
  readonly registrarsEnvelope: Dsse
  readonly statement: DirectoryStatement
  readonly members: Readonly<Record<string, MadeUpMember>>
  readonly directory: VerifiedDirectory
  readonly random: Random
}

const PEOPLE: readonly (readonly [string, readonly StaffRole[], readonly Discipline[]])[] = [
  ["Sana", ["coordinator"], []],
  ["Bilal", ["coordinator", "administrator"], []],
  ["Hina", ["expert"], ["psych"]],
  ["Zara", ["expert"], ["psych"]],
  ["Omar", ["expert"], ["legal"]],
  ["Noor", ["trustee"], []],
]

export function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`expected ok, got ${result.error}`)
  return result.value
}

export async function madeUpMember(
  random: Random,
  alias: string,
  roles: readonly StaffRole[],
  disciplines: readonly Discipline[],
): Promise<MadeUpMember> {
  const sign = signKeyPair(random(32))
  const kem = await kemKeyPair(random(32))
  const keyId = keyIdOf(sign.publicKey, kem.publicKey)
  const memberId = randomUuidV4(random) as MemberId
  const listed: DirectoryMember = {
    memberId,
    alias: alias as Alias,
    roles: [...roles],
    disciplines: [...disciplines],
    gender: "woman",
    languages: ["ur"],
    signPk: base64url(sign.publicKey),
    kemPk: base64url(kem.publicKey),
    keyId,
    keyEpoch: 0,
    status: "active",
    outside: roles.includes("trustee"),
  }
  return { keys: { kind: "member", memberId, keyId, sign, kem, smk: random(32) }, listed }
}

export async function madeUpHelpline(seed = "helpline"): Promise<MadeUpHelpline> {
  const random = seededRandom(seed)
  const root = signKeyPair(random(32))
  const registrars = [0, 1, 2].map(() => signKeyPair(random(32)))
  const org: Deployment = {
    deploymentId: base64url(random(16)),
    orgRootPk: base64url(root.publicKey),
    name: { en: "Made-up helpline", ur: "فرضی ہیلپ لائن", "ur-Latn": "Farzi helpline" },
    demo: true,
  }
  const registrarsEnvelope = signRegistrars(
    {
      v: 1,
      deploymentId: org.deploymentId,
      registrars: registrars.map((keys, at) => ({
        id: `registrar-${at}`,
        name: `Registrar ${at}`,
        pk: base64url(keys.publicKey),
      })),
      threshold: 2,
      issued: TODAY,
    },
    root,
  )
  const members: Record<string, MadeUpMember> = {}
  for (const [alias, roles, disciplines] of PEOPLE) {
    members[alias] = await madeUpMember(random, alias, roles, disciplines)
  }
  const statement: DirectoryStatement = {
    v: 1,
    deploymentId: org.deploymentId,
    version: 7,
    issued: TODAY,
    expires: "2026-12-20" as Day,
    members: Object.values(members).map((member) => member.listed),
    agencyInboxes: [],
  }
  const made = { org, root, registrars, registrarsEnvelope, statement, members, random }
  return { ...made, directory: directoryOf(made) }
}

/** Signs and verifies a (changed) directory of the helpline. */
export function directoryOf(
  helpline: Omit<MadeUpHelpline, "directory">,
  change: Partial<DirectoryStatement> = {},
  today: Day = TODAY,
): VerifiedDirectory {
  const statement = { ...helpline.statement, ...change }
  return value(
    verifyDirectory({
      org: helpline.org,
      registrars: helpline.registrarsEnvelope,
      directory: helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys)),
      today,
      atLeastVersion: 0,
    }),
  )
}

export function staff(helpline: MadeUpHelpline, alias: string): MadeUpMember {
  const member = helpline.members[alias]
  if (member === undefined) throw new Error(`nobody is called ${alias}`)
  return member
}

export function keyOf(helpline: MadeUpHelpline, alias: string): KeyId {
  return staff(helpline, alias).keys.keyId
}

export function certified(helpline: MadeUpHelpline, alias: string): CertifiedMember {
  return value(certifiedMember(helpline.directory, keyOf(helpline, alias)))
}

/** A reporter whose keys come from the seed at once: stretching a code is tested where it belongs. */
export async function reporterOf(helpline: MadeUpHelpline): Promise<ReporterKeys> {
  const auth = signKeyPair(helpline.random(32))
  const sign = signKeyPair(helpline.random(32))
  const kem = await kemKeyPair(helpline.random(32))
  const [signPk, kemPk] = [sign.publicKey, kem.publicKey]
  const ids = {
    handle: handleOf(auth.publicKey),
    caseId: caseIdOf(signPk, kemPk),
    keyId: keyIdOf(signPk, kemPk),
  }
  return { kind: "reporter", ...ids, auth, sign, kem, argon2: "wasm" }
}

/** What the test's server holds about a case. */
export type StoredCase = CaseView & { readonly previews: SubmitBody["needs"] }

export type NewCaseOptions = {
  readonly story?: string
  readonly policy?: "ask_me" | "same_discipline_only"
  readonly coordinators?: readonly string[]
  readonly picks?: readonly string[]
  readonly discipline?: Discipline
}

/** A reporter with one need, one coordinator and two proposed experts, unless said otherwise. */
export async function newCase(
  helpline: MadeUpHelpline,
  options: NewCaseOptions = {},
): Promise<{ keys: ReporterKeys; body: SubmitBody; stored: StoredCase; need: NeedId }> {
  const keys = await reporterOf(helpline)
  const need = randomUuidV4(helpline.random) as NeedId
  const discipline = options.discipline ?? "psych"
  const newNeed: NewNeed = {
    needId: need,
    facets: {
      discipline,
      languages: ["ur"],
      genderWish: { strength: "any" },
      channel: "messages",
      province: "any",
      lane: "P2",
      actFamily: "ask_human",
      minor: "no",
    },
    picks: (options.picks ?? ["Hina", "Zara"]).map((alias) => ({
      member: certified(helpline, alias),
      reasons: ["speaks_language"],
    })),
    preview: "The person it is about works at a made-up university.",
  }
  const body = value(
    await sealNewCase({
      keys,
      directoryVersion: helpline.directory.version,
      policy: options.policy ?? "ask_me",
      coordinators: (options.coordinators ?? ["Sana"]).map((alias) => certified(helpline, alias)),
      trustees: [],
      needs: [newNeed],
      intake: {
        story: options.story ?? "It began in the library.",
        boundaries: ["no_media"],
        ageBand: "18_24",
        locale: "ur",
        answers: {},
        safeContact: "",
      },
      proposalId: null,
      today: TODAY,
      nowMs: NOW_MS,
      random: helpline.random,
    }),
  )
  return { keys, body, stored: store(keys, body), need }
}

export function store(keys: ReporterKeys, body: SubmitBody): StoredCase {
  return {
    caseId: body.caseId,
    state: "submitted",
    signPk: base64url(keys.sign.publicKey),
    kemPk: base64url(keys.kem.publicKey),
    roster: [body.entry],
    answers: [],
    wraps: [...body.wraps],
    links: [],
    envelopes: body.envelopes.map((envelope) => ({ ...envelope, receivedDay: TODAY })),
    needs: [],
    access: [],
    previews: body.needs,
  }
}

export function withChange(stored: StoredCase, change: RosterChange): StoredCase {
  return {
    ...stored,
    roster: [...stored.roster, change.entry],
    wraps: [...stored.wraps, ...change.wraps],
    links: change.link === null ? stored.links : [...stored.links, change.link],
  }
}

export function withAnswer(stored: StoredCase, answer: Dsse): StoredCase {
  return { ...stored, answers: [...stored.answers, answer] }
}

export function withEnvelope(stored: StoredCase, envelope: Envelope): StoredCase {
  return { ...stored, envelopes: [...stored.envelopes, { ...envelope, receivedDay: TODAY }] }
}

/** The offer as the server shows it to one expert. */
export function offerTo(stored: StoredCase, need: NeedId, keyId: KeyId, random: Random): OfferView {
  const sealed = stored.previews.find((one) => one.needId === need)
  const previewWrap = sealed?.previewWraps.find((wrap) => wrap.keyId === keyId)
  if (sealed === undefined || previewWrap === undefined) throw new Error("no such offer")
  return {
    offerId: randomUuidV4(random) as OfferId,
    caseId: stored.caseId,
    needId: need,
    facets: sealed.facets,
    deadline: "2026-11-23T19:00:00Z",
    signPk: stored.signPk,
    kemPk: stored.kemPk,
    roster: stored.roster,
    answers: stored.answers,
    preview: sealed.preview,
    previewWrap,
  }
}
