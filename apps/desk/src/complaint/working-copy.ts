import {
  type Boundary,
  type ComplaintDraft,
  emptyComplaint,
  type MessageId,
  withoutUnseen,
} from "@shn/domain"
import type { RegistryAgency, RegistryForm } from "@shn/guidance"
import type { ComplaintBody, HandOff, Said } from "@shn/sealed"

/** A complaint as it stands under somebody's hands, and the saved revision that it was begun from; null when none was. */
export type WorkingCopy = Omit<ComplaintBody, "draftId" | "rev"> & { readonly basedOn: MessageId | null }

/** The first page of a complaint to one agency. */
export function blankCopy(
  agency: RegistryAgency,
  form: RegistryForm,
  start: Pick<WorkingCopy, "purpose" | "language"> & { readonly boundaries: readonly Boundary[] },
): WorkingCopy {
  const { boundaries, ...rest } = start
  const isNameless = boundaries.includes("anonymous") || !form.definition.needsName
  return {
    ...rest,
    agencyId: agency.id,
    identity: isNameless ? "anonymous" : "named",
    limits: [],
    textLimit: null,
    draft: emptyComplaint(form.definition.id),
    basedOn: null,
  }
}

/** A saved revision, to go on with. */
export function copyOf({ msgId, body }: Said<ComplaintBody>): WorkingCopy {
  const { draftId: _draft, rev: _rev, ...rest } = body
  return { ...rest, basedOn: msgId }
}

/** Changes some part of the draft itself. */
export function withDraft(copy: WorkingCopy, change: Partial<ComplaintDraft>): WorkingCopy {
  return { ...copy, draft: { ...copy.draft, ...change } }
}

/**
 * What is shown: typing that no revision holds yet, else the newest revision; null when neither is there.
 * @param typed kept in the tab's memory
 */
export function shownCopy(typed: WorkingCopy | null, handOff: HandOff | null): WorkingCopy | null {
  if (typed !== null && isUnsaved(typed, handOff)) return typed
  const newest = handOff?.drafts.at(-1)
  return newest === undefined ? null : copyOf(newest)
}

/** The next revision to save: one above everything that was ever saved, by whomever. */
export function nextRevision(handOff: HandOff | null, draftId: string, copy: WorkingCopy): ComplaintBody {
  const { basedOn: _basedOn, ...rest } = copy
  const last = Math.max(0, ...(handOff?.drafts ?? []).map(({ body }) => body.rev))
  return { ...rest, draftId, rev: last + 1 }
}

/** Whether there is typing that no saved revision holds. */
export function isUnsaved(copy: WorkingCopy, handOff: HandOff | null): boolean {
  const base = handOff?.drafts.find(({ msgId }) => msgId === copy.basedOn)
  return base === undefined || JSON.stringify(ordered(copyOf(base))) !== JSON.stringify(ordered(copy))
}

/**
 * How what is under the hands stands to what is saved. "behind": a newer revision came since. "twins": two were saved at the same
 * time. `newer` is the other writer's, `newest` names the one that counts.
 */
export type Standing =
  | { readonly kind: "level" }
  | {
      readonly kind: "behind" | "twins"
      readonly newer: Said<ComplaintBody>
      readonly newest: MessageId
    }

export function standingOf(copy: WorkingCopy, handOff: HandOff | null): Standing {
  const drafts = handOff?.drafts ?? []
  const last = drafts.at(-1)
  if (last === undefined) return { kind: "level" }
  const newest = last.msgId
  if (newest !== copy.basedOn) return { kind: "behind", newer: last, newest }
  const twin = drafts.findLast((one) => one.body.rev === last.body.rev && one.author !== last.author)
  return twin === undefined ? { kind: "level" } : { kind: "twins", newer: twin, newest }
}

/** Where the typing is kept in the tab's memory until it is saved. */
export function placeOfDraft(draftId: string): string {
  return `complaint ${draftId}`
}

/** What nobody sees is left out, as in what leaves: the draft is read as it will be read. */
export function asText(copy: WorkingCopy): string {
  return withoutUnseen(JSON.stringify(copy))
}

/** Reads what `asText` wrote in this same tab; null when nothing was kept. */
export function fromText(text: string): WorkingCopy | null {
  return text === "" ? null : (JSON.parse(text) as WorkingCopy)
}

// Two writings of one copy may name their fields in another order.
function ordered(copy: WorkingCopy): readonly (readonly [string, unknown])[] {
  const { basedOn: _basedOn, draft, ...rest } = copy
  const answers = Object.entries(draft.answers).filter(([, text]) => text !== "")
  return [
    ...Object.entries(rest).toSorted(byName),
    ...Object.entries({ ...draft, answers: answers.toSorted(byName) }).toSorted(byName),
  ]
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}
