import { Button, Card, FailedState, LoadingState } from "@shn/ui"
import { useEffect, useRef } from "preact/hooks"
import type { HelpText } from "../../text/help/area.ts"
import type { HelpRuntime } from "../help-runtime.ts"
import type { UsedFiles } from "../use-files.ts"

export type StoryFilesProps = {
  readonly text: HelpText
  readonly files: UsedFiles
  readonly runtime: HelpRuntime | null
}

/** Files that go with the story. What they need is fetched only when the person wants to add one. */
export function StoryFiles({ text, files, runtime }: StoryFilesProps) {
  const { half, stage } = files
  // The pressed button makes room for what it opened: whoever listens goes on there.
  const isPressed = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (half !== null && isPressed.current) place.current?.focus()
  }, [half])
  const open = () => {
    isPressed.current = true
    files.open()
  }
  return (
    <div ref={place} tabIndex={-1}>
      <Card title={text.story.files}>
        {half !== null && runtime !== null ? (
          <half.View
            tray={half.tray}
            items={files.items}
            text={half.text}
            room="report"
            now={runtime.clock.now}
          />
        ) : stage === "loading" ? (
          <LoadingState lines={1} />
        ) : (
          <>
            {stage === "failed" && <FailedState sentence={text.story.filesFailed} />}
            <Button kind="quiet" wide disabled={runtime === null} onClick={open}>
              {text.story.addFile}
            </Button>
          </>
        )}
      </Card>
    </div>
  )
}
