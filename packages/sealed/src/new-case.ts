import {
  type Day,
  err,
  type KeyId,
  type NeedId,
  ok,
  type ProposalId,
  type Result,
  type RosterPolicy,
  type RoutingFacets,
} from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import type { Envelope, PreviewWrap, RosterEntry, RosterMember } from "@shn/wire"
import type { SubmitBody } from "./bodies.ts"
import { newCaseKey, sealedHashes, type WrapTarget, wrapCaseKey } from "./case-key.ts"
import type { CertifiedMember } from "./directory.ts"
import type { FileContent } from "./file-content.ts"
import { messageHash, sealText } from "./message.ts"
import type { Intake, MessageContent } from "./message-content.ts"
import { MAX_PREVIEW_LENGTH, type PreviewKey, sealPreview, wrapPreviewKey } from "./preview.ts"
import type { ReporterKeys } from "./reporter-keys.ts"
import { entryHash, rosterContextHash, signEntry } from "./roster.ts"

/** One kind of help asked for, with the experts the router proposed and this device has verified. */
export type NewNeed = {
  readonly needId: NeedId
  readonly facets: RoutingFacets
  /** At most two, best first; none when nobody fits or the person chose coordinators only. */
  readonly picks: readonly { readonly member: CertifiedMember; readonly reasons: readonly string[] }[]
  /** What the conflict check needs: names and places, not the story. At most 4,000 characters. */
  readonly preview: string
}

/** "too-long": story or preview over its limit. "too-many-readers": over 32. */
export type NewCaseProblem = "too-long" | "too-many-readers"

/**
 * Steps 4 and 5: a whole new case in one body: first roster entry, key wraps, previews, the story, and why each expert
 * was chosen. Readers are exactly those handed in; without any of them it is a private record.
 * An expert proposed for two needs is asked for the first one only: a roster names a key once.
 * @param policy who may be added later without asking
 * @param proposalId of the router's answer, null when it was not asked
 * @param today, nowMs this device's day and clock
 */
export async function sealNewCase(input: {
  readonly keys: ReporterKeys
  readonly directoryVersion: number
  readonly policy: RosterPolicy
  readonly coordinators: readonly CertifiedMember[]
  readonly trustees: readonly CertifiedMember[]
  readonly needs: readonly NewNeed[]
  readonly intake: Omit<Intake, "previewKeys">
  /** Files that are there or still on their way, at most `MAX_FILES_AT_ONCE`. */
  readonly files?: readonly FileContent[]
  readonly proposalId: ProposalId | null
  readonly today: Day
  readonly nowMs: number
  readonly random: Random
}): Promise<Result<SubmitBody, NewCaseProblem>> {
  const { keys, random } = input
  if (input.needs.some((need) => need.preview.length > MAX_PREVIEW_LENGTH)) return err("too-long")
  const caseKey = newCaseKey(keys.caseId, 0, random)
  const readers = readersOf(input)
  if (readers.length > MAX_READERS) return err("too-many-readers")
  const draft = firstEntry(
    input,
    readers.map((reader) => reader.line),
  )
  const context = rosterContextHash(draft)
  const wraps = await Promise.all(readers.map(({ target }) => wrapCaseKey(caseKey, context, target, random)))
  const needs = await Promise.all(input.needs.map((need) => sealNeed(need, readers, context, keys, random)))
  const entry: RosterEntry = {
    ...draft,
    wrapHashes: sealedHashes(wraps),
    previewHashes: sealedHashes(needs.flatMap((need) => need.body.previewWraps)),
  }
  const rosterHash = entryHash(entry)
  const seal = (content: MessageContent, parents: readonly string[]) =>
    sealText({ caseKey, author: keys, content, parents, rosterHash, nowMs: input.nowMs, random })
  const previewKeys = Object.fromEntries(needs.map(({ key }) => [key.need, base64url(key.key)]))
  const envelopes: Envelope[] = []
  const intake = await seal({ kind: "intake", body: { ...input.intake, previewKeys } }, [])
  if (!intake.ok) return intake
  envelopes.push(intake.value)
  for (const { needId, picks } of input.needs.filter((need) => need.picks.length > 0)) {
    const chosen = picks.map(({ member, reasons }) => ({ keyId: member.keyId, reasons: [...reasons] }))
    const body = { need: needId, by: "router", picks: chosen, note: "" } as const
    const note = await seal({ kind: "assignment", body }, [messageHash(intake.value)])
    if (!note.ok) return note
    envelopes.push(note.value)
  }
  for (const file of input.files ?? []) {
    const told = await seal(file, [messageHash(intake.value)])
    if (!told.ok) return told
    envelopes.push(told.value)
  }
  const { proposalId } = input
  const signed = signEntry(entry, keys.sign)
  return ok({
    caseId: keys.caseId,
    proposalId,
    entry: signed,
    wraps,
    needs: needs.map(({ body }) => body),
    envelopes,
  })
}

// As many as the form of an entry allows.
const MAX_READERS = 32

type Reader = { readonly line: RosterMember; readonly target: WrapTarget }
type ReadersInput = Parameters<typeof sealNewCase>[0]

function readersOf(input: ReadersInput): readonly Reader[] {
  const { keys } = input
  const plainLine = (keyId: KeyId, role: RosterMember["role"]): RosterMember => {
    return { keyId, role, discipline: "", need: "", state: "member" }
  }
  const all: readonly Reader[] = [
    { line: plainLine(keys.keyId, "reporter"), target: keys },
    ...input.coordinators.map((target) => ({ line: plainLine(target.keyId, "coordinator"), target })),
    ...input.trustees.map((target) => ({ line: plainLine(target.keyId, "trustee"), target })),
    ...input.needs.flatMap(({ needId, facets, picks }) =>
      picks.map(({ member }): Reader => {
        const { discipline } = facets
        const line = {
          keyId: member.keyId,
          role: "expert",
          discipline,
          need: needId,
          state: "proposed",
        } as const
        return { line, target: member }
      }),
    ),
  ]
  return all.filter((reader, at) => all.findIndex((other) => other.line.keyId === reader.line.keyId) === at)
}

function firstEntry(input: ReadersInput, members: readonly RosterMember[]): RosterEntry {
  return {
    v: 1,
    caseId: input.keys.caseId,
    seq: 0,
    e: 0,
    prevHash: "",
    members: [...members],
    wrapHashes: {},
    previewHashes: {},
    link: "",
    needs: input.needs.map(({ needId, facets }) => ({ need: needId, discipline: facets.discipline })),
    closed: { count: 0, heads: [] },
    recovery: false,
    policy: input.policy,
    day: input.today,
    directoryVersion: input.directoryVersion,
  }
}

async function sealNeed(
  need: NewNeed,
  readers: readonly Reader[],
  context: Uint8Array,
  keys: ReporterKeys,
  random: Random,
): Promise<{ readonly key: PreviewKey; readonly body: SubmitBody["needs"][number] }> {
  const key: PreviewKey = { caseId: keys.caseId, need: need.needId, key: random(32) }
  const asked = need.picks.filter(({ member }) =>
    readers.some(({ line }) => line.keyId === member.keyId && line.need === need.needId),
  )
  const previewWraps: PreviewWrap[] = await Promise.all(
    asked.map(({ member }) => wrapPreviewKey(key, context, member, random)),
  )
  const facets = { ...need.facets, languages: [...need.facets.languages] }
  const preview = await sealPreview(key, need.preview, keys, random)
  return {
    key,
    body: {
      needId: need.needId,
      facets,
      picks: asked.map(({ member }) => member.keyId),
      preview,
      previewWraps,
    },
  }
}
