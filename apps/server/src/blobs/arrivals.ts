import { createHash, type Hash } from "node:crypto"
import { createReadStream } from "node:fs"
import { mkdir, open, readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { type Clock, err, ok, type Result, type UploadId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import { beginnings } from "./beginnings.ts"
import type { Arrived } from "./blob-store.ts"
import { isFull } from "./disk-errors.ts"
import type { ExpectedPart, PartName } from "./part.ts"
import { untilSilence } from "./until-silence.ts"

/** Longer than any request may last: what is older was left behind by a server that died, or by a line that broke. */
const LEFT_BEHIND_MS = 60 * 60 * 1000

/**
 * Parts on their way in. The bytes go to a file as they come, so that a thousand people on slow lines cost files and not
 * memory; only what came whole and is what it claims to be goes on to where it is kept. When the line breaks in the
 * middle, what came stays for an hour, and the sender may go on behind it: over some lines no part would ever come whole.
 */
export type Arrivals = {
  /**
   * Takes in one body and checks it while it comes.
   * @param expected `length` in bytes and base64url SHA-256 of the whole part; `from`: how many bytes of it came before
   * @param use gets the part; its file is cleared away afterwards, whatever happens
   */
  readonly take: <T>(
    body: AsyncIterable<Uint8Array>,
    expected: ExpectedPart,
    use: (arrived: Arrived) => Promise<T>,
  ) => Promise<Result<T, "part_damaged" | "storage_full">>
  /** How many bytes of a part came before its line broke. */
  readonly begun: (place: PartName) => Promise<number>
  /** Deletes what came of the parts of an upload that nobody wants any more. */
  readonly forget: (uploadId: UploadId) => Promise<void>
  /** Deletes what dead servers and broken lines left. */
  readonly sweep: () => Promise<void>
}

/** @param folder made when the first part comes; on the same disk as the parts, when those are kept on a disk */
export function arrivals(folder: string, random: Random, clock: Clock): Arrivals {
  const begun = beginnings(folder)
  return {
    async take(body, expected, use) {
      const path = join(folder, base64url(random(16)))
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        if (expected.from > 0 && !(await begun.claim(expected, path))) return err("part_damaged")
        const outcome = await receive(body, path, expected)
        if (outcome === "broken") await begun.keep(expected, path)
        if (outcome !== "whole") return err("part_damaged")
        return ok(await use({ path, length: expected.length }))
      } catch (error) {
        if (isFull(error)) return err("storage_full")
        throw error
      } finally {
        await rm(path, { force: true })
      }
    },
    begun: begun.bytes,
    forget: begun.forget,

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

/** @returns "broken" when the line ended in the middle, "damaged" when it brought something else */
async function receive(
  body: AsyncIterable<Uint8Array>,
  path: string,
  { from, length, digest }: ExpectedPart,
): Promise<"whole" | "broken" | "damaged"> {
  const hash = createHash("sha256")
  if (from > 0) await hashFile(hash, path)
  let size = from
  let isBroken = false
  const file = await open(path, from > 0 ? "a" : "wx", 0o600)
  try {
    for await (const chunk of untilSilence(body, () => {
      isBroken = true
    })) {
      size += chunk.length
      if (size > length) return "damaged"
      hash.update(chunk)
      await file.writeFile(chunk)
    }
  } finally {
    await file.close()
  }
  if (isBroken && size < length) return "broken"
  return size === length && hash.digest("base64url") === digest ? "whole" : "damaged"
}

async function hashFile(hash: Hash, path: string): Promise<void> {
  for await (const chunk of createReadStream(path)) hash.update(chunk)
}
