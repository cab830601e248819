import { exactBytesField, UploadIdField, v } from "@shn/wire"
import type { FileItem } from "./tray.ts"

const FILE_ORIGINS = ["camera", "gallery", "file", "voice"] as const

/**
 * What a draft keeps of a chosen file: enough to go on when the same file is picked again, never its bytes. Like the
 * rest of a draft it lies on the phone as ciphertext only.
 */
export const SavedFileField = v.strictObject({
  start: v.strictObject({
    uploadId: UploadIdField,
    key: exactBytesField(32),
    name: v.string(),
    type: v.string(),
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    lastModified: v.nullable(v.string()),
    origin: v.picklist(FILE_ORIGINS),
    pickedAt: v.string(),
  }),
  /** Set once the server has all of it. */
  result: v.nullable(
    v.strictObject({ sha256: exactBytesField(32), parts: v.number(), partsDigest: exactBytesField(32) }),
  ),
})
export type SavedFile = v.InferOutput<typeof SavedFileField>

export function savedFiles(items: readonly FileItem[]): readonly SavedFile[] {
  return items
    .filter(({ state }) => state.is !== "twin")
    .map(({ start, state }) => ({ start, result: state.is === "sent" ? state.result : null }))
}

/** As they stand after a reload: what was there is there, everything else must be picked again. */
export function restoredFiles(saved: readonly SavedFile[]): readonly FileItem[] {
  return saved.map(({ start, result }) => ({
    start,
    state: result === null ? { is: "pick_again", wrong: false } : { is: "sent", result },
  }))
}
