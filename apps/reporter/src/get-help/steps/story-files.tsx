import { Button, Card, FailedState, LoadingState } from "@shn/ui"
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
  return (
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
          <Button kind="quiet" wide disabled={runtime === null} onClick={files.open}>
            {text.story.addFile}
          </Button>
        </>
      )}
    </Card>
  )
}
