import { type AnswerChain, check, readSealedAnswers } from "@shn/consent"
import { buildPackage, planPackage, signManifest } from "@shn/evidence"
import { fromBase64url } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import {
  approvalsOf,
  certifiedAgency,
  consentsOf,
  findOfficerIn,
  findStaffIn,
  type HandOffBody,
  knownAgency,
  latestFor,
  termsOf,
  viewOf,
} from "@shn/sealed"
import { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import { call, must } from "./person.ts"
import { sendPackage } from "./release.ts"
import {
  AGENCY,
  IDENTITY,
  openedByPerson,
  personSendsFile,
  personSigns,
  putForward,
  type SentFile,
  type Signed,
  type Way,
} from "./way.ts"

export type Handed = Signed & { readonly files: readonly SentFile[] }

/** A file that the person puts into the case, and lets go along. */
export type Wanted = { readonly name: string; readonly label: string; readonly bytes: Uint8Array }

/**
 * From an open case to a real package in the agency's inbox: put forward, approved, signed, built, sealed and handed over, by the same
 * programs as on the screens.
 * @param spoil what somebody on the way does to the sealed package, before it is sent
 */
export async function handedPackage(
  way: Way,
  wanted: readonly Wanted[],
  options: {
    readonly change?: Partial<HandOffBody>
    readonly spoil?: (sealed: Uint8Array) => Uint8Array
  } = {},
): Promise<Handed> {
  const files: SentFile[] = []
  for (const { name, label, bytes } of wanted) files.push(await personSendsFile(way, name, label, bytes))
  const offered = await putForward(way, files, options.change)
  const signed = await personSigns(way, offered, { urgent: true })
  const sealed = await builtPackage(way, offered, files)
  const { person, drafter } = way
  const { directory } = await openedByPerson(way)
  const inbox = must(certifiedAgency(directory, AGENCY))
  const content = options.spoil?.(sealed) ?? sealed
  const cover = await sendPackage({ inbox }, drafter, person.keys.caseId, signed.release, content)
  await drafter.call(DESK_ROUTES.handOver, {
    caseId: person.keys.caseId,
    releaseId: signed.release.releaseId,
    use: 1,
    ...cover,
  })
  return { ...signed, files }
}

async function builtPackage(way: Way, offered: HandOffBody, files: readonly SentFile[]): Promise<Uint8Array> {
  const { person, drafter, approver } = way
  const { opened, directory, handOffs } = await openedByPerson(way)
  const handOff = handOffs.handOffs.find(({ draftId }) => draftId === way.draftId)
  const papers = handOff?.signed?.body
  const view = viewOf(offered, IDENTITY)
  if (handOff === undefined || papers === undefined || view === null) throw new Error("nothing was signed")
  const agency = must(certifiedAgency(directory, AGENCY))
  const nowMs = way.nowMs()
  const checked = check(papers.consent, {
    casePk: person.keys.sign.publicKey,
    agency: knownAgency(agency),
    nowMs,
    revocations: { asOfMs: nowMs, envelopes: [] },
    used: 0,
    latest: latestFor(consentsOf(handOffs), AGENCY),
    boundaries: ["no_media"],
    leaving: { view, files: offered.evidence },
  })
  if (!checked.ok) throw new Error(checked.findings.join())
  const findStaff = findStaffIn(directory)
  const held = approvalsOf(handOff, termsOf(person.keys.sign.publicKey, offered, view), findStaff)
  const along = handOff.approvals.filter(({ msgId }) => held.some((one) => one.msgId === msgId))
  const options = {
    id: randomUuidV4(systemRandom),
    at: Math.floor(nowMs / 1000),
    checker: null,
    signers: [drafter.keys.keyId, approver.keys.keyId] as const,
    papers: {
      release: papers.release,
      truth: papers.truth,
      approvals: along.map(({ body }) => body.envelope),
    },
    files: offered.evidence.map(({ id }) => {
      const file = opened.attachments.find(({ uploadId }) => uploadId === id)
      const extension = /\.([a-z0-9]{1,8})$/.exec(file?.name ?? "")?.[1] ?? ""
      return { id, size: file?.size ?? 0, extension }
    }),
  }
  const { manifest } = must(planPackage(checked.disclosure, options))
  const stream = must(
    buildPackage({
      disclosure: checked.disclosure,
      options,
      kept: [],
      signatures: [signManifest(manifest, drafter.keys.sign), signManifest(manifest, approver.keys.sign)],
      findStaff,
      codeWord: false,
      minor: "no",
      recipient: agency.recipient,
      nowMs,
      open: async function* (id) {
        yield files.find((file) => file.id === id)?.bytes ?? new Uint8Array(0)
      },
    }),
  )
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece.slice())
  return Buffer.concat(pieces)
}

/** What the person's phone reads of what the agency said, and what our computer says of the release. */
export async function answersForPerson(
  way: Way,
  { consent, release }: Signed,
): Promise<AnswerChain & { readonly state: string; readonly views: number }> {
  const { handOffs, directory, token } = await openedByPerson(way)
  const seed = handOffs.handOffs.find(({ draftId }) => draftId === way.draftId)?.signed?.body.replySeed
  const keys = await kemKeyPair(fromBase64url(seed ?? "") ?? new Uint8Array(0))
  const { releases } = await call(way.run.reporter, REPORTER_ROUTES.releases, {}, token)
  const mine = releases.find(({ releaseId }) => releaseId === release.releaseId)
  if (mine === undefined) throw new Error("our computer does not know the release")
  const about = { agency: consent.to.id, releaseId: release.releaseId, consent: release.consentDigest }
  const sealed = mine.answers.map(({ bytes }) => fromBase64url(bytes) ?? new Uint8Array(0))
  const chain = await readSealedAnswers(sealed, keys, about, findOfficerIn(directory))
  return { ...chain, state: mine.state, views: mine.views.length }
}
