import { type HandOffTerms, handOffDigest, signApproval } from "@shn/consent"
import type { CaseId, Day, IdentityPart, MessageId, StaffAct } from "@shn/domain"
import { openInboxWrap } from "@shn/evidence"
import { fromBase64url } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import {
  certifiedAgency,
  consentsOf,
  exactTime,
  foldHandOffs,
  type HandOffBody,
  handOffTo,
  type IdentityAskBody,
  type MessageContent,
  openCase,
  openIdentity,
  sealIdentity,
  sealMessage,
  termsOf,
  type VerifiedDirectory,
  viewOf,
} from "@shn/sealed"
import {
  AGENCY_ROUTES,
  type ApiOptions,
  type CaseView,
  DESK_ROUTES,
  type DirectoryStatement,
  REPORTER_ROUTES,
} from "@shn/wire"
import { packagePlace } from "../../apps/agency/src/release/package-place.ts"
import {
  doPackageWork as openPackageWork,
  type PackageOutcome,
} from "../../apps/agency/src/worker/package-work.ts"
import { boundariesNow } from "../../apps/desk/src/cases/boundaries-now.ts"
import { judge } from "../../apps/desk/src/hand-over/judge.ts"
import { packingOrder } from "../../apps/desk/src/hand-over/order.ts"
import { planAsDrafter } from "../../apps/desk/src/hand-over/plan.ts"
import { signedPapers } from "../../apps/desk/src/hand-over/signed-papers.ts"
import { doPackageWork, type PackedOutcome } from "../../apps/desk/src/hand-over/worker/package-work.ts"
import { signedPaper } from "../../apps/reporter/src/consent/acts.ts"
import { readOffer } from "../../apps/reporter/src/consent/offer.ts"
import { prepare, type Stop } from "../../apps/reporter/src/consent/prepare.ts"
import { installAgencies, type MadeUpAgency, type SignedInOfficer } from "./agency.ts"
import { newUpload, paceOf, portsOf } from "./file-ports.ts"
import { send, startOf } from "./file-sender.ts"
import { directoryOf, staff } from "./helpline.ts"
import { type Mailbox, openVisitor, sealedCase, type Visitor } from "./mailbox.ts"
import { must } from "./person.ts"

/**
 * One hand-off over a server in this process, with the very code of the phone, of both desks and of the agency's page, and no
 * screens: so that each of them can be made to lie.
 */
export type HostileWay = {
  readonly box: Mailbox
  readonly visitor: Visitor
  readonly caseId: CaseId
  readonly draftId: string
  directory: VerifiedDirectory
}
type JudgeInput = Parameters<typeof judge>[0]
type HandOverView = ReturnType<typeof judge>
export type Alias = "Sana" | "Bilal" | "Hina"
type Who = Alias | null

export const PERSON: IdentityPart = { full_name: "A made-up name", cnic: "42101-1234567-1" }

/** Takes agencies, or other changes to the signed list, into server and devices alike. */
export async function listed(
  box: Mailbox,
  version: number,
  agencies: readonly MadeUpAgency[],
): Promise<VerifiedDirectory> {
  await installAgencies(box, version, agencies)
  return directoryFor(box, { version, agencyInboxes: agencies.map(({ inbox }) => inbox) })
}

export function directoryFor(box: Mailbox, change: Partial<DirectoryStatement>): VerifiedDirectory {
  return directoryOf(box.helpline, change)
}

/** A case that two coordinators can open. */
export async function beginHostileWay(box: Mailbox, directory: VerifiedDirectory): Promise<HostileWay> {
  const visitor = await openVisitor(box)
  const body = await sealedCase(box, visitor)
  await visitor.call(REPORTER_ROUTES.submit, body)
  return { box, visitor, caseId: body.caseId, draftId: randomUuidV4(systemRandom), directory }
}

export const keysOf = ({ box, visitor }: HostileWay, who: Who) =>
  who === null ? visitor.keys : staff(box.helpline, who).keys

export async function viewFor(way: HostileWay, who: Who): Promise<CaseView> {
  if (who === null) return way.visitor.call(REPORTER_ROUTES.readCase, {})
  return (await way.box.colleague(who)).call(DESK_ROUTES.readCase, { caseId: way.caseId })
}

export async function openedFor(way: HostileWay, who: Who, view?: CaseView) {
  const me = keysOf(way, who)
  return must(await openCase({ view: view ?? (await viewFor(way, who)), me, directory: way.directory }))
}

/** Writes into the case over HTTP. @param lie a time to claim, and an older state of the case to claim to know */
export async function write(
  way: HostileWay,
  who: Who,
  content: MessageContent,
  lie: { readonly atMs?: number; readonly knows?: CaseView } = {},
): Promise<MessageId> {
  const opened = await openedFor(way, who, lie.knows)
  const nowMs = lie.atMs ?? way.box.clock.nowMs
  const envelope = must(
    await sealMessage({ opened, me: keysOf(way, who), content, nowMs, random: systemRandom }),
  )
  if (who === null) await way.visitor.call(REPORTER_ROUTES.addEnvelope, { envelope })
  else await (await way.box.colleague(who)).call(DESK_ROUTES.addEnvelope, { envelope })
  return envelope.msgId
}

/** A file that the person puts into the case, part by part. */
export async function personAddsFile(way: HostileWay, name: string, bytes: Uint8Array) {
  const { visitor, box } = way
  const upload = newUpload()
  const address = { address: box.reporterUrl, origin: box.server.origins().reporter }
  const source = { size: bytes.length, read: async (from: number, to: number) => bytes.slice(from, to) }
  const sent = must(await send(upload, source, portsOf(visitor, upload, address)))
  const start = { ...startOf(upload, name, bytes.length), type: "", pickedAt: exactTime(Date.now()) ?? "" }
  await write(way, null, { kind: "file", body: { ...start, ...sent, note: "" } })
  return { id: upload.uploadId, sha256: sent.sha256, label: name }
}

/** Asked by the drafter, answered by the person for two readers. */
export async function personSaysWho(way: HostileWay, readers: readonly Alias[] = ["Sana", "Bilal"]) {
  const ask: IdentityAskBody = {
    draftId: way.draftId,
    to: toNow(way),
    purpose: ["investigation"],
    fields: ["full_name", "cnic"],
    readers: readers.map((alias) => keysOf(way, alias).keyId),
    words: "",
  }
  await write(way, "Sana", { kind: "identity_ask", body: ask })
  const { keys } = way.visitor
  const sealed = { ask, values: PERSON, me: keys, directory: way.directory, random: systemRandom }
  return write(way, null, { kind: "identity_part", body: must(await sealIdentity(sealed)) })
}

export function toNow(way: HostileWay, agencyId = "door-nccia") {
  return handOffTo(must(certifiedAgency(way.directory, agencyId)))
}

export async function bodyOf(way: HostileWay, change: Partial<HandOffBody> = {}): Promise<HandOffBody> {
  return {
    draftId: way.draftId,
    rev: 1,
    to: toNow(way),
    purpose: ["investigation"],
    identity: "named",
    fields: { category: "Cyber stalking", details: "He wrote forty messages." },
    identityFields: ["full_name", "cnic"],
    identityPart: await personSaysWho(way),
    evidence: [],
    limits: ["female-officer"],
    lastDay: "2026-12-20" as Day,
    uses: 1,
    minor: "no",
    agencyNeedsName: true,
    law: "PPC 1860, s. 182",
    ...change,
  }
}

export function approval(
  way: HostileWay,
  body: HandOffBody,
  signer: Alias,
  act: StaffAct,
  change: Partial<HandOffTerms> = {},
): MessageContent {
  const view = viewOf(body, PERSON)
  if (view === null) throw new Error("nothing to approve")
  const handOff = handOffDigest({ ...termsOf(way.visitor.keys.sign.publicKey, body, view), ...change })
  const { keyId, sign } = staff(way.box.helpline, signer).keys
  const envelope = signApproval({ act, handOff, by: keyId, nowMs: way.box.clock.nowMs }, sign)
  return { kind: "approval", body: { draftId: body.draftId, rev: body.rev, envelope } }
}

/** Put forward by one member and approved by another, as it should be. */
export async function putForward(way: HostileWay, change: Partial<HandOffBody> = {}): Promise<HandOffBody> {
  const body = await bodyOf(way, change)
  await write(way, "Sana", { kind: "hand_off", body })
  await write(way, "Sana", approval(way, body, "Sana", "drafted"))
  await write(way, "Bilal", approval(way, body, "Bilal", "approved"))
  return body
}

/** What the phone makes of what lies before the person. */
export async function phonePrepares(way: HostileWay, urgent = true) {
  const { keys } = way.visitor
  const opened = await openedFor(way, null)
  const handOffs = foldHandOffs(opened.conversation.messages)
  const handOff = handOffs.handOffs.find(({ draftId }) => draftId === way.draftId)
  const nowMs = way.box.clock.nowMs
  const hold = {
    keys,
    state: { opened, directory: way.directory },
    now: () => nowMs,
    serverNow: () => nowMs,
    random: systemRandom,
  } as unknown as Parameters<typeof prepare>[1]["hold"]
  const offer = handOff === undefined ? null : await readOffer(handOff, hold)
  if (offer === null) throw new Error("nothing lies before the person")
  const seed = systemRandom(32)
  const prepared = prepare(offer, {
    hold,
    boundaries: boundariesNow(opened.conversation) ?? [],
    consents: consentsOf(handOffs),
    urgent,
    replyPk: (await kemKeyPair(seed)).publicKey,
    locale: "en",
  })
  return { offer, hold, seed, prepared }
}

export async function stopsOnPhone(way: HostileWay): Promise<readonly Stop["code"][]> {
  const { prepared } = await phonePrepares(way)
  return prepared.ok ? [] : prepared.stops.map(({ code }) => code)
}

/** The person signs, tells the case and then the server. */
export async function personSigns(
  way: HostileWay,
  options: { readonly urgent?: boolean; readonly codeWord?: string; readonly isOnlyInCase?: boolean } = {},
) {
  const { offer, hold, seed, prepared } = await phonePrepares(way, options.urgent)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.stops))
  const { consent } = prepared
  const codeWord = options.codeWord ?? "Sitara"
  const paper = signedPaper(offer.body, { consent, seed, codeWord, locale: "en" }, hold)
  if (paper === null) throw new Error("no paper")
  await write(way, null, paper)
  const { release } = paper.body
  if (options.isOnlyInCase !== true) await way.visitor.call(REPORTER_ROUTES.release, { release })
  return { ...paper.body, statement: consent, seed }
}

/** What a member's desk makes of what the person signed. @param lie what the server says instead of the truth */
export async function deskJudges(
  way: HostileWay,
  who: Alias,
  lie: (known: JudgeInput["known"]) => JudgeInput["known"] = (known) => known,
) {
  const { box, caseId, draftId } = way
  const opened = await openedFor(way, who)
  const handOffs = foldHandOffs(opened.conversation.messages)
  const handOff = handOffs.handOffs.find((one) => one.draftId === draftId)
  const said = handOff?.everSigned.at(-1)
  const papers = said === undefined ? null : signedPapers(said)
  if (handOff === undefined || papers === null) throw new Error("nothing was signed")
  const part = opened.conversation.messages.find(({ msgId }) => msgId === handOff.offered?.body.identityPart)
  const identity =
    part?.content.kind === "identity_part"
      ? await openIdentity(caseId, part.content.body, keysOf(way, who))
      : null
  const known = await (await box.colleague(who)).call(DESK_ROUTES.releases, { caseId })
  const view = judge({
    opened,
    handOffs,
    handOff,
    papers,
    directory: way.directory,
    known: lie({ ...known, asOfMs: box.clock.nowMs }),
    boundaries: boundariesNow(opened.conversation),
    identity: identity === null ? "none" : identity.ok ? identity.value : "shut",
    me: keysOf(way, who).keyId,
    nowMs: box.clock.nowMs,
  })
  return { handOff, view, signedMsgId: papers.said.msgId, directory: way.directory }
}

export function leaveOf({ view }: { readonly view: HandOverView }) {
  if (view.leave === null || view.signers === null) throw new Error(`no leave: ${view.findings.join()}`)
  return { leave: view.leave, signers: view.signers }
}

/** The word that the person typed is the agreed one. */
export async function compareWord(way: HostileWay, body: HandOffBody): Promise<void> {
  await write(way, "Bilal", approval(way, body, "Bilal", "code_word_checked"))
}

/** The drafter's signed list, in the case. */
export async function drafterPlans(way: HostileWay): Promise<void> {
  const looked = await deskJudges(way, "Sana")
  const { leave, signers } = leaveOf(looked)
  const plan = planAsDrafter({
    leave,
    signers,
    use: looked.view.use,
    packageId: randomUuidV4(systemRandom),
    nowMs: way.box.clock.nowMs,
    sign: keysOf(way, "Sana").sign,
  })
  if (!plan.ok) throw new Error(plan.error)
  const rev = looked.handOff.offered?.body.rev ?? 0
  await write(way, "Sana", { kind: "package_plan", body: { draftId: way.draftId, rev, ...plan.body } })
}

/** What the approver's desk would build, or why it signs nothing. */
export async function approverOrders(way: HostileWay) {
  const looked = await deskJudges(way, "Bilal")
  return packingOrder({
    caseId: way.caseId,
    signedMsgId: looked.signedMsgId,
    looked,
    sign: keysOf(way, "Bilal").sign,
    nowMs: way.box.clock.nowMs,
    random: systemRandom,
  })
}

/** The approver's desk builds, seals and sends it. Nothing is handed over yet. */
export async function approverPacks(way: HostileWay) {
  const order = must(await approverOrders(way))
  const { cookie } = await way.box.colleague("Bilal")
  const headers = { origin: way.box.server.origins().desk, cookie }
  const over = (path: string, init: object) =>
    fetch(way.box.deskUrl + path, {
      ...init,
      headers: { ...(init as { headers?: object }).headers, ...headers },
    } as RequestInit)
  let result: PackedOutcome | null = null
  await doPackageWork(order.work, {
    fetch: over as ApiOptions["fetch"],
    partFetch: over,
    pace: paceOf(0.1),
    mayGoOn: async () => undefined,
    nowMs: way.box.clock.nowMs,
    say: (news) => {
      if (news.is === "packed") result = news.result
    },
  })
  const packed = result as PackedOutcome | null
  if (packed?.ok !== true) throw new Error(JSON.stringify(packed))
  const { releaseId, uploadId } = order.work
  return { caseId: way.caseId, releaseId, use: order.use, uploadId, cover: packed.cover }
}

export async function handOver(way: HostileWay, handing: Awaited<ReturnType<typeof approverPacks>>) {
  return (await way.box.colleague("Bilal")).call(DESK_ROUTES.handOver, handing)
}

/** Everything from the first question to the agency's inbox. */
export async function handedOver(way: HostileWay, change: Partial<HandOffBody> = {}) {
  const body = await putForward(way, change)
  const signed = await personSigns(way)
  await compareWord(way, body)
  await drafterPlans(way)
  const handing = await approverPacks(way)
  await handOver(way, handing)
  return { body, signed, handing }
}

/** What an officer's page shows of a release: everything, or why nothing. */
export async function officerOpens(
  way: HostileWay,
  agency: MadeUpAgency,
  officer: SignedInOfficer,
  releaseId: string,
): Promise<PackageOutcome | "no-cover" | null> {
  const view = await officer.call(AGENCY_ROUTES.openRelease, { releaseId })
  const wraps = agency.wraps.filter(({ keyId }) => keyId === officer.keys.keyId)
  const inboxes = await Promise.all(
    wraps.map(async (wrap) => must(await openInboxWrap(wrap, officer.keys.kem))),
  )
  const trust = {
    kind: "trusted",
    directory: way.directory,
    agency: must(certifiedAgency(way.directory, agency.inbox.agencyId)),
  }
  const session = { inboxes, trust } as unknown as Parameters<typeof packagePlace>[1]
  const place = await packagePlace(view, session, way.box.clock.nowMs)
  if (place === null || place === "no-cover") return place
  let outcome: PackageOutcome | null = null
  await openPackageWork(
    { place, wish: { keep: "texts" } },
    {
      partFetch: officer.partFetch,
      pace: paceOf(0.1),
      say: (news) => {
        if (news.is === "done") outcome = news.outcome
      },
    },
  )
  return outcome
}

/** What the server holds for the person of one release. */
export async function serverOnRelease({ visitor }: HostileWay, releaseId: string) {
  const { releases } = await visitor.call(REPORTER_ROUTES.releases, {})
  const found = releases.find((one) => one.releaseId === releaseId)
  if (found === undefined) throw new Error("no such release")
  return { ...found, bytes: found.answers.map(({ bytes }) => fromBase64url(bytes) ?? new Uint8Array(0)) }
}
