import { type Day, err, type KeyId, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { RosterEntry, SubmitRequest } from "@shn/wire"
import { isCertified, type Organisation } from "../organisation.ts"
import type { CaseRow } from "../store/schema.ts"
import { hashName, type SignedEntry, signedEntry } from "./roster-statement.ts"

/** A key of a preview, decoded. */
export type StoredPreviewWrap = {
  readonly needId: SubmitRequest["needs"][number]["needId"]
  readonly keyId: KeyId
  readonly bytes: Uint8Array
}

/** The first entry of a case and the preview keys it names. */
export type FirstEntry = SignedEntry & { readonly previewWraps: readonly StoredPreviewWrap[] }

/**
 * Checks the entry that begins a case: signed by the case's own key, first of its line, naming the reporter, certified
 * staff in roles they hold, and as proposed experts exactly the picks of each need.
 */
export function firstEntry(
  request: SubmitRequest,
  row: CaseRow,
  organisation: Organisation,
  today: Day,
): Result<FirstEntry, "roster_refused"> {
  const signed = signedEntry(request.entry, row.sign_pk, request.wraps)
  if (!signed.ok) return signed
  const { entry } = signed.value
  const previewWraps = namedPreviewWraps(request, entry)
  const isSound =
    entry.caseId === row.case_id &&
    isBeginning(entry) &&
    entry.members.every((member) => Object.hasOwn(entry.wrapHashes, member.keyId)) &&
    hasOneReporter(entry, row.key_id) &&
    entry.members.every(
      ({ keyId, role }) => role === "reporter" || isCertified(organisation, keyId, role, today),
    ) &&
    namesTheNeeds(entry, request) &&
    proposesThePicks(entry, request)
  return isSound && previewWraps !== null ? ok({ ...signed.value, previewWraps }) : err("roster_refused")
}

/** Whether the reporter, and nobody else in that role, stands on the entry. */
export function hasOneReporter(entry: RosterEntry, reporter: KeyId): boolean {
  const reporters = entry.members.filter(({ role }) => role === "reporter")
  return reporters.length === 1 && reporters[0]?.keyId === reporter
}

function isBeginning(entry: RosterEntry): boolean {
  return (
    entry.seq === 0 &&
    entry.e === 0 &&
    entry.prevHash === "" &&
    entry.link === "" &&
    entry.closed.count === 0 &&
    entry.closed.heads.length === 0
  )
}

function namesTheNeeds(entry: RosterEntry, request: SubmitRequest): boolean {
  return (
    entry.needs.length === request.needs.length &&
    request.needs.every(({ needId, facets }) =>
      entry.needs.some((named) => named.need === needId && named.discipline === facets.discipline),
    )
  )
}

function proposesThePicks(entry: RosterEntry, request: SubmitRequest): boolean {
  const proposed = entry.members.filter(({ role }) => role === "expert")
  const picks = request.needs.flatMap(({ needId, facets, picks: keys }) =>
    keys.map((keyId) => ({ keyId, needId, discipline: facets.discipline })),
  )
  return (
    proposed.length === picks.length &&
    picks.every(({ keyId, needId, discipline }) =>
      proposed.some(
        (member) =>
          member.keyId === keyId &&
          member.need === needId &&
          member.discipline === discipline &&
          member.state === "proposed",
      ),
    )
  )
}

function namedPreviewWraps(request: SubmitRequest, entry: RosterEntry): readonly StoredPreviewWrap[] | null {
  const all = request.needs.flatMap(({ needId, picks, previewWraps }) => {
    const named = previewWraps.flatMap(({ keyId, bytes: text }) => {
      const bytes = fromBase64url(text)
      const isNamed =
        bytes !== null && picks.includes(keyId) && entry.previewHashes[keyId] === hashName(bytes)
      return isNamed ? [{ needId, keyId, bytes }] : []
    })
    return named.length === picks.length && previewWraps.length === picks.length ? [named] : [null]
  })
  const wraps = all.flatMap((one) => one ?? [])
  const isWhole = all.every((one) => one !== null) && wraps.length === Object.keys(entry.previewHashes).length
  return isWhole ? wraps : null
}
