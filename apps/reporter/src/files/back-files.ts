import { err } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { systemRandom } from "@shn/primitives/random"
import type { Attachment, ReadProgress } from "@shn/sealed"
import type { CaseDesk } from "../come-back/case-desk.ts"
import type { FilesText } from "../text/files/area.ts"
import type { CaseFiles } from "./case-files.ts"
import type { ReadResult } from "./file-task.ts"
import { type FileItem, type FileTray, fileTray } from "./tray.ts"

/** A file that the server holds whole. */
export type WholeFile = Extract<Attachment, { readonly state: "there" }>

/** Files in an opened case: adding, going on, reading. */
export type BackFiles = {
  readonly text: FilesText
  /** A tray of its own for each visit. @param onGone a file was taken back, and the case has been told */
  readonly newTray: (onGone: () => void) => FileTray
  readonly read: (
    file: WholeFile,
    onProgress: (progress: ReadProgress) => void,
  ) => { readonly done: Promise<ReadResult>; readonly stop: () => void }
  readonly now: () => number
}

export function backFiles(tools: {
  readonly files: CaseFiles
  readonly desk: Pick<CaseDesk, "tell">
  readonly text: FilesText
  readonly now: () => number
}): BackFiles {
  const { files, desk, text, now } = tools
  return {
    text,
    now,
    newTray(onGone) {
      return fileTray({
        ...files,
        announce: (start) => desk.tell({ kind: "upload", body: start }),
        tell: (start, result) => desk.tell({ kind: "file", body: { ...start, ...result, note: "" } }),
        async drop(start) {
          await files.drop(start)
          await desk.tell({ kind: "file_gone", body: { uploadId: start.uploadId } })
          onGone()
        },
        now,
        random: systemRandom,
      })
    },
    read(file, onProgress) {
      const key = fromBase64url(file.key)
      if (key === null) return { done: Promise.resolve(wrongFacts()), stop: () => undefined }
      const { size, sha256, parts, partsDigest } = file
      return files.read(file.uploadId, { key, size, sha256, parts, partsDigest }, onProgress)
    },
  }
}

/** The person's own files that stopped on the way: any device with the code goes on with the same bytes. */
export function unfinished(attachments: readonly Attachment[]): readonly FileItem[] {
  return attachments
    .filter(({ state, role }) => state === "on_its_way" && role === "reporter")
    .map(({ uploadId, key, name, type, size, lastModified, origin, pickedAt }) => ({
      start: { uploadId, key, name, type, size, lastModified, origin, pickedAt },
      state: { is: "pick_again", wrong: false },
    }))
}

function wrongFacts(): ReadResult {
  return { ...err("facts_wrong"), part: null }
}
