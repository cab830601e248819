import { type Day, dayOf, err, type KeyId, ok, type Result } from "@shn/domain"
import { equalBytes, fromBase64url } from "@shn/primitives/encode"
import type { RosterChange, RosterEntry, RosterMember } from "@shn/wire"
import type { Deps } from "../deps.ts"
import { activeMember, isCertified } from "../organisation.ts"
import type { CaseRow, RosterMemberRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { hasOneReporter } from "./first-entry.ts"
import { facetsOf, moveOffers, openOffer } from "./offers.ts"
import { serviceTime } from "./pool.ts"
import { hashName, type SignedEntry, signedEntry, storedEntry } from "./roster-statement.ts"

/** Who signed: the reporter, or a coordinator of the roster, who may do less. */
export type RosterSigner = "reporter" | "coordinator"
export type RosterError = "conflict" | "epoch_moved" | "roster_refused"

/** A change whose signature holds, with its link decoded. */
export type CheckedChange = SignedEntry & {
  readonly signer: RosterSigner
  readonly link: Uint8Array | null
  /** An expert whom this change may add as proposed, because an offer comes with it. */
  readonly offered: KeyId | null
}

/** Checks what needs no stored data. */
export function checkedChange(
  change: RosterChange,
  signer: RosterSigner,
  signerPk: Uint8Array,
  offered: KeyId | null = null,
): Result<CheckedChange, "roster_refused"> {
  const signed = signedEntry(change.entry, signerPk, change.wraps)
  if (!signed.ok) return signed
  const { entry } = signed.value
  const link = change.link === null ? null : fromBase64url(change.link.bytes)
  const isLinkNamed =
    change.link === null
      ? entry.link === ""
      : link !== null && change.link.epoch === entry.e && entry.link === hashName(link)
  const isAllowed = isLinkNamed && entry.caseId === change.caseId && entry.seq > 0
  return isAllowed ? ok({ ...signed.value, signer, link, offered }) : err("roster_refused")
}

/**
 * Puts a signed entry next in line, if it is. Whoever is no longer named loses their keys and every later read in
 * the same transaction; their open offers are taken back and a need they held goes to the coordinators.
 * @returns "stored" also for the same entry again
 */
export async function storeChange(
  tx: Queries,
  row: CaseRow,
  change: CheckedChange,
  deps: Deps,
): Promise<Result<"stored" | "repeated", RosterError>> {
  const { entry } = change
  const earlier = await tx.roster.entry(row.case_id, entry.seq)
  if (earlier !== undefined && equalBytes(earlier.entry_hash, change.hash)) return ok("repeated")
  const head = await tx.roster.entry(row.case_id, row.roster_seq)
  if (head === undefined) return err("roster_refused")
  if (earlier !== undefined) return err(entry.e < row.epoch ? "epoch_moved" : "conflict")
  const before = storedEntry(head)
  const rows = await tx.roster.members(row.case_id)
  const isNext = entry.seq === row.roster_seq + 1 && entry.prevHash === hashText(head.entry_hash)
  if (!isNext) return err("roster_refused")
  const refusal = refusalOf(change, before, rows, row, deps)
  if (refusal !== null) return err(refusal)

  const today = dayOf(deps.clock())
  await tx.roster.insertEntry({
    case_id: row.case_id,
    seq: entry.seq,
    epoch: entry.e,
    entry_hash: change.hash,
    dsse: JSON.stringify(change.dsse),
  })
  await withdrawLeaving(tx, row, entry, deps)
  const idle = await idleProposals(tx, change)
  const isHere = (keyId: KeyId) => !idle.has(keyId)
  const places = memberRows(row, entry, rows, today).filter(({ key_id }) => isHere(key_id))
  await tx.roster.replaceMembers(row.case_id, places)
  await tx.roster.removeWrapsExcept(
    row.case_id,
    places.map(({ key_id }) => key_id),
  )
  await tx.roster.insertWraps(
    row.case_id,
    change.wraps.filter(({ keyId }) => isHere(keyId)),
  )
  if (change.link !== null) await tx.roster.insertLink(row.case_id, entry.e, change.link)
  await tx.cases.setRoster(row.case_id, entry.seq, entry.e)
  return ok("stored")
}

// Every rule by which the devices judge an entry (packages/sealed, roster-rules) holds here too. Were one taken that
// they skip, every later entry would be out of line for them, and the person could remove nobody any more.
function refusalOf(
  change: CheckedChange,
  before: RosterEntry,
  rows: readonly RosterMemberRow[],
  row: CaseRow,
  deps: Deps,
): RosterError | null {
  const { entry } = change
  const isNewEpoch = entry.e === before.e + 1
  if (!isNewEpoch && entry.e !== before.e) return "roster_refused"
  if (isNewEpoch !== (change.link !== null)) return "roster_refused"
  if (!isNewEpoch && !isSameClosing(entry, before)) return "roster_refused"
  if (!hasOneReporter(entry, row.key_id)) return "roster_refused"
  const stays = new Set(entry.members.map(({ keyId }) => keyId))
  // Somebody accepted while this was being signed: whoever can read has the key, and only a new epoch takes it away.
  const leavesReader = rows.some((member) => member.state === "member" && !stays.has(member.key_id))
  if (leavesReader && !isNewEpoch) return "conflict"
  const isKnown = (keyId: KeyId) => before.members.some((member) => member.keyId === keyId)
  const needsWrap = entry.members.filter(({ keyId }) => isNewEpoch || !isKnown(keyId))
  if (needsWrap.some(({ keyId }) => !Object.hasOwn(entry.wrapHashes, keyId))) return "roster_refused"
  // Whoever holds a key of this epoch keeps the one they have: rubbish sealed over it would lock them out.
  const holds = (keyId: KeyId) => rows.some((member) => member.key_id === keyId)
  if (!isNewEpoch && change.wraps.some(({ keyId }) => holds(keyId))) return "roster_refused"
  if (change.signer === "coordinator" && !keepsWishes(entry, before)) return "roster_refused"
  const isEachAllowed = entry.members.every((member) => {
    const known = before.members.find(({ keyId }) => keyId === member.keyId)
    if (known === undefined) return mayJoin(member, change, before, deps)
    return isSamePlace(member, known) && isStateTrue(member, known, rows)
  })
  return isEachAllowed ? null : "roster_refused"
}

function isSameClosing({ closed }: RosterEntry, { closed: before }: RosterEntry): boolean {
  return closed.count === before.count && closed.heads.join() === before.heads.join()
}

// What the person asked for, and who may be added without asking, are the person's alone.
function keepsWishes(entry: RosterEntry, before: RosterEntry): boolean {
  const needs = (of: RosterEntry) => of.needs.map(({ need, discipline }) => `${need}:${discipline}`).join()
  return entry.policy === before.policy && needs(entry) === needs(before)
}

// An expert joins by an offer, so that the conflict check comes first; others by the person's own signature.
function mayJoin(member: RosterMember, change: CheckedChange, before: RosterEntry, deps: Deps): boolean {
  if (member.role === "reporter") return false
  const organisation = deps.organisation()
  if (!isCertified(organisation, member.keyId, member.role, dayOf(deps.clock()))) return false
  if (member.role !== "expert") return change.signer === "reporter"
  const { keyId, discipline, need, state } = member
  const isAsked = before.needs.some((asked) => asked.need === need && asked.discipline === discipline)
  const isTrained =
    activeMember(organisation, keyId)?.disciplines.some((held) => held === discipline) === true
  return state === "proposed" && keyId === change.offered && isAsked && isTrained
}

function isSamePlace(member: RosterMember, known: RosterMember): boolean {
  return member.role === known.role && member.need === known.need && member.discipline === known.discipline
}

function isStateTrue(member: RosterMember, known: RosterMember, rows: readonly RosterMemberRow[]): boolean {
  if (member.state === known.state) return true
  const row = rows.find(({ key_id }) => key_id === member.keyId)
  return member.state === "member" && row?.state === "member"
}

function memberRows(
  row: CaseRow,
  entry: RosterEntry,
  before: readonly RosterMemberRow[],
  today: Day,
): readonly RosterMemberRow[] {
  return entry.members.map((member) => {
    const known = before.find(({ key_id }) => key_id === member.keyId)
    return {
      case_id: row.case_id,
      key_id: member.keyId,
      need_id: member.need,
      role: member.role,
      discipline: member.discipline,
      // An entry signed before an acceptance arrived still says "proposed"; the acceptance stands.
      state: known?.state ?? member.state,
      since_day: known?.since_day ?? today,
    }
  })
}

/**
 * Experts whom the entry still calls proposed although nobody will ask them any more: the need was taken, or they
 * said no. A key that is waiting for nothing is not kept.
 */
async function idleProposals(tx: Queries, { entry, offered }: CheckedChange): Promise<ReadonlySet<KeyId>> {
  const idle = new Set<KeyId>()
  for (const { keyId, need: needId, state } of entry.members) {
    if (state !== "proposed" || needId === "" || keyId === offered) continue
    const need = await tx.needs.find(needId)
    if (need === undefined || need.phase === "accepted") {
      if (need?.holder !== keyId) idle.add(keyId)
      continue
    }
    const offers = (await tx.offers.ofNeed(needId)).filter((offer) => offer.key_id === keyId)
    const picks = JSON.parse(need.picks) as readonly KeyId[]
    const isWaiting =
      offers.some((offer) => offer.state === "open") || (offers.length === 0 && picks.includes(keyId))
    if (!isWaiting) idle.add(keyId)
  }
  return idle
}

async function withdrawLeaving(tx: Queries, row: CaseRow, entry: RosterEntry, deps: Deps): Promise<void> {
  const stays = new Set(entry.members.map(({ keyId }) => keyId))
  const time = {
    nowMs: deps.clock(),
    service: serviceTime(deps.organisation()),
    random: deps.random,
  }
  for (const need of await tx.needs.ofCases([row.case_id])) {
    if (need.holder !== null && !stays.has(need.holder)) {
      await tx.offers.endAccepted(need.need_id)
      await tx.needs.handBack(need.need_id)
      continue
    }
    if (facetsOf(need) === null) continue
    const picks = JSON.parse(need.picks) as readonly KeyId[]
    const kept = { ...need, picks: JSON.stringify(picks.filter((keyId) => stays.has(keyId))) }
    if (kept.picks !== need.picks) await tx.needs.setPicks(need.need_id, JSON.parse(kept.picks))
    for (const offer of await tx.offers.ofNeed(need.need_id)) {
      if (offer.state !== "open" || stays.has(offer.key_id)) continue
      if ((await openOffer(tx, need, offer.key_id)) === undefined) continue
      await moveOffers(tx, kept, { kind: "withdraw", keyId: offer.key_id }, time)
    }
  }
}

function hashText(hash: Uint8Array): string {
  return Buffer.from(hash).toString("base64url")
}
