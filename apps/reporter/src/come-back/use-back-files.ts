import { foldAttachments } from "@shn/sealed"
import { useEffect, useState } from "preact/hooks"
import { type BackFiles, unfinished } from "../files/back-files.ts"
import type { FileItem, FileTray } from "../files/tray.ts"
import type { OpenCaseState } from "./case-desk.ts"

export type UsedBackFiles = BackFiles & {
  readonly tray: FileTray
  /** Chosen files that do not stand in the conversation yet. */
  readonly items: readonly FileItem[]
}

/**
 * The chosen files of this visit, and those of earlier ones that stopped on the way.
 * @param onSent a file has become part of the case: read it again
 */
export function useBackFiles(files: BackFiles, state: OpenCaseState, onSent: () => void): UsedBackFiles {
  const [tray] = useState(files.newTray)
  const [items, setItems] = useState<readonly FileItem[]>([])
  const { attachments } = foldAttachments(state.opened.conversation.messages)
  useEffect(() => {
    tray.onChange(() => setItems(tray.items()))
    tray.restore(unfinished(attachments))
    return tray.close
  }, [])
  const sent = items.filter(({ state: { is } }) => is === "sent").length
  useEffect(() => {
    if (sent > 0) onSent()
  }, [sent])
  const inTalk = new Set(attachments.flatMap(({ uploadId, state: is }) => (is === "there" ? [uploadId] : [])))
  return { ...files, tray, items: items.filter(({ start }) => !inTalk.has(start.uploadId)) }
}
