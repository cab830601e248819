import {
  buildConsent,
  buildTruth,
  handOffDigest,
  releaseOf,
  revocationOf,
  signApproval,
  signConsent,
  signRelease,
  signRevocation,
  signTruth,
} from "@shn/consent"
import type { Day, IdentityPart, StaffAct } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { randomUuidV4 } from "@shn/primitives/random"
import {
  certifiedAgency,
  foldHandOffs,
  type HandOffBody,
  handOffTo,
  type MemberKeys,
  type MessageContent,
  newUploadId,
  openCase,
  sealIdentity,
  sealMessage,
  termsOf,
  type VerifiedDirectory,
  viewOf,
} from "@shn/sealed"
import type { ReleaseView } from "@shn/wire"
import type { JudgeInput } from "../../apps/desk/src/hand-over/facts.ts"
import { type SignedPapers, signedPapers } from "../../apps/desk/src/hand-over/signed-papers.ts"
import { type MadeUpAgency, madeUpAgency } from "./agency.ts"
import {
  directoryOf,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  newCase,
  staff,
  TODAY,
  value,
  withEnvelope,
} from "./helpline.ts"

/** A case in memory in which Sana drafted, Bilal approved and the person signed. */

const IDENTITY: IdentityPart = { full_name: "A made-up name", cnic: "42101-1234567-1" }
const FILE = new TextEncoder().encode("a chat")

export type SignedCase = {
  readonly helpline: MadeUpHelpline
  readonly agency: MadeUpAgency
  readonly directory: VerifiedDirectory
  readonly papers: SignedPapers
  readonly keys: (alias: string) => MemberKeys
  /** One more message of a member or, as null, of the person. */
  readonly say: (alias: string | null, content: MessageContent) => Promise<void>
  readonly approve: (alias: string, act: StaffAct) => Promise<void>
  readonly takeBack: () => ReturnType<typeof signRevocation>
  /** What the server tells of the release. */
  readonly view: (change?: Partial<ReleaseView>) => ReleaseView
  /** Everything that `judge` asks for, at this desk and moment. */
  readonly at: (alias: string, change?: Partial<JudgeInput>) => Promise<JudgeInput>
}

export async function signedCase(
  change: {
    readonly urgent?: boolean
    readonly offered?: Partial<HandOffBody>
    readonly noApproval?: boolean
  } = {},
): Promise<SignedCase> {
  const helpline = await madeUpHelpline("hand-over")
  const { random } = helpline
  const agency = await madeUpAgency(random, "door-nccia", ["Rabia"])
  const directory = directoryOf(helpline, { agencyInboxes: [agency.inbox] })
  const made = await newCase(helpline, { coordinators: ["Sana", "Bilal"] })
  const person = made.keys
  const keys = (alias: string) => staff(helpline, alias).keys
  let stored = made.stored
  const opened = async (me = person as Parameters<typeof openCase>[0]["me"]) =>
    value(await openCase({ view: stored, me, directory }))
  const say = async (alias: string | null, content: MessageContent) => {
    const me = alias === null ? person : keys(alias)
    const envelope = value(
      await sealMessage({ opened: await opened(me), me, content, nowMs: NOW_MS, random }),
    )
    stored = withEnvelope(stored, envelope)
  }
  const uploadId = newUploadId(random)
  const file = { id: uploadId, sha256: base64url(sha256(FILE)), label: "Chat" }
  await say(null, {
    kind: "file",
    body: {
      uploadId,
      key: base64url(random(32)),
      name: "IMG 1.PNG",
      type: "image/png",
      size: FILE.length,
      lastModified: null,
      origin: "gallery",
      pickedAt: "2026-11-23T07:00:00.000Z",
      sha256: file.sha256,
      parts: 1,
      partsDigest: base64url(random(32)),
      note: "",
    },
  })
  const draftId = randomUuidV4(random)
  const to = handOffTo(value(certifiedAgency(directory, "door-nccia")))
  const purpose = ["investigation"] as const
  const ask = {
    draftId,
    to,
    purpose,
    fields: ["full_name", "cnic"] as const,
    readers: [keyOf(helpline, "Sana"), keyOf(helpline, "Bilal")],
    words: "",
  }
  await say("Sana", { kind: "identity_ask", body: ask })
  const part = value(await sealIdentity({ ask, values: IDENTITY, me: person, directory, random }))
  await say(null, { kind: "identity_part", body: part })
  const identityPart = (await opened()).conversation.messages.at(-1)?.msgId ?? null
  const offered: HandOffBody = {
    draftId,
    rev: 1,
    to,
    purpose,
    identity: "named",
    fields: { details: "He wrote forty messages." },
    identityFields: ["full_name", "cnic"],
    identityPart,
    evidence: [file],
    limits: [],
    lastDay: "2026-12-30" as Day,
    uses: 1,
    minor: "no",
    agencyNeedsName: true,
    law: "PPC 1860, s. 182",
    ...change.offered,
  }
  await say("Sana", { kind: "hand_off", body: offered })
  const view = viewOf(offered, IDENTITY) ?? {}
  const handOff = handOffDigest(termsOf(person.sign.publicKey, offered, view))
  const approve = (alias: string, act: StaffAct) => {
    const { keyId, sign } = keys(alias)
    const envelope = signApproval({ act, handOff, by: keyId, nowMs: NOW_MS }, sign)
    return say(alias, { kind: "approval", body: { draftId, rev: 1, envelope } })
  }
  await approve("Sana", "drafted")
  if (change.noApproval !== true) await approve("Bilal", "approved")
  const replySeed = random(32)
  const built = buildConsent(
    {
      casePk: person.sign.publicKey,
      previous: null,
      to: { ...to, name: agency.inbox.names.en },
      agencyNeedsName: true,
      purpose,
      identity: "named",
      view,
      evidence: [file],
      limits: [],
      boundaries: ["no_media"],
      atMs: NOW_MS,
      urgent: change.urgent ?? true,
      lastDay: offered.lastDay,
      uses: offered.uses,
      replyPk: (await kemKeyPair(replySeed)).publicKey,
      locale: "en",
    },
    random,
  )
  if (!built.ok) throw new Error(JSON.stringify(built.stops))
  const { consent } = built
  const casePk = person.sign.publicKey
  const truth = buildTruth({ casePk, handOff, law: offered.law, nowMs: NOW_MS, locale: "en" })
  if (truth === null) throw new Error("no declaration")
  const release = signRelease(releaseOf(consent, person.caseId, random), person.sign)
  await say(null, {
    kind: "signed",
    body: {
      draftId,
      rev: 1,
      consent: signConsent(consent, person.sign),
      truth: signTruth(truth, person.sign),
      release,
      replySeed: base64url(replySeed),
      codeWord: "Sitara",
    },
  })
  const first = foldHandOffs((await opened()).conversation.messages).handOffs[0]?.signed
  const papers = first === undefined || first === null ? null : signedPapers(first)
  if (papers === null) throw new Error("nothing was signed")
  const releaseView = (part_: Partial<ReleaseView> = {}): ReleaseView => ({
    releaseId: papers.release.releaseId,
    agencyId: "door-nccia",
    state: "signed",
    day: TODAY,
    release,
    revocation: null,
    handed: [],
    answers: [],
    views: [],
    ...part_,
  })
  return {
    helpline,
    agency,
    directory,
    papers,
    keys,
    say,
    approve,
    takeBack: () =>
      signRevocation(
        revocationOf({ caseId: person.caseId, consent: papers.digest, seq: 1, nowMs: NOW_MS }),
        person.sign,
      ),
    view: releaseView,
    at: async (alias, part_ = {}) => {
      const now = await opened(keys(alias))
      const handOffs = foldHandOffs(now.conversation.messages)
      const one = handOffs.handOffs[0]
      if (one === undefined) throw new Error("no hand-off")
      return {
        opened: now,
        handOffs,
        handOff: one,
        papers,
        directory,
        known: { releases: [releaseView()], revocations: [], asOfMs: NOW_MS },
        boundaries: ["no_media"],
        identity: IDENTITY,
        me: keys(alias).keyId,
        nowMs: NOW_MS,
        ...part_,
      }
    },
  }
}
