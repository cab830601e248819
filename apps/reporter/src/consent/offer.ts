import { type HandOffTerms, type ReadApproval, readApproval, type View } from "@shn/consent"
import type { IdentityPart, KeyId, MessageId, WhatSpeaksAgainst } from "@shn/domain"
import {
  approvalsOf,
  findStaffIn,
  foldAttachments,
  type HandOff,
  type HandOffBody,
  type IdentityPartBody,
  isApproved,
  openIdentity,
  seemsApproved,
  termsOf,
  viewOf,
} from "@shn/sealed"
import type { CaseHold } from "../come-back/case-desk.ts"
import type { WholeFile } from "../files/back-files.ts"

/** What lies before the person: everything that would leave, opened on this phone, and who stands behind it. */
export type Offer = {
  /** Of the message that put it forward: another one is another paper, even under the same number. */
  readonly msgId: MessageId
  readonly body: HandOffBody
  /** Who put it forward. */
  readonly by: KeyId
  /** Exactly the words that would leave, by code; null when a part of the identity that leaves was not given. */
  readonly view: View | null
  readonly terms: HandOffTerms | null
  /**
   * "approved": one member wrote it, another agreed, to exactly this. "other-text": they agreed, but to something else than what
   * lies here. "by-drafter": whoever wrote it also agreed, and nobody else. "waiting": nobody has agreed yet.
   */
  readonly approval: "approved" | "other-text" | "by-drafter" | "waiting"
  readonly drafters: readonly KeyId[]
  readonly approvers: readonly KeyId[]
  /** A coordinator who did not write it has looked at it for somebody under 18. */
  readonly isGuarded: boolean
  readonly against: WhatSpeaksAgainst
  readonly files: readonly OfferedFile[]
}

/** A file that would leave; `file` null when the case does not hold it whole, with these very bytes. */
export type OfferedFile = HandOffBody["evidence"][number] & { readonly file: WholeFile | null }

/** Opens what was put forward last. @returns null while nothing was */
export async function readOffer(
  handOff: HandOff,
  { keys, state }: Pick<CaseHold, "keys" | "state">,
): Promise<Offer | null> {
  const { offered } = handOff
  if (offered === null) return null
  const { body } = offered
  const view = viewOf(body, await identityFor(body, keys, state))
  const terms = view === null ? null : termsOf(keys.sign.publicKey, body, view)
  const findStaff = findStaffIn(state.directory)
  const holding = terms === null ? [] : approvalsOf(handOff, terms, findStaff)
  const read = handOff.approvals.flatMap((said) => readApproval(said.body.envelope, findStaff) ?? [])
  const drafters = keysOf(read, "drafted")
  return {
    msgId: offered.msgId,
    body,
    by: offered.author,
    view,
    terms,
    approval: approvalState(handOff, holding, read, seemsApproved(handOff, findStaff)),
    drafters,
    approvers: keysOf(read, "approved"),
    isGuarded: holding.some(
      ({ approval, signer }) =>
        approval.act === "child_protection" &&
        signer.roles.includes("coordinator") &&
        !drafters.includes(approval.by),
    ),
    against: handOff.drafts.find((draft) => draft.body.rev === body.rev)?.body.draft.against ?? NOT_ASKED,
    files: body.evidence.map((item) => ({ ...item, file: fileOf(item, state) })),
  }
}

const NOT_ASKED: WhatSpeaksAgainst = { state: "not-asked" }

function approvalState(
  handOff: HandOff,
  holding: readonly ReadApproval[],
  read: readonly ReadApproval[],
  isAgreedAtAll: boolean,
): Offer["approval"] {
  if (isApproved(holding)) return "approved"
  if (isAgreedAtAll) return "other-text"
  const drafters = keysOf(read, "drafted")
  const approvers = keysOf(read, "approved")
  const isAlone = approvers.length > 0 && approvers.every((keyId) => drafters.includes(keyId))
  return handOff.approvals.length > 0 && isAlone ? "by-drafter" : "waiting"
}

function keysOf(read: readonly ReadApproval[], act: ReadApproval["approval"]["act"]): readonly KeyId[] {
  return [...new Set(read.filter(({ approval }) => approval.act === act).map(({ approval }) => approval.by))]
}

// Only an answer that was given for this very draft and office may leave with it.
async function identityFor(
  body: HandOffBody,
  keys: CaseHold["keys"],
  state: CaseHold["state"],
): Promise<IdentityPart | null> {
  const part = partOf(body, state)
  if (part === null || part.draftId !== body.draftId || part.to.id !== body.to.id) return null
  const opened = await openIdentity(keys.caseId, part, keys)
  return opened.ok ? opened.value : null
}

function partOf(body: HandOffBody, { opened }: CaseHold["state"]): IdentityPartBody | null {
  const message = opened.conversation.messages.find(({ msgId }) => msgId === body.identityPart)
  return message?.content.kind === "identity_part" ? message.content.body : null
}

function fileOf(item: HandOffBody["evidence"][number], { opened }: CaseHold["state"]): WholeFile | null {
  const found = foldAttachments(opened.conversation.messages).attachments.find(
    ({ uploadId }) => uploadId === item.id,
  )
  return found?.state === "there" && found.sha256 === item.sha256 ? found : null
}
