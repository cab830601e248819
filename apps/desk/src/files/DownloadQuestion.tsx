import { MOST_IN_MEMORY, savePicker } from "@shn/staff"
import { Button, Dialog, formatFileSize } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { isProgramByName } from "./claimed-kind.ts"

/** Asks before a copy leaves the protected place. */
export function DownloadQuestion(props: {
  readonly name: string
  readonly size: number
  readonly open: boolean
  readonly onYes: () => void
  readonly onClose: () => void
}) {
  const { text, locale } = useDesk()
  const { ask } = text.files
  const isPossible = savePicker() !== null || props.size <= MOST_IN_MEMORY
  return (
    <Dialog
      title={ask.title(props.name)}
      open={props.open}
      onClose={props.onClose}
      actions={
        <>
          {isPossible && (
            <Button kind="danger" onClick={props.onYes}>
              {ask.yes}
            </Button>
          )}
          <Button kind="quiet" onClick={props.onClose}>
            {text.common.cancel}
          </Button>
        </>
      }
    >
      {isPossible ? (
        <>
          {isProgramByName(props.name) && (
            <p>
              <strong>{ask.program}</strong>
            </p>
          )}
          <p>{ask.leaves}</p>
          <p>{ask.harmful}</p>
        </>
      ) : (
        <p>{ask.tooLarge(formatFileSize(MOST_IN_MEMORY, locale))}</p>
      )}
    </Dialog>
  )
}
