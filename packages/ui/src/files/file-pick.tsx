import type { ComponentChildren } from "preact"
import { useRef } from "preact/hooks"
import { Button } from "../components/button.tsx"

export type FilePickProps = {
  readonly children: ComponentChildren
  /** As in HTML: "image/*". Left out: everything. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** Opens the camera on a phone. */
  readonly camera?: boolean | undefined
  readonly label?: string | undefined
  readonly onPick: (files: readonly File[]) => void
}

/** A button that opens the phone's own choice of files. The same file can be chosen again. */
export function FilePick({
  children,
  accept,
  multiple = false,
  camera = false,
  label,
  onPick,
}: FilePickProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind="quiet" wide label={label} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        class="file-input"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        hidden
        accept={accept}
        multiple={multiple}
        capture={camera ? "environment" : undefined}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ""
          if (chosen.length > 0) onPick(chosen)
        }}
      />
    </>
  )
}
