import { createHash } from "node:crypto"
import { mkdir, open, readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { type Clock, err, ok, type Result } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import type { Arrived } from "./blob-store.ts"
import { isFull } from "./disk-errors.ts"

/** Longer than any request may last: what is older was left behind by a server that died. */
const LEFT_BEHIND_MS = 60 * 60 * 1000

/**
 * Parts on their way in. The bytes go to a file as they come, so that a thousand people on slow lines cost files and not
 * memory; only what came whole and is what it claims to be goes on to where it is kept.
 */
export type Arrivals = {
  /**
   * Takes in one body and checks it while it comes.
   * @param expected the length in bytes, and base64url SHA-256
   * @param use gets the part; its file is cleared away afterwards, whatever happens
   */
  readonly take: <T>(
    body: AsyncIterable<Uint8Array>,
    expected: { readonly length: number; readonly digest: string },
    use: (arrived: Arrived) => Promise<T>,
  ) => Promise<Result<T, "part_damaged" | "storage_full">>
  /** Deletes what dead servers left. */
  readonly sweep: () => Promise<void>
}

/** @param folder made when the first part comes; on the same disk as the parts, when those are kept on a disk */
export function arrivals(folder: string, random: Random, clock: Clock): Arrivals {
  return {
    async take(body, expected, use) {
      const path = join(folder, base64url(random(16)))
      try {
        const received = await receive(body, path, folder, expected)
        return received.ok ? ok(await use({ path, length: expected.length })) : received
      } finally {
        await rm(path, { force: true })
      }
    },

    async sweep() {
      const names = await readdir(folder).catch(() => [])
      for (const name of names) {
        const path = join(folder, name)
        const info = await stat(path).catch(() => null)
        if (info !== null && info.mtimeMs < clock() - LEFT_BEHIND_MS)
          await rm(path, { force: true }).catch(() => undefined)
      }
    },
  }
}

async function receive(
  body: AsyncIterable<Uint8Array>,
  path: string,
  folder: string,
  { length, digest }: { readonly length: number; readonly digest: string },
): Promise<Result<"whole", "part_damaged" | "storage_full">> {
  const hash = createHash("sha256")
  let size = 0
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = await open(path, "wx", 0o600)
    try {
      for await (const chunk of cutOffQuietly(body)) {
        size += chunk.length
        if (size > length) return err("part_damaged")
        hash.update(chunk)
        await file.writeFile(chunk)
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isFull(error)) return err("storage_full")
    throw error
  }
  return size === length && hash.digest("base64url") === digest ? ok("whole") : err("part_damaged")
}

/** A line that breaks in the middle is an end like any other here: the length tells. */
async function* cutOffQuietly(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch {
    // Nobody is there to be told.
  }
}
