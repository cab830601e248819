import { type CaseId, err, type Result, type UploadId } from "@shn/domain"
import { chunksForSize, sealedFileLength } from "@shn/primitives/file-shape"
import type { FileFacts, FileStart, ReadProgress, SendProblem, SentFile } from "@shn/sealed"
import { BOUGHT_BYTES, REPORTER_ROUTES } from "@shn/wire"
import { moreAllowance } from "../session/allowance.ts"
import type { HeavyWork } from "../session/heavy-work.ts"
import type { Visit } from "../session/visit.ts"
import { startFileTask } from "./browser-files.ts"
import type { FilePage, ReadResult } from "./file-task.ts"
import type { TrayPorts } from "./tray.ts"

/** The files of one case over one visit: what a tray needs of the world, and reading back. */
export type CaseFiles = Pick<TrayPorts, "transfer" | "moreRoom" | "wait"> & {
  /** The server deletes what it has of a file. */
  readonly drop: (start: FileStart) => Promise<unknown>
  readonly read: (
    uploadId: UploadId,
    facts: FileFacts,
    onProgress: (progress: ReadProgress) => void,
  ) => { readonly done: Promise<ReadResult>; readonly stop: () => void }
}

export function caseFiles(tools: {
  readonly visit: Visit
  readonly heavy: HeavyWork
  readonly caseId: () => Promise<CaseId>
}): CaseFiles {
  const { visit, heavy, caseId } = tools

  const pageFor = (uploadId: UploadId): FilePage => ({
    open: async (chunks) =>
      visit.call(REPORTER_ROUTES.openUpload, { caseId: await caseId(), uploadId, chunks }),
    state: async () => visit.call(REPORTER_ROUTES.uploadState, { caseId: await caseId(), uploadId }),
    begun: async (n) => visit.call(REPORTER_ROUTES.partBegun, { caseId: await caseId(), uploadId, n }),
    finish: async (partsDigest) =>
      visit.call(REPORTER_ROUTES.finishUpload, { caseId: await caseId(), uploadId, partsDigest }),
    token: visit.token,
  })

  // One puzzle, one hundred megabytes more: a long film takes several.
  async function buy({ uploadId, size }: FileStart, onPiece: (piece: number, pieces: number) => void) {
    const chunks = chunksForSize(size)
    const pieces = Math.max(1, Math.ceil(sealedFileLength(chunks) / BOUGHT_BYTES))
    for (let piece = 0; piece <= pieces; piece++) {
      onPiece(Math.min(piece + 1, pieces), pieces)
      const work = await moreAllowance(visit, heavy)
      if (!work.ok) return work
      const opened = await visit.call(REPORTER_ROUTES.openUpload, {
        caseId: await caseId(),
        uploadId,
        chunks,
        work: work.value,
      })
      if (opened.ok || opened.error !== "budget_used") return opened
    }
    return err("budget_used")
  }

  return {
    transfer({ uploadId, key, file }, onProgress) {
      let stop: () => void = () => undefined
      const done = new Promise<Result<SentFile, SendProblem>>((resolve) => {
        const running = startFileTask({ kind: "send", uploadId, key, file }, pageFor(uploadId), (message) => {
          if (message.say === "sending") onProgress(message.progress)
          else if (message.say === "sent") resolve(message.result)
        })
        stop = running.stop
      })
      return { done, stop: () => stop() }
    },
    read(uploadId, facts, onProgress) {
      let stop: () => void = () => undefined
      const done = new Promise<ReadResult>((resolve) => {
        const running = startFileTask({ kind: "read", uploadId, facts }, pageFor(uploadId), (message) => {
          if (message.say === "reading") onProgress(message.progress)
          else if (message.say === "read") resolve(message.result)
        })
        stop = running.stop
      })
      return { done, stop: () => stop() }
    },
    moreRoom: buy,
    async drop({ uploadId }) {
      await visit.call(REPORTER_ROUTES.dropUpload, { caseId: await caseId(), uploadId })
    },
    wait: (ms) => new Promise((resume) => setTimeout(resume, ms)),
  }
}
