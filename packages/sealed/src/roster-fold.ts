import { type CaseId, err, type KeyId, ok, type Result } from "@shn/domain"
import type { Dsse, OfferAnswer, RosterEntry } from "@shn/wire"
import { listedMember, type VerifiedDirectory } from "./directory.ts"
import type { Finding, RosterRefusal } from "./findings.ts"
import { caseIdOf, keyIdOf } from "./identifiers.ts"
import { isAnswerSignedBy, readAnswer } from "./offer-answer.ts"
import {
  type AcceptedEntry,
  isMemberAt,
  isSignedBy,
  type ReaderState,
  type Roster,
  type RosterReader,
  readEntry,
  readerAt,
  rosterContextHash,
} from "./roster.ts"
import { type EntrySigner, holdsRole, refusalOf } from "./roster-rules.ts"

/** The public half of a case, as the server hands it out; `caseId` proves that it is the right one. */
export type CaseKeys = {
  readonly caseId: CaseId
  /** 32 bytes. */
  readonly signPk: Uint8Array
  /** 1216 bytes. */
  readonly kemPk: Uint8Array
}

/** A roster and everything about it that was not as it should be. */
export type FoldedRoster = { readonly roster: Roster; readonly findings: readonly Finding[] }

/**
 * Step 4b: reads the list of entries into who can read, when. A bad entry is skipped with a finding and changes
 * nothing; entries that build on it are then out of line themselves. Never throws on hostile input.
 * @param entries in the server's order
 * @param answers of experts, in any order
 * @returns "not-this-case" when the keys do not make the caseId, "no-first-entry" when nothing signed by them begins it
 */
export function foldRoster(input: {
  readonly caseKeys: CaseKeys
  readonly entries: readonly Dsse[]
  readonly answers: readonly Dsse[]
  readonly directory: VerifiedDirectory
}): Result<FoldedRoster, "not-this-case" | "no-first-entry"> {
  const { caseKeys, directory } = input
  if (caseIdOf(caseKeys.signPk, caseKeys.kemPk) !== caseKeys.caseId) return err("not-this-case")
  const findings: Finding[] = []
  const answers = input.answers.flatMap((envelope) => {
    const answer = checkedAnswer(envelope, caseKeys.caseId, directory)
    if (answer === null) findings.push({ code: "answer-refused" })
    return answer === null ? [] : [answer]
  })
  const accepted: AcceptedEntry[] = []
  input.entries.forEach((envelope, index) => {
    const result = acceptEntry(envelope, accepted, answers, caseKeys, directory)
    if (result.ok) accepted.push(result.value)
    else findings.push({ code: result.error, entry: index })
  })
  const head = accepted.at(-1)
  if (head === undefined) return err("no-first-entry")
  const roster: Roster = {
    entries: accepted,
    head,
    epoch: head.entry.e,
    policy: head.entry.policy,
    needs: head.entry.needs,
    readers: head.readers,
  }
  return ok({ roster, findings: [...findings, ...warnings(roster, caseKeys, directory)] })
}

/** The reporter's name as a reader. */
export function reporterKeyId(caseKeys: CaseKeys): KeyId {
  return keyIdOf(caseKeys.signPk, caseKeys.kemPk)
}

function acceptEntry(
  envelope: Dsse,
  accepted: readonly AcceptedEntry[],
  answers: readonly OfferAnswer[],
  caseKeys: CaseKeys,
  directory: VerifiedDirectory,
): Result<AcceptedEntry, RosterRefusal> {
  const read = readEntry(envelope)
  if (read === null) return err("entry-damaged")
  const { entry, hash } = read
  const previous = accepted.at(-1) ?? null
  const signer = signerOf(envelope, previous, caseKeys, directory)
  if (signer === null) return err("entry-not-signed")
  if (entry.caseId !== caseKeys.caseId) return err("entry-of-another-case")
  if (entry.seq !== accepted.length || entry.prevHash !== (previous?.hash ?? "")) {
    const rival = accepted[entry.seq]
    const isFork = rival !== undefined && rival.hash !== hash && rival.entry.prevHash === entry.prevHash
    return err(isFork ? "entry-forks" : "entry-not-next")
  }
  const reporter = reporterKeyId(caseKeys)
  const listed = (keyId: KeyId) => listedMember(directory, keyId)
  const refusal = refusalOf(entry, { reporter, previous, signer, listed })
  if (refusal !== null) return err(refusal)
  const readers = entry.members.map((member): RosterReader => {
    const before = previous === null ? undefined : readerAt(previous, member.keyId)
    const isSameLine = before?.need === member.need && before.role === member.role
    return {
      keyId: member.keyId,
      role: member.role,
      discipline: member.discipline,
      need: member.need,
      state: stateOf(member, hash, isSameLine ? before.state : undefined, answers),
      since: isSameLine ? before.since : entry.day,
      isCertified: member.role === "reporter" || holdsRole(member, listed(member.keyId)),
    }
  })
  const signedBy = signer.kind === "reporter" ? reporter : signer.keyId
  return ok({ entry, hash, contextHash: rosterContextHash(entry), signedBy, readers })
}

// No entry names its signer: it is the reporter, or somebody who coordinates this case at the entry before.
function signerOf(
  envelope: Dsse,
  previous: AcceptedEntry | null,
  caseKeys: CaseKeys,
  directory: VerifiedDirectory,
): EntrySigner | null {
  if (isSignedBy(envelope, caseKeys.signPk)) return { kind: "reporter" }
  for (const reader of previous?.readers ?? []) {
    const member = listedMember(directory, reader.keyId)
    if (member !== undefined && isSignedBy(envelope, member.signPk)) {
      return { kind: "coordinator", keyId: reader.keyId }
    }
  }
  return null
}

function stateOf(
  member: RosterEntry["members"][number],
  hash: string,
  before: ReaderState | undefined,
  answers: readonly OfferAnswer[],
): ReaderState {
  if (member.state === "member" || before === "member") return "member"
  const mine = answers.filter(
    (answer) => answer.keyId === member.keyId && answer.need === member.need && answer.rosterHash === hash,
  )
  if (mine.some((answer) => answer.answer === "accept")) return "member"
  return mine.length > 0 ? "declined" : (before ?? "proposed")
}

function checkedAnswer(envelope: Dsse, caseId: CaseId, directory: VerifiedDirectory): OfferAnswer | null {
  const answer = readAnswer(envelope)
  if (answer === null || answer.caseId !== caseId) return null
  const member = listedMember(directory, answer.keyId)
  return member !== undefined && isAnswerSignedBy(envelope, member.signPk) ? answer : null
}

function warnings(roster: Roster, caseKeys: CaseKeys, directory: VerifiedDirectory): readonly Finding[] {
  const { head } = roster
  const uncertified = head.readers
    .filter((reader) => !reader.isCertified)
    .map(({ keyId }): Finding => {
      return {
        code: listedMember(directory, keyId) === undefined ? "uncertified-key" : "role-not-held",
        keyId,
      }
    })
  // An expert who accepted after another had accepted reads without the person having agreed to two.
  const twice = roster.needs.flatMap(({ need }): readonly Finding[] => {
    const holders = head.readers.filter((reader) => reader.need === need && reader.state === "member")
    return holders.slice(1).map(({ keyId }) => ({ code: "two-experts-accepted", keyId }))
  })
  return [...uncertified, ...twice, ...dropped(roster), ...revokedSigner(roster, caseKeys, directory)]
}

// Their answer came after the entry that drops them, or was kept back: they may hold the key of that epoch.
function dropped(roster: Roster): readonly Finding[] {
  return roster.entries.flatMap((accepted, at): readonly Finding[] => {
    const previous = roster.entries[at - 1]
    if (previous === undefined || previous.entry.e !== accepted.entry.e) return []
    const left = previous.readers.filter((reader) => readerAt(accepted, reader.keyId) === undefined)
    return left
      .filter((reader) => reader.state === "member")
      .map(({ keyId }) => ({ code: "dropped-after-accepting", entry: at, keyId }))
  })
}

// Later entries by somebody still certified vouch for the earlier ones they build on.
function revokedSigner(roster: Roster, caseKeys: CaseKeys, directory: VerifiedDirectory): readonly Finding[] {
  const { signedBy } = roster.head
  if (signedBy === reporterKeyId(caseKeys) || listedMember(directory, signedBy)?.status === "active")
    return []
  return [{ code: "signer-since-revoked", keyId: signedBy }]
}

/** Whether this key may read and write now. */
export function isMemberNow(roster: Roster, keyId: KeyId): boolean {
  return isMemberAt(roster.head, keyId)
}
