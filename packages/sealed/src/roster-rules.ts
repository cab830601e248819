import type { KeyId } from "@shn/domain"
import type { RosterEntry, RosterMember } from "@shn/wire"
import type { ListedMember } from "./directory.ts"
import type { RosterRefusal } from "./findings.ts"
import { type AcceptedEntry, isMemberAt, readerAt } from "./roster.ts"

/** Who signed an entry: the reporter may do everything with their own case, a coordinator only what the policy allows. */
export type EntrySigner =
  | { readonly kind: "reporter" }
  | { readonly kind: "coordinator"; readonly keyId: KeyId }

/** What an entry is judged by. `listed` looks a key up in the verified directory. */
export type EntryContext = {
  readonly reporter: KeyId
  readonly previous: AcceptedEntry | null
  readonly signer: EntrySigner
  readonly listed: (keyId: KeyId) => ListedMember | undefined
}

/** Step 4b: every rule an entry must keep to be accepted. @returns the first one broken, or null */
export function refusalOf(entry: RosterEntry, context: EntryContext): RosterRefusal | null {
  return (
    checkReaders(entry, context) ??
    checkEpoch(entry, context) ??
    checkWraps(entry, context) ??
    (context.signer.kind === "coordinator" ? checkPolicy(entry, context, context.signer.keyId) : null)
  )
}

/** Whether the directory lets this key stand on a roster in this role. */
export function holdsRole(member: RosterMember, listed: ListedMember | undefined): boolean {
  if (listed === undefined || member.role === "reporter") return false
  if (!listed.roles.includes(member.role)) return false
  if (member.role !== "expert") return member.discipline === "" && member.need === ""
  return member.discipline !== "" && member.need !== "" && listed.disciplines.includes(member.discipline)
}

function checkReaders(entry: RosterEntry, { reporter }: EntryContext): RosterRefusal | null {
  const keys = new Set(entry.members.map((member) => member.keyId))
  if (keys.size !== entry.members.length) return "listed-twice"
  const needs = new Set(entry.needs.map((need) => need.need))
  if (needs.size !== entry.needs.length) return "listed-twice"
  const reporters = entry.members.filter((member) => member.role === "reporter")
  const [only] = reporters
  const sound = reporters.length === 1 && only?.keyId === reporter && only.state === "member"
  return sound && only.discipline === "" && only.need === "" ? null : "reporter-missing"
}

function checkEpoch(entry: RosterEntry, { previous }: EntryContext): RosterRefusal | null {
  if (previous === null) {
    const fresh = entry.e === 0 && entry.closed.count === 0 && entry.closed.heads.length === 0
    if (!fresh) return "epoch-out-of-order"
    return entry.link === "" ? null : "link-wrong"
  }
  const isNew = entry.e === previous.entry.e + 1
  if (!isNew && entry.e !== previous.entry.e) return "epoch-out-of-order"
  if (isNew !== (entry.link !== "")) return "link-wrong"
  if (isNew) return null
  const before = previous.entry.closed
  if (entry.closed.count !== before.count || entry.closed.heads.join() !== before.heads.join()) {
    return "epoch-out-of-order"
  }
  // Whoever could read keeps the key of this epoch: leaving them out needs a new one.
  const stays = new Set(entry.members.map((member) => member.keyId))
  const left = previous.entry.members.filter((member) => !stays.has(member.keyId))
  return left.some((member) => member.state === "member") ? "removed-without-new-epoch" : null
}

function checkWraps(entry: RosterEntry, { previous }: EntryContext): RosterRefusal | null {
  const listed = new Set<string>(entry.members.map((member) => member.keyId))
  const proposed = new Set<string>(
    entry.members.filter((member) => member.state === "proposed").map((member) => member.keyId),
  )
  const wrapped = Object.keys(entry.wrapHashes)
  if (wrapped.some((keyId) => !listed.has(keyId))) return "ghost-wrap"
  if (Object.keys(entry.previewHashes).some((keyId) => !proposed.has(keyId))) return "ghost-wrap"
  const isNewEpoch = previous === null || entry.e !== previous.entry.e
  const needsWrap = entry.members.filter(
    (member) => isNewEpoch || previous === null || readerAt(previous, member.keyId) === undefined,
  )
  return needsWrap.every((member) => wrapped.includes(member.keyId)) ? null : "wrap-missing"
}

function checkPolicy(entry: RosterEntry, context: EntryContext, signer: KeyId): RosterRefusal | null {
  const { previous, listed } = context
  if (previous === null || !isMemberAt(previous, signer)) return "beyond-policy"
  if (readerAt(previous, signer)?.role !== "coordinator") return "beyond-policy"
  const before = previous.entry
  if (entry.policy !== before.policy || !sameNeeds(entry, before)) return "beyond-policy"
  for (const member of entry.members) {
    const known = before.members.find((other) => other.keyId === member.keyId)
    if (known === undefined) {
      const refusal = mayAdd(member, previous, listed)
      if (refusal !== null) return refusal
    } else if (!maySay(member, known, previous)) {
      return "beyond-policy"
    }
  }
  return null
}

// A coordinator adds experts only, as proposed, for a need the person asked for; under "ask_me" only where nobody helps yet.
function mayAdd(
  member: RosterMember,
  previous: AcceptedEntry,
  listed: EntryContext["listed"],
): RosterRefusal | null {
  if (member.role !== "expert" || member.state !== "proposed") return "beyond-policy"
  const asked = previous.entry.needs.find((need) => need.need === member.need)
  if (asked === undefined || asked.discipline !== member.discipline) return "beyond-policy"
  if (!holdsRole(member, listed(member.keyId))) return "uncertified-key-added"
  if (previous.entry.policy === "same_discipline_only") return null
  const isTaken = previous.readers.some((reader) => reader.need === member.need && reader.state === "member")
  return isTaken ? "beyond-policy" : null
}

// A line stays as it was; only a proposed expert whose signed acceptance is there becomes a member.
function maySay(member: RosterMember, known: RosterMember, previous: AcceptedEntry): boolean {
  const same =
    member.role === known.role && member.discipline === known.discipline && member.need === known.need
  if (!same) return false
  if (member.state === known.state) return true
  return member.state === "member" && readerAt(previous, member.keyId)?.state === "member"
}

function sameNeeds(a: RosterEntry, b: RosterEntry): boolean {
  const text = (entry: RosterEntry) => entry.needs.map((need) => `${need.need}:${need.discipline}`).join()
  return text(a) === text(b)
}
