import type { ComponentChildren } from "preact"
import { useId, useLayoutEffect, useRef } from "preact/hooks"
import { useUi } from "../ui-context.tsx"
import { Button } from "./button.tsx"

export type DialogProps = {
  readonly title: ComponentChildren
  readonly open: boolean
  /** Escape or the close button. A stray tap outside does nothing: nothing is lost by accident. */
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Buttons; the way back stands last. Left out: one button that closes. */
  readonly actions?: ComponentChildren
}

/** A question over the page. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, open, onClose, children, actions }: DialogProps) {
  const { common } = useUi()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null || !open) return
    const opener = document.activeElement
    element.showModal()
    return () => {
      element.close()
      // close() gives the focus back by itself only while the dialog is still in the page.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [open])
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <div class="dialog-sheet">
          <h2 class="dialog-title" id={id}>
            {title}
          </h2>
          <div class="dialog-body">{children}</div>
          <div class="dialog-actions">
            {actions ?? (
              <Button kind="quiet" onClick={onClose}>
                {common.close}
              </Button>
            )}
          </div>
        </div>
      )}
    </dialog>
  )
}
