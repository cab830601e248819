import { Button, FileCard, FilePick, formatFileSize } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { claimedKind } from "./claimed-kind.ts"
import type { Sending } from "./sending-tray.ts"
import { sendingWords, shareOf } from "./words.ts"

/** One file that I attach. */
export function SendingRow({ item }: { readonly item: Sending }) {
  const { text, locale, sending } = useDesk()
  const { files } = text
  const { start, state, caseId } = item
  const kind = claimedKind(start)
  const { uploadId } = start
  return (
    <FileCard
      name={start.name === "" ? files.noName : start.name}
      icon={kind === "picture" ? "picture" : kind === "media" ? "film" : "file"}
      facts={files.facts(files.kind[kind], formatFileSize(start.size, locale))}
      status={sendingWords(files, state)}
      tone={state.is === "stuck" ? "bad" : "plain"}
      fraction={state.is === "sending" ? shareOf(state.progress) : undefined}
      actions={
        <>
          {state.is === "sending" && (
            <Button kind="quiet" onClick={() => sending.pause(uploadId)}>
              {files.pause}
            </Button>
          )}
          {(state.is === "paused" || (state.is === "stuck" && state.problem !== "differs")) && (
            <Button kind="quiet" onClick={() => sending.goOn(uploadId)}>
              {files.goOn}
            </Button>
          )}
          {state.is === "stuck" && state.problem === "differs" && (
            <FilePick onPick={([picked]) => picked !== undefined && sending.pickAgain(caseId, start, picked)}>
              {files.pickAgainButton}
            </FilePick>
          )}
          {state.is === "twin" ? (
            <>
              <Button kind="quiet" onClick={() => sending.attachAnyway(uploadId)}>
                {files.twinAdd}
              </Button>
              <Button kind="quiet" onClick={() => void sending.takeBack(caseId, uploadId)}>
                {files.twinLeave}
              </Button>
            </>
          ) : (
            <Button kind="quiet" onClick={() => void sending.takeBack(caseId, uploadId)}>
              {files.takeBack}
            </Button>
          )}
        </>
      }
    />
  )
}
