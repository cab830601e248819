import { createHash } from "node:crypto"
import {
  buildConsent,
  buildTruth,
  type Consent,
  check,
  handOffDigest,
  type Release,
  releaseOf,
  revocationOf,
  signApproval,
  signConsent,
  signRelease,
  signRevocation,
  signTruth,
} from "@shn/consent"
import { type Day, dayOf, type IdentityPart, parseAlias, type StaffAct } from "@shn/domain"
import { openCover, openInboxWrap, type PlanOptions, planPackage, signManifest } from "@shn/evidence"
import { base64url, fromBase64url, utf8 } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  agencyName,
  approvalsOf,
  certifiedAgency,
  consentsOf,
  deriveStaffSecret,
  exactTime,
  findStaffIn,
  foldHandOffs,
  type HandOffBody,
  type HandOffContent,
  handOffTo,
  knownAgency,
  latestFor,
  type MemberKeys,
  readFile,
  sealIdentity,
  sealMessage,
  termsOf,
  unlockMember,
  type VerifiedDirectory,
  viewOf,
} from "@shn/sealed"
import {
  AGENCY_ROUTES,
  api,
  DESK_ROUTES,
  fetchPart,
  type PartFetch,
  REPORTER_ROUTES,
  type Route,
  type v,
} from "@shn/wire"
import { type Colleague, codeAt, signIn } from "./colleague.ts"
import { newUpload } from "./file-ports.ts"
import { honestPorts, personWithCase, send, startOf, tell } from "./file-sender.ts"
import { call, comeBack, directoryOf, must, type Person, Refused, readOwnCase } from "./person.ts"
import type { Running } from "./running.ts"

/** The way of one hand-off as the programs of the person, the staff and the agency go it, without their screens. */
export type Way = {
  readonly run: Running
  readonly person: Person
  readonly drafter: Colleague
  readonly approver: Colleague
  readonly draftId: string
  readonly nowMs: () => number
}

/** Who drafts and who approves: the two coordinators, who read a new case at once. */
export const DRAFTER = "Farah"
export const APPROVER = "Imran"
export const AGENCY = "door-nccia"

export const IDENTITY: IdentityPart = { full_name: "عائشہ خان", cnic: "42101-1234567-1" }
export const FIELDS: Readonly<Record<string, string>> = {
  category: "Cyber stalking",
  details: "کیا ہوا\n1. وہ ہر رات تصویریں بھیجتا ہے۔\n\nWhat I believe\n1. He knows my brother.",
}

const STEP_MS = 30_000

/** A case with two members who can open it. @param story words of the first day */
export async function beginWay(run: Running, story: string, nowMs: () => number = Date.now): Promise<Way> {
  const person = await personWithCase(run, story)
  // The six digits of the half minute before: those of now are for a browser.
  const atMs = await earlyInAHalfMinute(nowMs() - STEP_MS)
  const drafter = await signIn(run, DRAFTER, atMs)
  const approver = await signIn(run, APPROVER, atMs)
  return { run, person, drafter, approver, draftId: randomUuidV4(systemRandom), nowMs }
}

/**
 * Digits of the half minute before are taken until this one ends: whoever uses them must not begin at its end.
 * @returns the moment whose digits are good for a while, perhaps a little later than the one that was wanted
 */
async function earlyInAHalfMinute(atMs: number): Promise<number> {
  const late = atMs % STEP_MS
  if (late < STEP_MS / 2) return atMs
  const waitMs = STEP_MS - late + 100
  await new Promise((resume) => setTimeout(resume, waitMs))
  return atMs + waitMs
}

/** A file that the person put into the case. */
export type SentFile = {
  readonly id: string
  readonly sha256: string
  readonly label: string
  readonly bytes: Uint8Array
}

export async function personSendsFile(
  { run, person }: Way,
  name: string,
  label: string,
  bytes: Uint8Array,
): Promise<SentFile> {
  const upload = newUpload()
  const token = await comeBack(run.reporter, person.keys)
  const visit = { ...person, token }
  const source = { size: bytes.length, read: async (from: number, to: number) => bytes.slice(from, to) }
  const sent = must(await send(upload, source, honestPorts(run, visit, upload)))
  const start = { ...startOf(upload, name, bytes.length), type: "", pickedAt: exactTime(Date.now()) ?? "" }
  await tell(run, person, { kind: "file", body: { ...start, ...sent, note: "" } })
  return { id: upload.uploadId, sha256: sent.sha256, label, bytes }
}

/** What the person reads of their case, and the list of keys. */
export async function openedByPerson({ run, person }: Way) {
  const { deployment } = run.organisation
  const { opened, token } = await readOwnCase(run.reporter, deployment, person.keys)
  const directory = await directoryOf(run.reporter, deployment)
  const handOffs = foldHandOffs(opened.conversation.messages)
  return { opened, token, directory, handOffs }
}

/** Writes one message of a hand-off into the case. */
export async function say(way: Way, who: Person | Colleague, content: HandOffContent) {
  const { opened, token } = await openedByPerson(way)
  const isPerson = "receipt" in who
  const envelope = must(
    await sealMessage({
      opened: isPerson ? opened : (await openedBy(way, who)).opened,
      me: who.keys,
      content,
      nowMs: way.nowMs(),
      random: systemRandom,
    }),
  )
  if (isPerson) await call(way.run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)
  else await who.call(DESK_ROUTES.addEnvelope, { envelope })
  return envelope.msgId
}

async function openedBy({ run, person }: Way, who: Colleague) {
  const { readCase } = await import("./colleague.ts")
  return readCase(run, who, person.keys.caseId)
}

/** Asks who the person is, gets the answer, puts it forward and has both members sign. */
export async function putForward(
  way: Way,
  files: readonly SentFile[],
  change: Partial<HandOffBody> = {},
): Promise<HandOffBody> {
  const { person, drafter, approver, draftId } = way
  const { directory, handOffs } = await openedByPerson(way)
  const to = handOffTo(must(certifiedAgency(directory, AGENCY)))
  const earlier = handOffs.handOffs.find((one) => one.draftId === draftId)
  const ask = {
    draftId,
    to,
    purpose: ["investigation" as const],
    fields: ["full_name" as const, "cnic" as const],
    readers: [drafter.keys.keyId, approver.keys.keyId],
    words: "",
  }
  await say(way, drafter, { kind: "identity_ask", body: ask })
  const part = must(
    await sealIdentity({ ask, values: IDENTITY, me: person.keys, directory, random: systemRandom }),
  )
  const identityPart = await say(way, person, { kind: "identity_part", body: part })
  const offered: HandOffBody = {
    draftId,
    rev: (earlier?.offered?.body.rev ?? 0) + 1,
    to,
    purpose: ["investigation"],
    identity: "named",
    fields: FIELDS,
    identityFields: ["full_name", "cnic"],
    identityPart,
    evidence: files.map(({ id, sha256, label }) => ({ id, sha256, label })),
    limits: ["no-family"],
    lastDay: dayOf(way.nowMs() + 60 * 86_400_000) as Day,
    uses: 1,
    minor: "no",
    agencyNeedsName: true,
    law: "PPC 1860, s. 182",
    ...change,
  }
  await say(way, drafter, { kind: "hand_off", body: offered })
  await approve(way, drafter, "drafted", offered)
  await approve(way, approver, "approved", offered)
  return offered
}

/** A member signs an act for what was put forward. */
export async function approve(way: Way, who: Colleague, act: StaffAct, offered: HandOffBody) {
  const view = viewOf(offered, IDENTITY)
  if (view === null) throw new Error("nothing to approve")
  const handOff = handOffDigest(termsOf(way.person.keys.sign.publicKey, offered, view))
  const envelope = signApproval({ act, handOff, by: who.keys.keyId, nowMs: way.nowMs() }, who.keys.sign)
  return say(way, who, { kind: "approval", body: { draftId: offered.draftId, rev: offered.rev, envelope } })
}

export type Signed = { readonly consent: Consent; readonly release: Release }

/** The person signs what lies before them, and tells our computer of the release. */
export async function personSigns(
  way: Way,
  offered: HandOffBody,
  options: { readonly urgent?: boolean; readonly codeWord?: string } = {},
): Promise<Signed> {
  const { person, run } = way
  const { directory, handOffs, token } = await openedByPerson(way)
  const last = consentsOf(handOffs).at(-1)
  const agency = must(certifiedAgency(directory, offered.to.id))
  const view = viewOf(offered, IDENTITY)
  if (view === null) throw new Error("nothing to sign")
  const replySeed = systemRandom(32)
  const reply = await kemKeyPair(replySeed)
  const built = buildConsent(
    {
      casePk: person.keys.sign.publicKey,
      previous: last === undefined ? null : { seq: last.consent.seq, digest: last.digest },
      to: { ...offered.to, name: agencyName(agency, "ur") },
      agencyNeedsName: offered.agencyNeedsName,
      purpose: offered.purpose,
      identity: offered.identity,
      view,
      evidence: offered.evidence,
      limits: offered.limits,
      boundaries: ["no_media"],
      atMs: way.nowMs(),
      urgent: options.urgent ?? false,
      lastDay: offered.lastDay,
      uses: offered.uses,
      replyPk: reply.publicKey,
      locale: "ur",
    },
    systemRandom,
  )
  if (!built.ok) throw new Error(JSON.stringify(built.stops))
  const { consent } = built
  const truth = buildTruth({
    casePk: person.keys.sign.publicKey,
    handOff: handOffDigest(consent),
    law: offered.law,
    nowMs: way.nowMs(),
    locale: "ur",
  })
  if (truth === null) throw new Error("no declaration")
  const release = releaseOf(consent, person.keys.caseId, systemRandom)
  const signedRelease = signRelease(release, person.keys.sign)
  const { draftId, rev } = offered
  await say(way, person, {
    kind: "signed",
    body: {
      draftId,
      rev,
      consent: signConsent(consent, person.keys.sign),
      truth: signTruth(truth, person.keys.sign),
      release: signedRelease,
      replySeed: base64url(replySeed),
      codeWord: options.codeWord ?? "",
    },
  })
  await call(run.reporter, REPORTER_ROUTES.release, { release: signedRelease }, token)
  return { consent, release }
}

/** The person takes it back: signed, told to our computer and put into the case. */
export async function personTakesBack(way: Way, { release }: Signed): Promise<void> {
  const { person, run } = way
  const { caseId, consentDigest, seq } = release
  const revocation = signRevocation(
    revocationOf({ caseId, consent: consentDigest, seq, nowMs: way.nowMs() }),
    person.keys.sign,
  )
  const token = await comeBack(run.reporter, person.keys)
  await call(run.reporter, REPORTER_ROUTES.revoke, { revocation }, token)
  await say(way, person, { kind: "revoked", body: { envelope: revocation } })
}

/**
 * A list that the drafter signs although it is not the one that the case gives.
 * @param change what a dishonest desk does to it
 */
export async function tamperedPlan(
  way: Way,
  offered: HandOffBody,
  change: (entries: ReturnType<typeof entriesOf>) => ReturnType<typeof entriesOf>,
): Promise<void> {
  const { drafter, approver } = way
  const plan = await honestPlan(way, offered)
  const manifest = { ...plan.manifest, entries: change(entriesOf(plan.manifest)) }
  const { draftId, rev } = offered
  await say(way, drafter, {
    kind: "package_plan",
    body: {
      draftId,
      rev,
      packageId: plan.manifest.id,
      use: 1,
      at: plan.manifest.at,
      signers: [drafter.keys.keyId, approver.keys.keyId],
      approvals: plan.approvals,
      files: plan.files.map(({ id, size, extension }) => ({ id, size, extension })),
      signature: signManifest(manifest, drafter.keys.sign),
    },
  })
}

function entriesOf(manifest: { readonly entries: Parameters<typeof signManifest>[0]["entries"] }) {
  return manifest.entries
}

async function honestPlan(way: Way, offered: HandOffBody) {
  const { drafter, approver, person, draftId } = way
  const { opened, directory, handOffs } = await openedByPerson(way)
  const handOff = handOffs.handOffs.find((one) => one.draftId === draftId)
  const view = viewOf(offered, IDENTITY)
  const signed = handOff?.signed?.body
  if (handOff === undefined || signed === undefined || view === null) throw new Error("nothing was signed")
  const checked = check(signed.consent, {
    casePk: person.keys.sign.publicKey,
    agency: knownAgency(must(certifiedAgency(directory, AGENCY))),
    nowMs: way.nowMs(),
    revocations: { asOfMs: way.nowMs(), envelopes: [] },
    used: 0,
    latest: latestFor(consentsOf(handOffs), AGENCY),
    boundaries: ["no_media"],
    leaving: { view, files: offered.evidence },
  })
  if (!checked.ok) throw new Error(checked.findings.join())
  const terms = termsOf(person.keys.sign.publicKey, offered, view)
  const along = approvalsOf(handOff, terms, findStaffIn(directory)).filter(
    ({ approval }) => approval.act === "drafted" || approval.act === "approved",
  )
  const files = offered.evidence.map(({ id }) => {
    const file = opened.attachments.find(({ uploadId }) => uploadId === id)
    return { id, size: file?.size ?? 0, extension: /[^.]*$/.exec(file?.name ?? "")?.[0] ?? "" }
  })
  const options: PlanOptions = {
    id: randomUuidV4(systemRandom),
    at: Math.floor(way.nowMs() / 1000),
    checker: null,
    signers: [drafter.keys.keyId, approver.keys.keyId],
    papers: {
      release: signed.release,
      truth: signed.truth,
      approvals: along.map(({ msgId }) => {
        const found = handOff.approvals.find((one) => one.msgId === msgId)
        if (found === undefined) throw new Error("an approval without a message")
        return found.body.envelope
      }),
    },
    files,
  }
  const plan = planPackage(checked.disclosure, options)
  if (!plan.ok) throw new Error(plan.error)
  return { manifest: plan.value.manifest, approvals: along.map(({ msgId }) => msgId), files }
}

/** An officer without a screen. */
export type OfficerVisit = {
  readonly keys: MemberKeys
  readonly identities: readonly string[]
  readonly recipient: string
  readonly call: <R extends Route>(
    route: R,
    body: v.InferInput<R["request"]>,
  ) => Promise<v.InferOutput<R["answer"]>>
  readonly partFetch: PartFetch
}

/** Signs an officer in with both factors. @param atMs the moment whose six digits are used */
export async function officerVisit(run: Running, alias: string, atMs: number): Promise<OfficerVisit> {
  const sheet = run.officerSignIns.find((one) => one.alias === alias)
  if (sheet === undefined) throw new Error(`no officer is called ${alias}`)
  const early = await earlyInAHalfMinute(atMs)
  let cookie = ""
  const partFetch: PartFetch = async (path, init) => {
    const url = `http://127.0.0.1:${run.agencyLine.port}${path}`
    const headers = { ...init.headers, origin: run.agency, cookie }
    const response = await fetch(url, { ...init, headers } as RequestInit)
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie
    return response
  }
  const ask: OfficerVisit["call"] = async (route, body) => {
    const answer = await api(route, body, {
      fetch: (path, { body: text, ...init }) =>
        partFetch(path, text === undefined ? init : { ...init, body: utf8(text) }),
    })
    if (!answer.ok) throw new Refused(answer.error, route.path)
    return answer.value
  }
  const name = must(parseAlias(alias))
  const { salt, kdf } = await ask(AGENCY_ROUTES.signInStart, { alias: name })
  const secret = must(await deriveStaffSecret({ passphrase: sheet.passphrase, salt, kdf }))
  const answer = await ask(AGENCY_ROUTES.signIn, {
    alias: name,
    loginKey: secret.loginKey,
    totp: codeAt(sheet, early),
  })
  const keys = must(await unlockMember(answer, secret.wrapKey))
  const opened = await Promise.all(answer.inboxWraps.map((wrap) => openInboxWrap(wrap, keys.kem)))
  const inboxes = opened.map(must)
  return {
    keys,
    identities: inboxes.map(({ identity }) => identity),
    recipient: inboxes[0]?.recipient ?? "",
    call: ask,
    partFetch,
  }
}

/** Fetches one package of a release as an officer's app does. @param use from 1 */
export async function fetchPackage(
  officer: OfficerVisit,
  releaseId: string,
  use: number,
): Promise<Uint8Array> {
  const { packages } = await officer.call(AGENCY_ROUTES.openRelease, { releaseId })
  const found = packages.find((one) => one.use === use)
  const sealed = fromBase64url(found?.cover ?? "") ?? new Uint8Array(0)
  const cover = await openCover(sealed, officer.identities, releaseId)
  if (cover === null || found === undefined) throw new Error("no cover opens")
  const pieces: Uint8Array[] = []
  const read = await readFile({
    facts: { ...cover, key: fromBase64url(cover.key) ?? new Uint8Array(0) },
    server: {
      getPart: (n) =>
        fetchPart(AGENCY_ROUTES.packagePart, { uploadId: found.uploadId, n }, { fetch: officer.partFetch }),
    },
    hash: sha256Stream,
    pace: { wait: async () => undefined, isStopped: () => false },
    sink: (piece) => void pieces.push(piece.slice()),
  })
  if (!read.ok) throw new Error(read.error)
  return Buffer.concat(pieces)
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url")
}

/** The directory as everybody checks it. */
export function listOf({ run }: Way): Promise<VerifiedDirectory> {
  return directoryOf(run.reporter, run.organisation.deployment)
}
