import { type ChosenEvidence, withoutUnseen } from "@shn/domain"
import type { Attachment } from "@shn/sealed"

/** Longest label: it stands on one line of what the person signs. */
export const MAX_LABEL_LENGTH = 160

// What a consent refuses in a line, beside what nobody sees.
const BREAKS_A_LINE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu

/** A file of the case as somebody chooses it for a complaint. */
export type EvidenceLine = {
  readonly file: Attachment
  /** Only what has wholly arrived can leave. */
  readonly canChoose: boolean
  readonly chosen: ChosenEvidence | null
}

/** Every file of the case with whether it goes along, and what was chosen but is no longer there. */
export function evidenceLines(
  files: readonly Attachment[],
  chosen: readonly ChosenEvidence[],
): { readonly lines: readonly EvidenceLine[]; readonly gone: readonly ChosenEvidence[] } {
  const lines = files
    .filter((file) => file.state !== "stopped")
    .map((file) => ({
      file,
      canChoose: file.state === "there",
      chosen: chosen.find((one) => isOf(one, file)) ?? null,
    }))
  return { lines, gone: goneEvidence(files, chosen) }
}

/** Chosen files that were taken back, or whose bytes are no longer the chosen ones. */
export function goneEvidence(
  files: readonly Attachment[],
  chosen: readonly ChosenEvidence[],
): readonly ChosenEvidence[] {
  return chosen.filter((one) => !files.some((file) => isOf(one, file)))
}

/** Takes a file along, or leaves it out again. Its first label is its name. */
export function toggled(chosen: readonly ChosenEvidence[], file: Attachment): readonly ChosenEvidence[] {
  if (chosen.some(({ id }) => id === file.uploadId)) return chosen.filter(({ id }) => id !== file.uploadId)
  if (file.state !== "there") return chosen
  return [...chosen, { id: file.uploadId, sha256: file.sha256, label: labelOf(file.name) }]
}

/** Whether a label can stand in what the person signs. */
export function isFitLabel(label: string): boolean {
  return label !== "" && label === labelOf(label)
}

/** A name as a label: one line, nothing unseen in it, not too long. */
export function labelOf(name: string): string {
  const line = withoutUnseen(name).replace(BREAKS_A_LINE, "").trim()
  // Cutting may leave half a letter at the end.
  return line.slice(0, MAX_LABEL_LENGTH).replace(BREAKS_A_LINE, "").trim()
}

function isOf(chosen: ChosenEvidence, file: Attachment): boolean {
  return file.state === "there" && file.uploadId === chosen.id && file.sha256 === chosen.sha256
}
