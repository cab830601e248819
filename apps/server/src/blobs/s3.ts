import { readFile } from "node:fs/promises"
import { Readable } from "node:stream"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { err, ok, type Result } from "@shn/domain"
import { AwsClient } from "aws4fetch"
import { type BlobPlace, type BlobStore, blobName } from "./blob-store.ts"
import { gate } from "./gate.ts"

/** A bucket that speaks S3, with a key that may put, get, list and delete in it. */
export type S3Settings = {
  /** https://s3.example.org, without a path. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly key: string
  readonly secret: string
}

/** How long the bucket may take to begin its answer. */
const ANSWER_MS = 30_000
/** Parts that are in memory at once on their way to the bucket, 1 MiB each; the others wait as files. */
const PUTS_AT_ONCE = 16
const DELETES_AT_ONCE = 8
/** Most names that one listing holds (S3): one call deletes no more, so that no job lasts long. */
const LISTED_AT_ONCE = 1000

/**
 * Parts as objects of a bucket, one each: `<upload>/<part>`. No name, no type and no own metadata go with them; the
 * bucket itself keeps the time of each object (docs/OPERATIONS.md). Every request is signed over the bytes' digest.
 * @param listedAtOnce fewer only in tests
 */
export function s3Blobs(settings: S3Settings, listedAtOnce = LISTED_AT_ONCE): BlobStore {
  const ask = asker(settings)
  const pathOf = (place: BlobPlace) => `/${place.uploadId}/${blobName(place)}`
  const putting = gate(PUTS_AT_ONCE)
  return {
    put: (place, arrived) =>
      putting(async () => {
        const sha256 = Buffer.from(place.digest, "base64url").toString("hex")
        const answer = await ask("PUT", pathOf(place), {
          headers: { "content-type": "application/octet-stream", "x-amz-content-sha256": sha256 },
          body: await readFile(arrived.path),
        })
        if (answer === null) return err("storage_unreachable")
        if (answer.ok) return done(answer, "kept" as const)
        return err(isFull(answer.status, await codeIn(answer)) ? "storage_full" : "storage_unreachable")
      }),

    async get(place) {
      const answer = await ask("GET", pathOf(place))
      if (answer === null) return err("storage_unreachable")
      if (answer.ok && answer.body !== null)
        return ok(Readable.fromWeb(answer.body as NodeStream<Uint8Array>))
      return err((await codeIn(answer)) === "NoSuchKey" ? "not_found" : "storage_unreachable")
    },

    remove: (place) => removed(ask, pathOf(place)),

    async drop(uploadId) {
      const query = `/?list-type=2&max-keys=${listedAtOnce}&prefix=${encodeURIComponent(`${uploadId}/`)}`
      const answer = await ask("GET", query)
      if (answer === null || !answer.ok) return err("storage_unreachable")
      const keys = [...(await answer.text()).matchAll(/<Key>([\w/-]+)<\/Key>/g)].map(
        (found) => found[1] ?? "",
      )
      const deleting = gate(DELETES_AT_ONCE)
      const results = await Promise.all(keys.map((key) => deleting(() => removed(ask, `/${key}`))))
      // Some buckets stumble over many deletions at once: what failed is asked for again, one by one.
      for (const [at, key] of keys.entries()) {
        if (!results[at]?.ok && !(await removed(ask, `/${key}`)).ok) return err("storage_unreachable")
      }
      return ok(keys.length < listedAtOnce ? "gone" : "more")
    },
  }
}

/**
 * Asks the bucket whether it would work for us, when the server starts.
 * @returns "refused" when it answers and says no (a wrong name, key or secret); "unreachable" may pass by itself
 */
export async function s3State(settings: S3Settings): Promise<"usable" | "refused" | "unreachable"> {
  // Nothing of ours begins like this: the answer is short however much there is.
  const answer = await asker(settings)("GET", "/?list-type=2&prefix=none/")
  if (answer === null || answer.status >= 500) return "unreachable"
  await answer.text()
  return answer.ok ? "usable" : "refused"
}

type Ask = (
  method: string,
  path: string,
  init?: { readonly headers?: Record<string, string>; readonly body?: Uint8Array },
) => Promise<Response | null>

/** One signed request. @returns null when no answer came */
function asker({ endpoint, bucket, region, key, secret }: S3Settings): Ask {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    service: "s3",
    region,
    // Whoever called us tries again: a device with the part, or a job.
    retries: 0,
  })
  return async (method, path, init = {}) => {
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), ANSWER_MS)
    try {
      return await client.fetch(`${endpoint}/${bucket}${path}`, {
        ...init,
        method,
        redirect: "error",
        signal: patience.signal,
      } as RequestInit)
    } catch {
      return null
    } finally {
      // The bytes of an answer may take their time: somebody on a slow line is reading them.
      clearTimeout(timer)
    }
  }
}

async function removed(ask: Ask, path: string): Promise<Result<"gone", "storage_unreachable">> {
  const answer = await ask("DELETE", path)
  if (answer === null) return err("storage_unreachable")
  if (answer.ok || (await codeIn(answer)) === "NoSuchKey") return done(answer, "gone")
  return err("storage_unreachable")
}

/** A connection is used again only when its answer was read. */
async function done<T>(answer: Response, value: T): Promise<Result<T, never>> {
  if (!answer.bodyUsed) await answer.arrayBuffer()
  return ok(value)
}

async function codeIn(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => "")
  return /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ""
}

// No standard code says "full": the usual ones of a few servers. A part is never too large by itself.
function isFull(status: number, code: string): boolean {
  return (
    status === 507 ||
    ["QuotaExceeded", "EntityTooLarge", "XMinioStorageFull", "InsufficientStorage"].includes(code)
  )
}
