import { foldAttachments } from "@shn/sealed"
import { useEffect, useRef, useState } from "preact/hooks"
import { type BackFiles, unfinished, type WholeFile } from "../files/back-files.ts"
import type { FileItem, FileTray } from "../files/tray.ts"
import type { OpenCaseState } from "./case-desk.ts"

export type UsedBackFiles = BackFiles & {
  readonly tray: FileTray
  /** Chosen in this visit, or unfinished from an earlier one. */
  readonly items: readonly FileItem[]
  /** What the case holds already. */
  readonly others: readonly WholeFile[]
}

/**
 * The chosen files of this visit, and those of earlier ones that stopped on the way.
 * @param onChanged a file has become part of the case, or was taken back: read it again
 */
export function useBackFiles(files: BackFiles, state: OpenCaseState, onChanged: () => void): UsedBackFiles {
  const newest = useRef(onChanged)
  newest.current = onChanged
  const [tray] = useState(() => files.newTray(() => newest.current()))
  const [items, setItems] = useState<readonly FileItem[]>([])
  useEffect(() => {
    tray.onChange(() => setItems(tray.items()))
    tray.restore(unfinished(foldAttachments(state.opened.conversation.messages).attachments))
    return tray.close
  }, [])
  const sent = items.filter(({ state: { is } }) => is === "sent").length
  useEffect(() => {
    if (sent > 0) newest.current()
  }, [sent])
  const { attachments } = foldAttachments(state.opened.conversation.messages)
  const others = attachments.filter((one): one is WholeFile => one.state === "there")
  return { ...files, tray, items, others }
}
