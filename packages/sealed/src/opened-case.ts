import { err, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import type { CaseView, Envelope } from "@shn/wire"
import { type Attachment, foldAttachments } from "./attachments.ts"
import { type CaseKey, keysBackFrom, openCaseKey } from "./case-key.ts"
import { type Conversation, foldConversation } from "./conversation.ts"
import type { VerifiedDirectory } from "./directory.ts"
import type { Finding } from "./findings.ts"
import { sealText } from "./message.ts"
import type { MessageContent } from "./message-content.ts"
import type { ReporterKeys } from "./reporter-keys.ts"
import { isMemberAt, type Roster } from "./roster.ts"
import { type CaseKeys, foldRoster } from "./roster-fold.ts"
import type { MemberKeys } from "./staff-keys.ts"

/** Whoever opens a case: the reporter or a member of staff. */
export type CaseReader = ReporterKeys | MemberKeys

/** What a device remembers of its last visit, so that it notices when an older state is served again. */
export type Remembered = { readonly entryHash: string; readonly heads: readonly string[] }

/** A case, open on this device. */
export type OpenedCase = {
  readonly caseKeys: CaseKeys
  readonly roster: Roster
  /** The newest key; new messages and wraps are made with it. */
  readonly caseKey: CaseKey
  readonly conversation: Conversation
  /** The files that its messages speak of. */
  readonly attachments: readonly Attachment[]
  /** Everything that was not as it should be, on roster, messages and files. Show it. */
  readonly findings: readonly Finding[]
}

/** "nothing-yet": opened but never submitted. "not-for-me": no signed wrap for my key, or I have not accepted. "damaged": no roster begins it. */
export type OpenCaseProblem = "nothing-yet" | "not-for-me" | "damaged"

/** Steps 4b and 5: everything the server holds about a case, checked and opened. For reporter and staff alike. */
export async function openCase(input: {
  readonly view: Pick<
    CaseView,
    "caseId" | "signPk" | "kemPk" | "roster" | "answers" | "wraps" | "links" | "envelopes"
  >
  readonly me: CaseReader
  readonly directory: VerifiedDirectory
  readonly remembered?: Remembered
}): Promise<Result<OpenedCase, OpenCaseProblem>> {
  const { view, me, directory } = input
  if (view.roster.length === 0) return err("nothing-yet")
  const signPk = fromBase64url(view.signPk)
  const kemPk = fromBase64url(view.kemPk)
  if (signPk?.length !== 32 || kemPk?.length !== 1216) return err("damaged")
  if (me.kind === "reporter" && me.caseId !== view.caseId) return err("not-for-me")
  const caseKeys = { caseId: view.caseId, signPk, kemPk }
  const folded = foldRoster({ caseKeys, entries: view.roster, answers: view.answers, directory })
  if (!folded.ok) return err("damaged")
  const { roster } = folded.value
  const caseKey = await newestKey(view, roster, me)
  if (caseKey === null) return err("not-for-me")
  const keysByEpoch = await keysBackFrom(caseKey, roster, view.links)
  const conversation = await foldConversation({
    caseKeys,
    envelopes: view.envelopes,
    roster,
    directory,
    keysByEpoch,
  })
  const files = foldAttachments(conversation.messages)
  const rolledBack = isRolledBack(input.remembered, roster, conversation)
  return ok({
    caseKeys,
    roster,
    caseKey,
    conversation,
    attachments: files.attachments,
    findings: [
      ...folded.value.findings,
      ...conversation.findings,
      ...files.findings,
      ...(rolledBack ? [{ code: "rolled-back" } as const] : []),
    ],
  })
}

/**
 * Step 5: seals one message under the newest key, after everything this device has seen.
 * @param nowMs this device's clock
 * @returns "not-a-member" when I am not (or no longer) on the roster; "too-long" over the limit
 */
export async function sealMessage(input: {
  readonly opened: OpenedCase
  readonly me: CaseReader
  readonly content: MessageContent
  readonly nowMs: number
  readonly random: Random
}): Promise<Result<Envelope, "not-a-member" | "too-long">> {
  const { opened, me } = input
  const isCurrent = opened.caseKey.epoch === opened.roster.epoch
  if (!isCurrent || !isMemberAt(opened.roster.head, me.keyId)) return err("not-a-member")
  return sealText({
    caseKey: opened.caseKey,
    author: me,
    content: input.content,
    parents: opened.conversation.heads,
    rosterHash: opened.roster.head.hash,
    nowMs: input.nowMs,
    random: input.random,
  })
}

/** What to remember until the next visit (desk only; a reporter's device keeps nothing). */
export function toRemember(opened: OpenedCase): Remembered {
  return { entryHash: opened.roster.head.hash, heads: opened.conversation.heads }
}

// A removed reader may still hold an older key; they read up to it, and the roster shows that they left. Somebody who
// was only proposed does not open a case, even if a server hands them the wrap before they have answered.
async function newestKey(
  view: Pick<CaseView, "caseId" | "wraps">,
  roster: Roster,
  me: CaseReader,
): Promise<CaseKey | null> {
  if (!roster.entries.some((accepted) => isMemberAt(accepted, me.keyId))) return null
  const mine = view.wraps.filter((wrap) => wrap.keyId === me.keyId).sort((a, b) => b.epoch - a.epoch)
  for (const wrap of mine) {
    const key = await openCaseKey(view.caseId, roster, wrap, me)
    if (key !== null) return key
  }
  return null
}

function isRolledBack(
  remembered: Remembered | undefined,
  roster: Roster,
  conversation: Conversation,
): boolean {
  if (remembered === undefined) return false
  const hashes = new Set(conversation.messages.map((message) => message.hash))
  const knowsEntry = roster.entries.some((accepted) => accepted.hash === remembered.entryHash)
  return !knowsEntry || remembered.heads.some((hash) => !hashes.has(hash))
}
