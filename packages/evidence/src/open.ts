import {
  type CheckContext,
  type ConsentFinding,
  check,
  checkHandOff,
  type Disclosure,
  type FindStaff,
  type HandOffFinding,
  type KnownAgency,
} from "@shn/consent"
import { fromBase64url } from "@shn/primitives/encode"
import { type PackageFault, type ReadInput, type ReadPackage, readPackage } from "./read.ts"

/** The agency that opens, as its own app knows it. */
export type OpeningAgency = Omit<KnownAgency, "key"> & {
  /** Digests of its inbox keys, the newest first: what was sent before a change of key was meant for the older one. */
  readonly keys: readonly string[]
}

export type OpenInput = Omit<ReadInput, "reader"> & {
  readonly agency: OpeningAgency
  readonly nowMs: number
  readonly revocations: CheckContext["revocations"]
  /** Packages opened under the same consent before, this one not counted. */
  readonly used: number
  readonly latest: CheckContext["latest"]
}

/** What the papers around the consent can lack, as far as the agency is told. */
export type PaperFinding = Exclude<HandOffFinding, "code-word-unchecked" | "child-protection-missing">

/** A package with everything that was checked about it. */
export type OpenedPackage = ReadPackage & {
  readonly consentFindings: readonly ConsentFinding[]
  readonly paperFindings: readonly PaperFinding[]
  /** null: nothing in the package may be used, and what was kept of its files has to be thrown away. */
  readonly disclosure: Disclosure | null
}

/**
 * Opens a package and checks everything: seal, list, two signatures, every byte of every part, the texts against the fields, and
 * the consent as the person's phone and the desk checked it. It needs no network and no secret but the inbox's own key; the
 * staff's keys come from the reader's directory, never from the package.
 */
export async function openPackage(input: OpenInput): Promise<OpenedPackage> {
  const { agency } = input
  const read = await readPackage({ ...input, reader: { agencyId: agency.id, inbox: agency.inbox } })
  const { consent, envelope, fields, manifest } = read
  const nothing = { consentFindings: [], paperFindings: [], disclosure: null }
  if (consent === null || envelope === null || fields === null || manifest === null)
    return { ...read, ...nothing }
  const checked = check(envelope, {
    // Two certified members signed for this consent, and so for the case key in it.
    casePk: fromBase64url(consent.case) ?? new Uint8Array(32),
    agency: { ...agency, key: agency.keys.find((key) => key === consent.to.key) ?? agency.keys[0] ?? "" },
    nowMs: input.nowMs,
    revocations: input.revocations,
    used: input.used,
    latest: input.latest,
    boundaries: null,
    leaving: {
      view: fields,
      files: manifest.entries
        .filter((entry) => entry.role === "file")
        .map((entry) => ({ id: entry.ref, sha256: entry.sha256 })),
    },
  })
  if (!checked.ok) return { ...read, ...nothing, consentFindings: checked.findings }
  const paperFindings = papersMissing(checked.disclosure, read, input.findStaff)
  const holds = read.faults.length === 0 && paperFindings.length === 0
  return { ...read, ...nothing, paperFindings, disclosure: holds ? checked.disclosure : null }
}

/** The helpline has asked for the code word and looked after a child before it sent anything; the agency is not told of either. */
function papersMissing(
  disclosure: Disclosure,
  { papers }: ReadPackage,
  findStaff: FindStaff,
): readonly PaperFinding[] {
  // Unreadable papers are a fault already.
  if (papers === null) return []
  const missing = checkHandOff({ disclosure, ...papers, findStaff, codeWord: false, minor: "no" })
  return missing.filter(
    (finding): finding is PaperFinding =>
      finding !== "code-word-unchecked" && finding !== "child-protection-missing",
  )
}

/** Everything that stops a package, in codes; empty when it holds. */
export function stopsOf(
  opened: OpenedPackage,
): readonly (PackageFault["code"] | ConsentFinding | PaperFinding)[] {
  return [...opened.faults.map((fault) => fault.code), ...opened.consentFindings, ...opened.paperFindings]
}
