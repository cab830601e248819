import type { SendProgress } from "@shn/sealed"
import type { FilesText } from "../text/files/area.ts"
import type { SendingState } from "./sending-tray.ts"
import type { ReadTrouble } from "./worker/file-work.ts"

/** What to do about a file that cannot be had. */
export function troubleWords({ refused }: FilesText, { why, part }: ReadTrouble): string {
  const piece = String((part ?? 0) + 1)
  switch (why) {
    case "part_changed":
    case "swapped":
    case "too_short":
    case "too_long":
      return refused.changed(piece)
    case "digest_wrong":
    case "facts_wrong":
      return refused.whole
    case "part_missing":
      return refused.missing(piece)
    case "not_written":
      return refused.unwritten
    case "stopped":
    case "signed_out":
    case "refused":
      return refused.other
  }
}

/** Whether the bytes themselves are not what was sent, as opposed to a line or a disk that failed. */
export function isDamage(trouble: ReadTrouble): boolean {
  return !["not_written", "stopped", "signed_out", "refused", "part_missing"].includes(trouble.why)
}

/** Where a file is that I attach. */
export function sendingWords(files: FilesText, state: SendingState): string {
  switch (state.is) {
    case "twin":
      return files.twin(state.of === "" ? files.noName : state.of)
    case "waiting":
      return files.waiting
    case "paused":
      return files.paused
    case "sending":
      return state.progress === null ? files.preparing : progressWords(files, state.progress)
    case "stuck":
      return state.problem === "stopped" || state.problem === "refused"
        ? files.problem.other
        : files.problem[state.problem]
  }
}

function progressWords(files: FilesText, { stage, waitingFor }: SendProgress): string {
  if (waitingFor === "line") return files.waitingLine
  return waitingFor === "server" ? files.waitingServer : files[stage]
}

/** 0 to 1; null while nothing can be told. */
export function shareOf(
  progress: { readonly doneBytes: number; readonly totalBytes: number } | null,
): number | null {
  return progress === null || progress.totalBytes === 0 ? null : progress.doneBytes / progress.totalBytes
}
