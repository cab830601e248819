import {
  type AgencyAnswer,
  type AgencyStatement,
  answerOf,
  handOffDigest,
  readConsent,
  readRelease,
  sealAnswer,
  signAnswerOfAgency,
  signApproval,
} from "@shn/consent"
import { type Day, dayOf, emptyComplaint, type IdentityPart, type StaffAct } from "@shn/domain"
import { sealCopy, sealCover } from "@shn/evidence"
import { base64url } from "@shn/primitives/encode"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  certifiedAgency,
  type HandOffBody,
  handOffTo,
  type IdentityAskBody,
  newUploadId,
  openIdentity,
  sendFile,
  termsOf,
  viewOf,
} from "@shn/sealed"
import { AGENCY_ROUTES, DESK_ROUTES, sendPart } from "@shn/wire"
import { runCommand } from "../../apps/cli/src/commands.ts"
import type { Colleague } from "./colleague.ts"
import { newUpload } from "./file-ports.ts"
import { honestPorts, send, startOf, tell } from "./file-sender.ts"
import { pngOf } from "./harmful/pictures.ts"
import { comeBack, must } from "./person.ts"
import {
  AGENCY,
  FIELDS,
  listOf,
  type OfficerVisit,
  openedByPerson,
  type SentFile,
  type Signed,
  say,
  type Way,
} from "./way.ts"

/** What the desk and the agency do while a person reads, signs and takes back on the screens of their phone. */

/** Asks who the person is, readable for the two members of the way. */
export async function askWho(way: Way, change: Partial<IdentityAskBody> = {}): Promise<IdentityAskBody> {
  const to = handOffTo(must(certifiedAgency(await listOf(way), AGENCY)))
  const body: IdentityAskBody = {
    draftId: way.draftId,
    to,
    purpose: ["investigation"],
    fields: ["full_name", "cnic", "mobile"],
    readers: [way.drafter.keys.keyId, way.approver.keys.keyId],
    words: "",
    ...change,
  }
  await say(way, way.drafter, { kind: "identity_ask", body })
  return body
}

/** What the person answered, as a member opens it; null for a member who was not named in the question. */
export async function answerTo(way: Way, who: Colleague): Promise<IdentityPart | null> {
  const part = await partOf(way)
  if (part === null) return null
  const opened = await openIdentity(way.person.keys.caseId, part.body, who.keys)
  return opened.ok ? opened.value : null
}

/** The newest answer to the newest question. */
export async function partOf(way: Way) {
  const { handOffs } = await openedByPerson(way)
  return handOffs.handOffs.find(({ draftId }) => draftId === way.draftId)?.part ?? null
}

/** Anonymous, for taking something down: what an office that needs no name would get. */
export const ANONYMOUS: Partial<HandOffBody> = {
  identity: "anonymous",
  identityFields: [],
  identityPart: null,
}

/** The saved complaint and what is put before the second member and the person. Nobody has signed it yet. */
export async function offer(
  way: Way,
  files: readonly SentFile[],
  change: Partial<HandOffBody> = {},
): Promise<HandOffBody> {
  const { drafter, draftId } = way
  const { handOffs } = await openedByPerson(way)
  const earlier = handOffs.handOffs.find((one) => one.draftId === draftId)
  const rev = (earlier?.offered?.body.rev ?? 0) + 1
  const body: HandOffBody = {
    draftId,
    rev,
    to: handOffTo(must(certifiedAgency(await listOf(way), AGENCY))),
    purpose: ["investigation"],
    identity: "named",
    fields: FIELDS,
    identityFields: ["full_name", "cnic"],
    identityPart: (await partOf(way))?.msgId ?? null,
    evidence: files.map(({ id, sha256, label }) => ({ id, sha256, label })),
    limits: ["female-officer"],
    lastDay: dayOf(way.nowMs() + 60 * 86_400_000) as Day,
    uses: 1,
    minor: "no",
    agencyNeedsName: true,
    law: "PPC 1860, s. 182",
    ...change,
  }
  const draft = {
    ...emptyComplaint("form-nccia"),
    facts: ["He sends pictures every night."],
    against: { state: "said", text: "She once gave him her number." },
  } as const
  const { purpose, identity, limits } = body
  await say(way, drafter, {
    kind: "complaint",
    body: {
      draftId,
      rev,
      agencyId: AGENCY,
      language: "en",
      textLimit: null,
      purpose,
      identity,
      limits,
      draft,
    },
  })
  await say(way, drafter, { kind: "hand_off", body })
  return body
}

/** A picture of one colour that the person put into the case. */
export async function personSendsPicture(way: Way, name: string, label: string): Promise<SentFile> {
  const { run, person } = way
  const bytes = pngOf(240, 160, [150, 60, 40])
  const upload = newUpload()
  const visit = { ...person, token: await comeBack(run.reporter, person.keys) }
  const source = { size: bytes.length, read: async (from: number, to: number) => bytes.slice(from, to) }
  const sent = must(await send(upload, source, honestPorts(run, visit, upload)))
  const start = { ...startOf(upload, name, bytes.length), type: "image/png" }
  await tell(run, person, { kind: "file", body: { ...start, ...sent, note: "" } })
  return { id: upload.uploadId, sha256: sent.sha256, label, bytes }
}

/** A member signs an act for what was put forward. @param identity what the person said about themselves */
export async function signAct(
  way: Way,
  who: Colleague,
  act: StaffAct,
  body: HandOffBody,
  identity: IdentityPart | null,
): Promise<void> {
  const view = viewOf(body, identity)
  if (view === null) throw new Error("nothing to approve")
  const handOff = handOffDigest(termsOf(way.person.keys.sign.publicKey, body, view))
  const envelope = signApproval({ act, handOff, by: who.keys.keyId, nowMs: way.nowMs() }, who.keys.sign)
  await say(way, who, { kind: "approval", body: { draftId: body.draftId, rev: body.rev, envelope } })
}

/** Puts it forward as it should be: one member drafts, the other agrees. */
export async function offerApproved(
  way: Way,
  identity: IdentityPart | null,
  files: readonly SentFile[] = [],
  change: Partial<HandOffBody> = {},
): Promise<HandOffBody> {
  const body = await offer(way, files, change)
  await signAct(way, way.drafter, "drafted", body, identity)
  await signAct(way, way.approver, "approved", body, identity)
  return body
}

/** Everything that the person has signed in this case, the oldest first, as a desk reads it. */
export async function signedBy(way: Way): Promise<readonly Signed[]> {
  const { handOffs } = await openedByPerson(way)
  return handOffs.handOffs
    .flatMap(({ everSigned }) => everSigned)
    .map(({ body }) => {
      const consent = readConsent(body.consent)
      const release = readRelease(body.release)
      if (consent === null || release === null) throw new Error("not signed")
      return { consent, release }
    })
}

/** Sends made-up bytes as the package and puts its cover into the agency's inbox. */
export async function handOverMadeUp(way: Way, { release }: Signed): Promise<void> {
  const { drafter, person } = way
  const { caseId } = person.keys
  const { recipient } = must(certifiedAgency(await listOf(way), AGENCY))
  const uploadId = newUploadId(systemRandom)
  const key = systemRandom(32)
  const content = systemRandom(70_000)
  const ask = async <T>(work: Promise<T>) => ({ ok: true as const, value: await work })
  const sent = must(
    await sendFile({
      source: { size: content.length, read: async (from, to) => content.slice(from, to) },
      key,
      server: {
        open: (chunks) => ask(drafter.call(DESK_ROUTES.openUpload, { caseId, uploadId, chunks })),
        state: () => ask(drafter.call(DESK_ROUTES.uploadState, { caseId, uploadId })),
        begun: async () => ({ ok: true, value: { bytes: 0 } }),
        putPart: (n, sealed, digest) =>
          sendPart(DESK_ROUTES.putPart, { uploadId, n }, sealed, digest, { fetch: drafter.partFetch }),
        finish: (partsDigest) =>
          ask(drafter.call(DESK_ROUTES.finishUpload, { caseId, uploadId, partsDigest })),
      },
      hash: sha256Stream,
      pace: { wait: async () => undefined, isStopped: () => false },
      onProgress: () => undefined,
    }),
  )
  const { releaseId } = release
  const facts = { ...sent, size: content.length, key: base64url(key), uploadId, releaseId }
  const cover = base64url(await sealCover(facts, recipient))
  await drafter.call(DESK_ROUTES.handOver, { caseId, releaseId, use: 1, uploadId, cover })
}

/** An officer's next answer, signed and sealed as their page does it. @param earlier their answer before; null for the first */
export async function officerAnswers(
  officer: OfficerVisit,
  { consent, release }: Signed,
  answer: AgencyAnswer,
  earlier: AgencyStatement | null,
): Promise<AgencyStatement> {
  const { releaseId } = release
  const about = { agency: AGENCY, releaseId, consent: release.consentDigest }
  const by = officer.keys.keyId
  const statement = answerOf({ release: about, earlier, by, nowMs: Date.now(), answer })
  if (statement === null) throw new Error("not an answer")
  const envelope = signAnswerOfAgency(statement, officer.keys.sign)
  await officer.call(AGENCY_ROUTES.answer, {
    releaseId,
    answerId: randomUuidV4(systemRandom),
    after: statement.seq - 1,
    stops: answer.kind === "stopped" || answer.kind === "cannot_stop",
    bytes: base64url(await sealAnswer(envelope, { reply: consent.reply, releaseId }, systemRandom)),
    copy: base64url(await sealCopy(JSON.stringify(envelope), officer.recipient)),
  })
  return statement
}

/** Gives the agency's inbox another key, as the command line does. The server reads it when it starts again. */
export async function rotateInboxOf(organisationDir: string): Promise<void> {
  const lines: string[] = []
  const code = await runCommand(["agency", "rotate", "--org", organisationDir, "--agency", AGENCY], {
    random: systemRandom,
    clock: Date.now,
    print: (line) => void lines.push(line),
  })
  if (code !== 0) throw new Error(lines.join("\n"))
}
