import { Button, Dialog } from "@shn/ui"
import type { DeskText } from "../text/all.ts"

/** Asks before words that were begun and not sent go with the session: they are in this tab's memory alone. */
export function SignOutQuestion(props: {
  readonly open: boolean
  readonly text: DeskText
  readonly onYes: () => void
  readonly onClose: () => void
}) {
  const { shell, common } = props.text
  return (
    <Dialog
      title={shell.unsentTitle}
      open={props.open}
      onClose={props.onClose}
      actions={
        <>
          <Button kind="danger" onClick={props.onYes}>
            {shell.unsentYes}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            {common.cancel}
          </Button>
        </>
      }
    >
      <p>{shell.unsent}</p>
    </Dialog>
  )
}
