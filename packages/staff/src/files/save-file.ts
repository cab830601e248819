/** The little of FileSystemFileHandle that is used. */
export type SaveTarget = {
  readonly createWritable: () => Promise<{
    write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
    /** Only now the file exists under its name. */
    close(): Promise<void>
    /** What was written is thrown away. */
    abort(): Promise<void>
  }>
}

/** Largest file that is held in memory, to be shown or handed to the browser as a whole. Bytes. */
export const MOST_IN_MEMORY = 200_000_000

type Picker = (options: { readonly suggestedName: string }) => Promise<SaveTarget>

/** The browser's own question where to save, after which a file can be written piece by piece; null without one. */
export function savePicker(): Picker | null {
  const { showSaveFilePicker } = globalThis as { readonly showSaveFilePicker?: Picker }
  return typeof showSaveFilePicker === "function" ? (options) => showSaveFilePicker(options) : null
}

/** Hands a whole file to the browser's downloads. It is never opened by the browser itself: its type says nothing. */
export function handToDownloads(bytes: ArrayBuffer, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
