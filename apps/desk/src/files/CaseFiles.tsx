import { type CaseId, dayOf } from "@shn/domain"
import { type Attachment, foldAttachments, type OpenedCase } from "@shn/sealed"
import { FilePick, formatDay } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { FileRow } from "./FileRow.tsx"
import { SendingRow } from "./SendingRow.tsx"
import type { Sending } from "./sending-tray.ts"

/** Every file of the case, and the place to add more. */
export function CaseFiles(props: {
  readonly opened: OpenedCase
  readonly canWrite: boolean
  readonly lookAgain: () => Promise<void>
}) {
  const { text, locale, session, sending } = useDesk()
  const { files, common, cases } = text
  const { opened, canWrite, lookAgain } = props
  const { caseId } = opened.caseKeys
  const me = session.keys.keyId
  const { attachments } = foldAttachments(opened.conversation.messages)
  const mine = useSending(caseId, () => void lookAgain())
  // One file, one line: what this tab is sending is told by this tab.
  const onTheWay = new Set(mine.map(({ start }) => start.uploadId))
  const rest = attachments.filter((file) => file.state === "there" || !onTheWay.has(file.uploadId))

  const whoIs = (file: Attachment) => {
    if (file.author === me) return common.you
    if (file.role === "reporter") return cases.person
    const alias = session.trust.kind === "trusted" ? aliasOf(session.trust.directory, file.author) : null
    return alias ?? cases.unknownReader
  }
  return (
    <section class="card case-files" aria-labelledby="files-title">
      <h2 class="card-title" id="files-title">
        {files.title}
      </h2>
      {rest.length === 0 && mine.length === 0 && <p class="quiet">{files.empty}</p>}
      {rest.length > 0 && (
        <ul class="plain-list">
          {rest.map((file) => (
            <li key={`${file.author} ${file.uploadId}`}>
              <FileRow
                caseId={caseId}
                file={file}
                who={whoIs(file)}
                day={formatDay(dayOf(Date.parse(file.at)), locale)}
                isMine={file.author === me && canWrite}
              />
            </li>
          ))}
        </ul>
      )}
      {mine.length > 0 && (
        <ul class="plain-list">
          {mine.map((item) => (
            <li key={item.start.uploadId}>
              <SendingRow item={item} />
            </li>
          ))}
        </ul>
      )}
      {canWrite && (
        <div>
          <FilePick multiple onPick={(picked) => sending.attach(caseId, picked, attachments)}>
            {files.attach}
          </FilePick>
          <p class="quiet">{files.attachHint}</p>
        </div>
      )}
    </section>
  )
}

/** What this tab is sending into the case. @param onGone called when one has arrived or was taken back */
function useSending(caseId: CaseId, onGone: () => void): readonly Sending[] {
  const { sending } = useDesk()
  const [items, setItems] = useState<readonly Sending[]>([])
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    // The tray changes what it holds; a copy lets the screen see it.
    const copy = () => sending.of(caseId).map((item) => ({ ...item }))
    let count = sending.of(caseId).length
    setItems(copy())
    return sending.onChange(() => {
      const now = copy()
      setItems(now)
      if (now.length < count) gone.current()
      count = now.length
    })
  }, [sending, caseId])
  return items
}
