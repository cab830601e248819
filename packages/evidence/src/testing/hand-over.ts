import {
  buildConsent,
  buildTruth,
  check,
  type Disclosure,
  type FindStaff,
  handOffDigest,
  inboxKeyDigest,
  releaseOf,
  type StaffSigner,
  signApproval,
  signConsent,
  signRelease,
  signTruth,
} from "@shn/consent"
import { type Day, type KeyId, parseCaseId, type StaffAct } from "@shn/domain"
import { base64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { caseIdBytes, keyIdBytes } from "@shn/primitives/labels"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { type SignKeyPair, signKeyPair } from "@shn/primitives/sign"
import { type BuildInput, buildPackage } from "../build.ts"
import { joined } from "../bytes.ts"
import { makeInbox, openInboxWrap } from "../inbox.ts"
import { signManifest } from "../manifest.ts"
import { type OpenInput, openPackage } from "../open.ts"
import { type FileFacts, type PlanOptions, planPackage } from "../plan.ts"
import type { FileSink } from "../read.ts"

/** A whole hand-over as a test needs it: a case, an agency, three members, a consent that holds, its papers and its files. */

export const NOW_MS = Date.UTC(2026, 10, 23, 9)

export type Member = { readonly keyId: KeyId; readonly keys: SignKeyPair; readonly signer: StaffSigner }

export async function member(name: string): Promise<Member> {
  const keys = signKeyPair(systemRandom(32))
  const kem = await kemKeyPair(systemRandom(32))
  const keyId = base64url(keyIdBytes(keys.publicKey, kem.publicKey)) as KeyId
  return { keyId, keys, signer: { memberId: name, roles: ["expert"], signPk: keys.publicKey } }
}

export const VIEW: Readonly<Record<string, string>> = {
  "me.full_name": "عائشہ خان",
  "me.cnic": "42101-1234567-1",
  category: "Cyber stalking",
  details: "کیا ہوا\n1. اس نے میری تصویر بھیجی۔\n\nWhat I believe\n1. He knows my brother.",
}

export type TestFile = {
  readonly label: string
  readonly extension: string
  readonly bytes: Uint8Array
  /** For a file too large to be held: its digest and length instead of `bytes`. */
  readonly large?: { readonly sha256: string; readonly size: number }
}

export const FILES: readonly TestFile[] = [
  { label: "اسکرین شاٹ ایک", extension: "png", bytes: systemRandom(80_000) },
  {
    label: "Voice note: (3 Nov) ../../etc",
    extension: "ogg",
    bytes: utf8("PK\u0003\u0004 PK\u0007\u0008 inside"),
  },
  { label: "Empty", extension: "", bytes: new Uint8Array(0) },
]

export async function handOver(
  changes: {
    readonly files?: readonly TestFile[]
    readonly view?: Readonly<Record<string, string>>
    readonly checker?: string | null
  } = {},
) {
  const [drafter, approver, third] = await Promise.all(["drafter", "approver", "third"].map(member))
  if (drafter === undefined || approver === undefined || third === undefined) throw new Error("no members")
  const staff = new Map([drafter, approver, third].map(({ keyId, signer }) => [keyId, signer]))
  const findStaff: FindStaff = (keyId) => staff.get(keyId)

  const officerKeys = await kemKeyPair(systemRandom(32))
  const officer = { keyId: third.keyId, kemPk: officerKeys.publicKey }
  const made = await makeInbox("door-nccia", [officer], systemRandom)
  const wrap = made.wraps[0]
  const opened = wrap === undefined ? null : await openInboxWrap(wrap, officerKeys)
  if (opened?.ok !== true) throw new Error("no inbox")

  const caseKeys = signKeyPair(systemRandom(32))
  const reply = await kemKeyPair(systemRandom(32))
  const caseId = parseCaseId(base64url(caseIdBytes(caseKeys.publicKey, reply.publicKey)))
  if (!caseId.ok) throw new Error("no case")

  const view = changes.view ?? VIEW
  const files = (changes.files ?? FILES).map((file) => ({
    ...file,
    id: randomUuidV4(systemRandom),
    sha256: file.large?.sha256 ?? base64url(sha256(file.bytes)),
  }))
  const to = { id: "door-nccia", inbox: "main", name: "NCCIA", key: inboxKeyDigest(made.recipient) }
  const built = buildConsent(
    {
      casePk: caseKeys.publicKey,
      previous: null,
      to,
      agencyNeedsName: true,
      purpose: ["investigation"],
      identity: "named",
      view,
      evidence: files.map(({ id, sha256: digest, label }) => ({ id, sha256: digest, label })),
      limits: ["no-family"],
      boundaries: [],
      atMs: NOW_MS - 60_000,
      urgent: true,
      lastDay: "2026-12-31" as Day,
      uses: 1,
      replyPk: reply.publicKey,
      locale: "ur",
    },
    systemRandom,
  )
  if (!built.ok) throw new Error(JSON.stringify(built.stops))
  const { consent } = built
  const envelope = signConsent(consent, caseKeys)
  const agency = { id: to.id, inbox: to.inbox, names: [to.name] }
  const revocations = { asOfMs: NOW_MS, envelopes: [] }
  const checked = check(envelope, {
    casePk: caseKeys.publicKey,
    agency: { ...agency, key: to.key },
    nowMs: NOW_MS,
    revocations,
    used: 0,
    latest: null,
    boundaries: [],
    leaving: { view, files },
  })
  if (!checked.ok) throw new Error(checked.findings.join())
  const { disclosure } = checked

  const handOff = handOffDigest(consent)
  const truth = buildTruth({
    casePk: caseKeys.publicKey,
    handOff,
    law: "PPC 1860, s. 182",
    nowMs: NOW_MS,
    locale: "ur",
  })
  if (truth === null) throw new Error("no declaration")
  const approve = (act: StaffAct, by: Member) =>
    signApproval({ act, handOff, by: by.keyId, nowMs: NOW_MS }, by.keys)
  const options: PlanOptions = {
    id: randomUuidV4(systemRandom),
    at: NOW_MS / 1000,
    checker: changes.checker === undefined ? base64url(sha256(utf8("checker"))) : changes.checker,
    signers: [drafter.keyId, approver.keyId],
    papers: {
      release: signRelease(releaseOf(consent, caseId.value, systemRandom), caseKeys),
      truth: signTruth(truth, caseKeys),
      approvals: [approve("drafted", drafter), approve("approved", approver)],
    },
    files: files.map(
      ({ id, bytes, extension, large }): FileFacts => ({ id, size: large?.size ?? bytes.length, extension }),
    ),
  }
  return {
    drafter,
    approver,
    third,
    findStaff,
    disclosure,
    options,
    files,
    agency,
    revocations,
    consent,
    caseKeys,
    view,
    approve,
    recipient: made.recipient,
    identity: opened.value.identity,
    signatures: signed(disclosure, options, drafter, approver),
  }
}

export type HandOver = Awaited<ReturnType<typeof handOver>>

export function signed(
  disclosure: Disclosure,
  options: PlanOptions,
  one: Member,
  two: Member,
): BuildInput["signatures"] {
  const plan = planPackage(disclosure, options)
  if (!plan.ok) throw new Error(plan.error)
  return [signManifest(plan.value.manifest, one.keys), signManifest(plan.value.manifest, two.keys)]
}

export function buildInput(over: HandOver, changes: Partial<BuildInput> = {}): BuildInput {
  return {
    disclosure: over.disclosure,
    options: over.options,
    kept: [],
    signatures: over.signatures,
    findStaff: over.findStaff,
    codeWord: false,
    minor: "no",
    recipient: over.recipient,
    nowMs: NOW_MS,
    open: (id) => pieces(over.files.find((file) => file.id === id)?.bytes ?? new Uint8Array(0), 10_000),
    ...changes,
  }
}

/** The sealed package as a whole. @throws Error naming why it is not built */
export async function sealedPackage(input: BuildInput): Promise<Uint8Array> {
  const built = buildPackage(input)
  if (!built.ok) throw new Error(built.error)
  return whole(built.value)
}

/** Opens sealed bytes as the agency, and keeps the files it was told to keep. */
export async function opening(over: HandOver, sealed: Uint8Array, changes: Partial<OpenInput> = {}) {
  const kept = new Map<string, Uint8Array>()
  const opened = await openPackage({
    sealed: pieces(sealed, 30_000),
    identities: [over.identity],
    findStaff: over.findStaff,
    agency: { ...over.agency, keys: [over.consent.to.key] },
    nowMs: NOW_MS,
    revocations: over.revocations,
    used: 0,
    latest: null,
    keep: (entry): FileSink => {
      const held: Uint8Array[] = []
      return {
        write: (piece) => void held.push(piece.slice()),
        close: () => void kept.set(entry.path, joined(held)),
      }
    },
    ...changes,
  })
  return { opened, kept }
}

export async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.slice(at, at + length)
}

export async function whole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of stream) all.push(piece.slice())
  return joined(all)
}
