import {
  type Day,
  type Discipline,
  err,
  type KeyId,
  type NeedId,
  ok,
  type Result,
  type RosterPolicy,
} from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import type { EpochLink, PreviewWrap, RosterChange, RosterEntry, RosterMember } from "@shn/wire"
import {
  type CaseKey,
  newCaseKey,
  sealedHash,
  sealedHashes,
  sealLink,
  type WrapTarget,
  wrapCaseKey,
} from "./case-key.ts"
import { type CertifiedMember, continuingMember, listedMember, type VerifiedDirectory } from "./directory.ts"
import type { RosterRefusal } from "./findings.ts"
import type { CaseReader, OpenedCase } from "./opened-case.ts"
import { type PreviewKey, wrapPreviewKey } from "./preview.ts"
import { rosterContextHash, signEntry } from "./roster.ts"
import { reporterKeyId } from "./roster-fold.ts"
import { type EntrySigner, refusalOf } from "./roster-rules.ts"

/** A change that is ready to send. `previewWrap` is there when an expert was proposed with a preview. */
export type SealedChange = { readonly change: RosterChange; readonly previewWrap: PreviewWrap | null }

/** "not-a-member": I am not on the roster. "revoked-reader": remove them first. Else the rule the change would break. */
export type ChangeProblem =
  | RosterRefusal
  | "not-a-member"
  | "revoked-reader"
  | "not-listed"
  | "reporter-stays"

/** What every change needs. `today` is this device's day. */
export type ChangeInput = {
  readonly opened: OpenedCase
  readonly me: CaseReader
  readonly directory: VerifiedDirectory
  readonly today: Day
  readonly random: Random
}

/**
 * Step 4b: lets one more person read. Coordinators may only propose experts, within the person's policy.
 * @param member minted by `certifiedMember`: nobody else can be added
 * @param line role, and for an expert the discipline, the need and whether they are asked first ("proposed")
 * @param preview key of that need's preview, for a proposed expert
 */
export function addMember(
  input: ChangeInput & {
    readonly member: CertifiedMember
    readonly line:
      | { readonly role: "coordinator" | "trustee" }
      | {
          readonly role: "expert"
          readonly discipline: Discipline
          readonly need: NeedId
          readonly state: "proposed" | "member"
        }
    readonly preview?: PreviewKey
  },
): Promise<Result<SealedChange, ChangeProblem>> {
  const { member, line } = input
  const added: RosterMember =
    line.role === "expert"
      ? { keyId: member.keyId, ...line }
      : { keyId: member.keyId, role: line.role, discipline: "", need: "", state: "member" }
  const members = [...settled(input.opened, new Set()), added]
  return sealChange(input, { members }, [member], input.preview)
}

/** Steps 4b and 5: takes people off. Begins a new epoch, so that they cannot open anything written from now on. */
export async function removeMembers(
  input: ChangeInput & { readonly keyIds: readonly KeyId[] },
): Promise<Result<SealedChange, ChangeProblem>> {
  const { opened } = input
  const leaving = new Set(input.keyIds)
  if (leaving.has(reporterKeyId(opened.caseKeys))) return err("reporter-stays")
  if (input.keyIds.some((keyId) => !opened.roster.readers.some((reader) => reader.keyId === keyId))) {
    return err("not-listed")
  }
  return beginEpoch(input, settled(opened, leaving))
}

/** Changes who may be added without asking. Only the reporter's entry is accepted by others. */
export function changePolicy(
  input: ChangeInput & { readonly policy: RosterPolicy },
): Promise<Result<SealedChange, ChangeProblem>> {
  return sealChange(input, { members: settled(input.opened, new Set()), policy: input.policy }, [])
}

/**
 * Tidies up after answers: accepted experts are written down as members, declined and withdrawn ones are dropped.
 * @param withdrawn keys of proposals that ended without an answer
 */
export function settleOffers(
  input: ChangeInput & { readonly withdrawn: readonly KeyId[] },
): Promise<Result<SealedChange, ChangeProblem>> {
  return sealChange(input, { members: settled(input.opened, new Set(input.withdrawn)) }, [])
}

// Everyone as they stand now: declined and leaving readers are dropped, an accepted expert is a member.
function settled(opened: OpenedCase, leaving: ReadonlySet<KeyId>): readonly RosterMember[] {
  return opened.roster.readers.flatMap(({ keyId, role, discipline, need, state }): readonly RosterMember[] =>
    state === "declined" || leaving.has(keyId) ? [] : [{ keyId, role, discipline, need, state }],
  )
}

type Draft = { readonly members: readonly RosterMember[]; readonly policy?: RosterPolicy }

async function sealChange(
  input: ChangeInput,
  draft: Draft,
  added: readonly CertifiedMember[],
  preview?: PreviewKey,
): Promise<Result<SealedChange, ChangeProblem>> {
  const { closed, e } = input.opened.roster.head.entry
  return finish(input, nextEntry(input, draft, { e, closed, link: "" }), {
    caseKey: input.opened.caseKey,
    targets: added,
    link: null,
    ...(preview === undefined ? {} : { preview }),
  })
}

async function beginEpoch(
  input: ChangeInput,
  members: readonly RosterMember[],
): Promise<Result<SealedChange, ChangeProblem>> {
  const { opened, directory, random } = input
  const targets: WrapTarget[] = []
  for (const member of members) {
    const target = continuingTarget(opened, directory, member.keyId)
    if (target === null) return err("revoked-reader")
    targets.push(target)
  }
  const { caseId } = opened.caseKeys
  const caseKey = newCaseKey(caseId, opened.roster.epoch + 1, random)
  const link = await sealLink(caseKey, opened.caseKey, random)
  const { messages, heads } = opened.conversation
  const closed = { count: messages.length, heads: heads.slice(-MAX_HEADS) }
  const entry = nextEntry(input, { members }, { e: caseKey.epoch, closed, link: sealedHash(link) })
  return finish(input, entry, { caseKey, targets, link })
}

// As many as the form of an entry allows.
const MAX_HEADS = 1000

function nextEntry(
  { opened, today, directory }: ChangeInput,
  draft: Draft,
  epoch: Pick<RosterEntry, "e" | "closed" | "link">,
): RosterEntry {
  const { head } = opened.roster
  return {
    ...head.entry,
    ...epoch,
    seq: head.entry.seq + 1,
    prevHash: head.hash,
    members: [...draft.members],
    wrapHashes: {},
    previewHashes: {},
    policy: draft.policy ?? head.entry.policy,
    day: today,
    directoryVersion: directory.version,
  }
}

async function finish(
  input: ChangeInput,
  draft: RosterEntry,
  sealing: {
    readonly caseKey: CaseKey
    readonly targets: readonly WrapTarget[]
    readonly link: EpochLink | null
    readonly preview?: PreviewKey
  },
): Promise<Result<SealedChange, ChangeProblem>> {
  const { opened, me, directory, random } = input
  if (opened.caseKey.epoch !== opened.roster.epoch) return err("not-a-member")
  const context = rosterContextHash(draft)
  const wraps = await Promise.all(
    sealing.targets.map((target) => wrapCaseKey(sealing.caseKey, context, target, random)),
  )
  const [expert] = sealing.targets
  const previewWrap =
    sealing.preview !== undefined && expert !== undefined && "signPk" in expert
      ? await wrapPreviewKey(sealing.preview, context, expert, random)
      : null
  const entry: RosterEntry = {
    ...draft,
    wrapHashes: sealedHashes(wraps),
    previewHashes: previewWrap === null ? {} : sealedHashes([previewWrap]),
  }
  const reporter = reporterKeyId(opened.caseKeys)
  const signer: EntrySigner =
    me.kind === "reporter" ? { kind: "reporter" } : { kind: "coordinator", keyId: me.keyId }
  const listed = (keyId: KeyId) => listedMember(directory, keyId)
  // The same rules that every other device will apply: what would be refused there is not sent.
  const refusal = refusalOf(entry, { reporter, previous: opened.roster.head, signer, listed })
  if (refusal !== null) return err(refusal)
  const { caseId } = opened.caseKeys
  return ok({ change: { caseId, entry: signEntry(entry, me.sign), wraps, link: sealing.link }, previewWrap })
}

function continuingTarget(opened: OpenedCase, directory: VerifiedDirectory, keyId: KeyId): WrapTarget | null {
  const { caseKeys } = opened
  if (keyId === reporterKeyId(caseKeys)) return { kind: "reporter-target", keyId, kemPk: caseKeys.kemPk }
  const member = continuingMember(directory, keyId)
  return member.ok ? member.value : null
}

/** Keys that must go with the next removal because their owners left: certified no longer. */
export function revokedReaders(opened: OpenedCase, directory: VerifiedDirectory): readonly KeyId[] {
  return opened.roster.readers
    .map((reader) => reader.keyId)
    .filter((keyId) => continuingTarget(opened, directory, keyId) === null)
}
