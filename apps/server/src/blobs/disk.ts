import { constants, createReadStream } from "node:fs"
import { mkdir, open, rename, rm, utimes } from "node:fs/promises"
import { dirname, join } from "node:path"
import { type Day, err, ok } from "@shn/domain"
import { type BlobPlace, type BlobStore, blobName } from "./blob-store.ts"
import { codeOf, isFull } from "./disk-errors.ts"

/** Reading leaves no time behind where the system offers that (Linux). */
const READ_WITHOUT_TRACE = constants.O_RDONLY | (constants.O_NOATIME ?? 0)

/**
 * Parts as files of one folder: `<root>/<upload>/<part>`. A part is on the disk, with its name, before `put` is done:
 * the file is moved into place and synced, and then the folder. Its time is the day.
 * @param root made when the first part comes; arrived parts must lie on the same disk
 */
export function diskBlobs(root: string): BlobStore {
  const pathOf = (place: BlobPlace) => join(root, place.uploadId, blobName(place))
  return {
    async put(place, arrived, day) {
      const folder = join(root, place.uploadId)
      try {
        await makeFolder(root, folder)
        await rename(arrived.path, pathOf(place))
        // Only now: among the arriving parts, one of this morning would pass for one that was left behind.
        await settle(pathOf(place), day)
        await settle(folder, day)
        return ok("kept")
      } catch (error) {
        return err(isFull(error) ? "storage_full" : unreachable(error))
      }
    },

    async get(place) {
      try {
        const file = await open(pathOf(place), READ_WITHOUT_TRACE)
        return ok(createReadStream("", { fd: file, highWaterMark: 65_536 }))
      } catch (error) {
        return err(codeOf(error) === "ENOENT" ? "not_found" : unreachable(error))
      }
    },

    async remove(place) {
      return removed(pathOf(place))
    },

    async drop(uploadId) {
      return removed(join(root, uploadId))
    },
  }
}

async function removed(path: string) {
  try {
    await rm(path, { recursive: true, force: true })
    return ok("gone" as const)
  } catch (error) {
    return err(unreachable(error))
  }
}

// A new folder is there after a power cut only if the one above it was synced.
async function makeFolder(root: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  await sync(root)
  if (first !== folder) await sync(dirname(root))
}

/** Sets the time of a file or folder to the day and brings it to the disk. */
async function settle(path: string, day: Day): Promise<void> {
  const at = new Date(`${day}T00:00:00Z`)
  await utimes(path, at, at)
  await sync(path)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A disk that is gone or read-only is out of reach; anything that is not the system's word is a bug. */
function unreachable(error: unknown): "storage_unreachable" {
  if (codeOf(error) === "") throw error
  return "storage_unreachable"
}
