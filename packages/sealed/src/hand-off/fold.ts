import { claimedSigner } from "@shn/consent"
import type { KeyId, MessageId } from "@shn/domain"
import type { ReadMessage } from "../conversation.ts"
import { reachedFrom } from "../message-order.ts"
import type {
  ApprovalBody,
  ComplaintBody,
  FilingBody,
  HandOffBody,
  HandOffContent,
  IdentityAskBody,
  IdentityPartBody,
  PackagePlanBody,
  SentBackBody,
  SignedBody,
} from "./content.ts"
import { isAnswerTo } from "./identity.ts"

/** One message of the work on a hand-off, with who wrote it and when. */
export type Said<Body> = {
  readonly msgId: MessageId
  readonly author: KeyId
  /** Exact time by the author's clock: a claim. */
  readonly at: string
  readonly body: Body
}

/**
 * One hand-off, from its first draft on. What is said about an older revision than the one that now lies before the person counts
 * for nothing: it was about something else. So does a yes of a member or of the person that was not written after it: nobody can
 * slip another text, or other limits, under a yes that was given before.
 */
export type HandOff = {
  readonly draftId: string
  /** Saved revisions, the newest last; none when the draft itself never arrived. */
  readonly drafts: readonly Said<ComplaintBody>[]
  /** The newest question for the person's identity, and the newest answer to it. */
  readonly ask: Said<IdentityAskBody> | null
  readonly part: Said<IdentityPartBody> | null
  /** What was put forward last. */
  readonly offered: Said<HandOffBody> | null
  /** Of `offered`, each sent by the member it says to be of; signatures are not checked here. */
  readonly approvals: readonly Said<ApprovalBody>[]
  readonly sentBack: Said<SentBackBody> | null
  readonly signed: Said<SignedBody> | null
  readonly notSigned: Said<SentBackBody> | null
  readonly plans: readonly Said<PackagePlanBody>[]
  /** Everything the person signed for this hand-off, also for earlier revisions. */
  readonly everSigned: readonly Said<SignedBody>[]
}

export type HandOffs = {
  /** In the order in which they were begun. */
  readonly handOffs: readonly HandOff[]
  /** What the person took back, the newest last. */
  readonly revoked: readonly Said<Extract<HandOffContent, { kind: "revoked" }>["body"]>[]
  readonly filings: readonly Said<FilingBody>[]
}

type Collecting = {
  -readonly [K in keyof HandOff]: HandOff[K] extends readonly (infer T)[] ? T[] : HandOff[K]
}

/**
 * Step 7: the messages of a conversation to its hand-offs. The order is that of the conversation, which every device gets alike.
 * It says what was written; `stageOf` says where it stands, and nothing leaves without the checks of `@shn/consent`.
 */
export function foldHandOffs(messages: readonly ReadMessage[]): HandOffs {
  const byDraft = new Map<string, Collecting>()
  const revoked: Said<Extract<HandOffContent, { kind: "revoked" }>["body"]>[] = []
  const filings: Said<FilingBody>[] = []
  const of = (draftId: string) => {
    const known = byDraft.get(draftId) ?? nothingYet(draftId)
    byDraft.set(draftId, known)
    return known
  }
  const hashes = new Map(messages.map(({ msgId, hash }) => [msgId, hash]))
  const isAfter = ({ parents }: ReadMessage, { msgId }: Said<unknown>) => {
    const hash = hashes.get(msgId)
    return hash !== undefined && reachedFrom(parents, messages).hashes.has(hash)
  }
  for (const message of messages) {
    const { content } = message
    switch (content.kind) {
      case "complaint":
        of(content.body.draftId).drafts.push(said(message, content.body))
        break
      case "identity_ask": {
        const one = of(content.body.draftId)
        one.ask = said(message, content.body)
        one.part = null
        break
      }
      case "identity_part": {
        const one = of(content.body.draftId)
        if (one.ask !== null && isAnswerTo(content.body, one.ask.body)) one.part = said(message, content.body)
        break
      }
      case "hand_off":
        Object.assign(of(content.body.draftId), {
          ...nothingSaid(),
          offered: said(message, content.body),
        })
        break
      case "revoked":
        revoked.push(said(message, content.body))
        break
      case "filing":
        filings.push(said(message, content.body))
        break
      case "approval":
      case "sent_back":
      case "signed":
      case "not_signed":
      case "package_plan":
        answer(of(content.body.draftId), message, content, isAfter)
        break
      default:
        break
    }
  }
  return { handOffs: [...byDraft.values()], revoked, filings }
}

/**
 * Where a hand-off stands. "asked": the person is asked who they are. "offered": waits for the second member. "approved": waits
 * for the person. "signed": the person has signed; what becomes of it after the time to think is the hand-over's to say. "sent_back" and
 * "not_signed" go on with another revision.
 */
export const HAND_OFF_STAGES = [
  "draft",
  "asked",
  "offered",
  "sent_back",
  "approved",
  "not_signed",
  "signed",
] as const
export type HandOffStage = (typeof HAND_OFF_STAGES)[number]

/** @param isApproved whether the approvals hold, by `approvalsOf` */
export function stageOf(handOff: HandOff, isApproved: boolean): HandOffStage {
  const { offered, signed, notSigned, sentBack, ask, part } = handOff
  if (offered === null) return ask !== null && part === null ? "asked" : "draft"
  if (signed !== null) return "signed"
  if (notSigned !== null) return "not_signed"
  if (sentBack !== null) return "sent_back"
  return isApproved ? "approved" : "offered"
}

type Answering = Extract<
  HandOffContent,
  { kind: "approval" | "sent_back" | "signed" | "not_signed" | "package_plan" }
>

function answer(
  one: Collecting,
  message: ReadMessage,
  content: Answering,
  isAfter: (message: ReadMessage, offered: Said<unknown>) => boolean,
): void {
  if (content.kind === "signed") one.everSigned.push(said(message, content.body))
  const { offered } = one
  // About something that is no longer what lies before the person.
  if (offered?.body.rev !== content.body.rev) return
  const isYes = content.kind === "approval" || content.kind === "signed"
  if (isYes && !isAfter(message, offered)) return
  switch (content.kind) {
    case "approval":
      // The same signature sent once more by somebody else is nobody's word on what lies there now.
      if (claimedSigner(content.body.envelope) === message.author)
        one.approvals.push(said(message, content.body))
      return
    case "package_plan":
      one.plans.push(said(message, content.body))
      return
    case "sent_back":
      one.sentBack = said(message, content.body)
      return
    case "not_signed":
      one.notSigned = said(message, content.body)
      one.signed = null
      return
    case "signed":
      one.signed = said(message, content.body)
      one.notSigned = null
  }
}

function nothingSaid() {
  return { approvals: [], sentBack: null, signed: null, notSigned: null, plans: [] }
}

function nothingYet(draftId: string): Collecting {
  return { draftId, drafts: [], ask: null, part: null, offered: null, ...nothingSaid(), everSigned: [] }
}

function said<Body>({ msgId, author, at }: ReadMessage, body: Body): Said<Body> {
  return { msgId, author, at, body }
}
