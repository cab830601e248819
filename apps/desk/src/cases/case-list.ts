import type { CaseId, KeyId } from "@shn/domain"
import type { MyCase } from "@shn/wire"

/** Who has to do the next thing. "person": the newest words are theirs, or nobody has answered yet. */
export type LastWord = "person" | "me" | "colleague"

export type CaseLine = MyCase & { readonly lastWord: LastWord; readonly waitsForMe: boolean }

/**
 * My cases in the order of work: those where the person waits for my answer, then the rest; newest activity first.
 * @param isStaff whether a key belongs to somebody the checked directory lists; any other author is the person.
 */
export function caseLines(
  cases: readonly MyCase[],
  me: KeyId,
  isStaff: (keyId: KeyId) => boolean,
): readonly CaseLine[] {
  return cases
    .map((one): CaseLine => {
      const lastWord = one.lastAuthor === me ? "me" : isStaff(one.lastAuthor) ? "colleague" : "person"
      // Coordinators and trustees watch; the answer is the expert's who took the need.
      return { ...one, lastWord, waitsForMe: lastWord === "person" && holdsNeed(one, me) }
    })
    .toSorted(
      (a, b) =>
        Number(b.waitsForMe) - Number(a.waitsForMe) ||
        compare(b.lastDay, a.lastDay) ||
        compare(a.caseId, b.caseId),
    )
}

/** A short name for a case that can be said on the phone: it identifies nobody. */
export function caseCode(caseId: CaseId): string {
  return caseId.slice(0, 6)
}

function holdsNeed(one: MyCase, me: KeyId): boolean {
  return one.needs.some((need) => need.holder === me)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
