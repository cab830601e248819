import { Actions, Button, Card, Notice } from "@shn/ui"
import type { UsedFiles } from "../use-files.ts"

export type FilesBeforeProps = {
  readonly files: UsedFiles
  /** The person wants to send while something is still missing: they choose. */
  readonly asked?: boolean
  readonly onWait?: () => void
  readonly onNow?: () => void
}

/** Before sending: which files are with us, which are not, and what the person can do about it. */
export function FilesBefore({ files, asked = false, onWait, onNow }: FilesBeforeProps) {
  const { half, items, missing } = files
  if (half === null || items.length === 0) return null
  const { before } = half.text
  const there = items.filter(({ state }) => state.is === "sent").length
  return (
    <>
      <Card title={before.title} tone="soft">
        {there > 0 && <p>{before.allThere(there)}</p>}
        {missing > 0 && <p>{before.missing(missing)}</p>}
        {missing > 0 && (
          <half.List
            tray={half.tray}
            items={items.filter(({ state }) => state.is !== "sent")}
            text={half.text}
            room="report"
          />
        )}
      </Card>
      {asked && missing > 0 && (
        <Notice
          kind="warning"
          live="assertive"
          title={before.missing(missing)}
          actions={
            <Actions>
              <Button onClick={() => onWait?.()}>{before.wait}</Button>
              <Button kind="quiet" onClick={() => onNow?.()}>
                {before.now}
              </Button>
            </Actions>
          }
        >
          <p>{before.choose}</p>
        </Notice>
      )}
    </>
  )
}
