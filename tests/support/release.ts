import {
  type AgencyAnswer,
  type AgencyStatement,
  answerOf,
  buildConsent,
  consentDigest,
  inboxKeyDigest,
  type Release,
  readEnvelope,
  releaseOf,
  sealAnswer,
  signAnswerOfAgency,
  signRelease,
} from "@shn/consent"
import type { CaseId, Day } from "@shn/domain"
import { openCopy, openCover, sealCopy, sealCover } from "@shn/evidence"
import { dssePayload } from "@shn/primitives/dsse-verify"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { newUploadId, ONLY_INBOX, readFile, sendFile } from "@shn/sealed"
import { AGENCY_ROUTES, DESK_ROUTES, fetchPart, type PartFetch, REPORTER_ROUTES, sendPart } from "@shn/wire"
import { draftNamed } from "../../packages/consent/src/testing/example.ts"
import { identitiesOf, type MadeUpAgency, type SignedInOfficer } from "./agency.ts"
import { NOW_MS } from "./helpline.ts"
import { type Caller, type Mailbox, submittedCase } from "./mailbox.ts"
import { must } from "./person.ts"

/** What the programs of the person, the desk and the agency do with a release, without their screens. */

const NOTHING = { wait: async () => undefined, isStopped: () => false }

/** A case with a signed consent, released, its package built and handed over. */
export async function handedOver(box: Mailbox, agency: MadeUpAgency, content: Uint8Array) {
  box.clock.nowMs = NOW_MS
  const { visitor, body } = await submittedCase(box)
  const desk = await box.colleague("Sana")
  const reply = await kemKeyPair(systemRandom(32))
  const built = buildConsent(
    draftNamed({
      casePk: visitor.keys.sign.publicKey,
      to: {
        id: "door-nccia",
        inbox: ONLY_INBOX,
        name: agency.inbox.names.en,
        key: inboxKeyDigest(agency.inbox.recipient),
      },
      atMs: NOW_MS,
      urgent: true,
      lastDay: "2026-12-20" as Day,
      replyPk: reply.publicKey,
    }),
    systemRandom,
  )
  if (!built.ok) throw new Error(JSON.stringify(built.stops))
  const release = releaseOf(built.consent, body.caseId, systemRandom)
  await visitor.call(REPORTER_ROUTES.release, { release: signRelease(release, visitor.keys.sign) })
  const cover = await sendPackage(agency, desk, body.caseId, release, content)
  const handing = { caseId: body.caseId, releaseId: release.releaseId, use: 1, ...cover }
  await desk.call(DESK_ROUTES.handOver, handing)
  return { visitor, caseId: body.caseId, desk, reply, consent: built.consent, release }
}
export type HandedOver = Awaited<ReturnType<typeof handedOver>>

/** Sends a package as the desk does: as a file of its own, its key in a cover for the inbox. */
export async function sendPackage(
  agency: { readonly inbox: { readonly recipient: string } },
  desk: { readonly call: Caller; readonly partFetch: PartFetch },
  caseId: CaseId,
  release: Release,
  content: Uint8Array,
) {
  const uploadId = newUploadId(systemRandom)
  const key = systemRandom(32)
  const ask = async <T>(work: Promise<T>) => ({ ok: true as const, value: await work })
  const sent = must(
    await sendFile({
      source: { size: content.length, read: async (from, to) => content.slice(from, to) },
      key,
      server: {
        open: (chunks) => ask(desk.call(DESK_ROUTES.openUpload, { caseId, uploadId, chunks })),
        state: () => ask(desk.call(DESK_ROUTES.uploadState, { caseId, uploadId })),
        begun: async () => ({ ok: true, value: { bytes: 0 } }),
        putPart: (n, sealed, digest) =>
          sendPart(DESK_ROUTES.putPart, { uploadId, n }, sealed, digest, { fetch: desk.partFetch }),
        finish: (partsDigest) => ask(desk.call(DESK_ROUTES.finishUpload, { caseId, uploadId, partsDigest })),
      },
      hash: sha256Stream,
      pace: NOTHING,
      onProgress: () => undefined,
    }),
  )
  const { sha256, parts, partsDigest } = sent
  const facts = { sha256, parts, partsDigest, size: content.length, key: base64url(key) }
  const cover = await sealCover({ ...facts, uploadId, releaseId: release.releaseId }, agency.inbox.recipient)
  return { uploadId, cover: base64url(cover) }
}

/** What an officer's page does: opens the cover with the inbox key, fetches the parts, checks every byte. */
export async function openPackage(
  agency: MadeUpAgency,
  officer: SignedInOfficer,
  releaseId: string,
): Promise<Uint8Array | string> {
  const { packages } = await officer.call(AGENCY_ROUTES.openRelease, { releaseId })
  const sealed = fromBase64url(packages[0]?.cover ?? "") ?? new Uint8Array(0)
  const cover = await openCover(sealed, await identitiesOf(agency, officer.name), releaseId)
  if (cover === null) return "no cover"
  const pieces: Uint8Array[] = []
  const read = await readFile({
    facts: { ...cover, key: fromBase64url(cover.key) ?? new Uint8Array(0) },
    server: {
      getPart: (n) =>
        fetchPart(
          AGENCY_ROUTES.packagePart,
          { uploadId: cover.uploadId as never, n },
          { fetch: officer.partFetch },
        ),
    },
    hash: sha256Stream,
    pace: NOTHING,
    sink: (bytes) => void pieces.push(bytes),
  })
  return read.ok ? Buffer.concat(pieces) : read.error
}

/** What an officer's page does to answer: goes on from the agency's own copies. */
export async function answerAs(
  agency: MadeUpAgency,
  officer: SignedInOfficer,
  { release, consent }: Pick<HandedOver, "release" | "consent">,
  answer: AgencyAnswer,
  stops = false,
): Promise<void> {
  const { releaseId } = release
  const seen = await officer.call(AGENCY_ROUTES.openRelease, { releaseId })
  const newest = seen.answers.at(-1)?.copy
  const earlier = newest === undefined ? null : await statementIn(agency, newest, officer.name)
  const about = { agency: "door-nccia", releaseId, consent: consentDigest(consent) }
  const statement = answerOf({
    release: about,
    earlier,
    by: officer.keys.keyId,
    nowMs: NOW_MS,
    answer,
  })
  if (statement === null) throw new Error("not an answer")
  const envelope = signAnswerOfAgency(statement, officer.keys.sign)
  await officer.call(AGENCY_ROUTES.answer, {
    releaseId,
    answerId: randomUuidV4(systemRandom),
    after: seen.answers.length,
    stops,
    bytes: base64url(await sealAnswer(envelope, { reply: consent.reply, releaseId }, systemRandom)),
    copy: base64url(await sealCopy(JSON.stringify(envelope), agency.inbox.recipient)),
  })
}

async function statementIn(agency: MadeUpAgency, copy: string, name: string): Promise<AgencyStatement> {
  const text = await openCopy(fromBase64url(copy) ?? new Uint8Array(0), await identitiesOf(agency, name))
  const envelope = readEnvelope(JSON.parse(text ?? "null"))
  return (envelope === null ? null : dssePayload(envelope)?.json) as unknown as AgencyStatement
}
