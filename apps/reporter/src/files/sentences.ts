import type { Locale } from "@shn/domain"
import type { FileStart, SendProgress } from "@shn/sealed"
import { type FileIconName, formatFileSize, formatNumber } from "@shn/ui"
import type { FilesText } from "../text/files/area.ts"
import type { ReadResult } from "./file-task.ts"
import type { FileItem, FileState } from "./tray.ts"

/** A report is handed in as a whole, so a file in it is "with us" before it is "sent". */
export type FileRoom = "report" | "case"

/** What a file is, by what the phone says about it. */
export function kindOf({ type, origin }: Pick<FileStart, "type" | "origin">): keyof FilesText["kind"] {
  if (origin === "voice") return "voice"
  if (type.startsWith("image/")) return "picture"
  if (type.startsWith("video/")) return "film"
  return type.startsWith("audio/") ? "sound" : "file"
}

export function iconOf(start: Pick<FileStart, "type" | "origin">): FileIconName {
  const kind = kindOf(start)
  return kind === "voice" ? "sound" : kind
}

export function nameOfFile({ name }: Pick<FileStart, "name">, text: FilesText): string {
  return name === "" ? text.noName : name
}

export function factsOf(
  start: Pick<FileStart, "type" | "origin" | "size">,
  text: FilesText,
  locale: Locale,
): string {
  return text.facts(text.kind[kindOf(start)], formatFileSize(start.size, locale))
}

/** Where a file is, in one sentence. @param twin name of an earlier file with the same bytes */
export function stateSentence(item: FileItem, twin: string | null, room: FileRoom, text: FilesText): string {
  const { state } = item
  switch (state.is) {
    case "twin":
      return text.state.twin(twin ?? text.noName)
    case "waiting":
      return text.state.waiting
    case "working":
      return progressSentence(state.progress, text)
    case "paused":
      return text.state.paused
    case "pick_again":
      return state.wrong ? text.state.wrong : text.state.pickAgain
    case "more_room":
      return text.state.piece(formatNumber(state.piece), formatNumber(state.pieces))
    case "stuck":
      return problemSentence(state.problem, text)
    case "sent":
      if (twin !== null) return text.state.same(twin)
      return room === "report" ? text.state.inReport : text.state.sent
  }
}

/** 0 to 1; null while nobody can know; undefined when nothing is under way. */
export function fractionOf(state: FileState): number | null | undefined {
  if (state.is === "more_room") return null
  if (state.is !== "working") return undefined
  if (state.progress === null) return null
  const { doneBytes, totalBytes } = state.progress
  return totalBytes === 0 ? null : doneBytes / totalBytes
}

function progressSentence(progress: SendProgress | null, text: FilesText): string {
  if (progress === null) return text.state.begin
  if (progress.waitingFor !== "nothing") return text.state[progress.waitingFor]
  return text.state[progress.stage]
}

function problemSentence(problem: Extract<FileState, { is: "stuck" }>["problem"], text: FilesText): string {
  switch (problem) {
    case "changed_while_read":
      return text.problem.changed
    case "unreadable":
      return text.problem.unreadable
    case "budget_used":
      return text.problem.room
    case "too_many_uploads":
      return text.problem.tooMany
    case "too_large":
      return text.problem.tooLarge
    case "storage_full":
      return text.problem.full
    case "signed_out":
      return text.problem.visit
    default:
      return text.problem.other
  }
}

/** Why a file that was sent to the person is not shown. */
export function refusalSentence(
  refusal: Extract<ReadResult, { readonly ok: false }>,
  name: string,
  text: FilesText,
): string {
  switch (refusal.error) {
    case "phone_full":
      return text.shown.phoneFull
    case "part_missing":
      return text.shown.gone(name)
    case "stopped":
    case "signed_out":
    case "refused":
      return text.shown.offline
    default:
      return refusal.part === null
        ? text.shown.refusedWhole(name)
        : text.shown.refused(name, formatNumber(refusal.part + 1))
  }
}
