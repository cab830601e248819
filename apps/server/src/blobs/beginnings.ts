import { readdir, rename, rm, stat, truncate } from "node:fs/promises"
import { join } from "node:path"
import type { UploadId } from "@shn/domain"
import type { ExpectedPart, PartName } from "./part.ts"

/**
 * What came of parts whose line broke, one file for each part at most: never more than the upload has room for. Whether
 * the bytes are right is only known when the part is whole.
 */
export type Beginnings = {
  readonly bytes: (place: PartName) => Promise<number>
  /** Takes the first `from` bytes of a part out, as a file at `path`. @returns false when there are not so many */
  readonly claim: (place: Pick<ExpectedPart, "uploadId" | "n" | "from">, path: string) => Promise<boolean>
  /** Puts the file at `path` by, unless more than it has come on another line. */
  readonly keep: (place: PartName, path: string) => Promise<void>
  readonly forget: (uploadId: UploadId) => Promise<void>
}

export function beginnings(folder: string): Beginnings {
  const nameOf = ({ uploadId, n }: PartName) => join(folder, `${uploadId}.${n}`)
  const bytes = async (place: PartName) => (await stat(nameOf(place)).catch(() => null))?.size ?? 0
  return {
    bytes,
    async claim(place, path) {
      if ((await bytes(place)) < place.from) return false
      try {
        await rename(nameOf(place), path)
        await truncate(path, place.from)
        return (await stat(path)).size === place.from
      } catch {
        // Another line of the same sender was quicker.
        return false
      }
    },
    async keep(place, path) {
      const { size } = await stat(path)
      if (size > (await bytes(place))) await rename(path, nameOf(place))
    },
    async forget(uploadId) {
      const names = await readdir(folder).catch(() => [])
      for (const name of names.filter((one) => one.startsWith(`${uploadId}.`))) {
        await rm(join(folder, name), { force: true })
      }
    },
  }
}
