import { type CaseId, parseUploadId, type UploadId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { partsDigest } from "@shn/primitives/file-digest"
import { chunksInPart, partsForChunks, sealedPartLength } from "@shn/primitives/file-shape"
import { sha256 } from "@shn/primitives/hash"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { DESK_ROUTES, fetchPart, type PartFetch, REPORTER_ROUTES, sendPart } from "@shn/wire"
import type { Caller, Mailbox, Visitor } from "./mailbox.ts"
import { call, must, type Person, Refused } from "./person.ts"
import type { Running } from "./running.ts"

/** What the server sees of a file: sealed parts and digests. Random bytes do for it: it could not tell. */
export type SealedFile = {
  readonly uploadId: UploadId
  readonly chunks: number
  readonly parts: readonly Uint8Array[]
  /** base64url, one for each part. */
  readonly digests: readonly string[]
  /** base64url, of all of them. */
  readonly partsDigest: string
}

/** @param chunks a number that padding makes: 1, 2, 3, 16, 40, ... */
export function madeUpFile(chunks: number): SealedFile {
  const parts = Array.from({ length: partsForChunks(chunks) }, (_, n) =>
    randomBytes(sealedPartLength(chunksInPart(chunks, n))),
  )
  const digests = parts.map((part) => sha256(part))
  return {
    uploadId: must(parseUploadId(randomUuidV4(systemRandom))),
    chunks,
    parts,
    digests: digests.map((digest) => base64url(digest)),
    partsDigest: base64url(partsDigest(digests)),
  }
}

// The system hands out at most so many random bytes at once.
const RANDOM_BYTES = 65_536
function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += RANDOM_BYTES) {
    bytes.set(systemRandom(Math.min(RANDOM_BYTES, length - at)), at)
  }
  return bytes
}

export function visitorFiles(box: Mailbox, visitor: Pick<Visitor, "keys" | "token" | "call">) {
  return fileCaller(REPORTER_ROUTES, visitor.keys.caseId, visitor.call, box.partFetch, visitor.token)
}

/** @param member of a mailbox, or a colleague of a running helpline */
export function staffFiles(caseId: CaseId, member: { readonly call: Caller; readonly partFetch: PartFetch }) {
  return fileCaller(DESK_ROUTES, caseId, member.call, member.partFetch)
}

/** @param address where to call: past the line for measurements */
export function personFiles(
  run: Running,
  { keys, token }: Pick<Person, "keys" | "token">,
  address = run.reporter,
) {
  const partFetch: PartFetch = (path, init) => {
    const headers = { ...init.headers, origin: run.reporter }
    return fetch(address + path, { ...init, headers } as RequestInit)
  }
  const calls: Caller = (route, body) => call(address, route, body, token, run.reporter)
  return fileCaller(REPORTER_ROUTES, keys.caseId, calls, partFetch, token)
}

/** Somebody who sends and fetches files of one case without a screen. Every call throws `Refused` with the code. */
function fileCaller(
  routes: typeof REPORTER_ROUTES | typeof DESK_ROUTES,
  caseId: CaseId,
  calls: Caller,
  partFetch: PartFetch,
  token?: string,
) {
  const options = { fetch: partFetch, ...(token === undefined ? {} : { token }) }
  type Work = { readonly challenge: string; readonly nonce: number }

  async function put({ uploadId, parts, digests }: SealedFile, n: number, other?: Uint8Array): Promise<void> {
    const digest = other === undefined ? (digests[n] ?? "") : base64url(sha256(other))
    const place = { uploadId, n }
    const sent = await sendPart(routes.putPart, place, other ?? parts[n] ?? new Uint8Array(), digest, options)
    if (!sent.ok) throw new Refused(sent.error, "put")
  }

  return {
    open: ({ uploadId, chunks }: Pick<SealedFile, "uploadId" | "chunks">, work?: Work) =>
      calls(routes.openUpload, { caseId, uploadId, chunks, ...(work === undefined ? {} : { work }) }),
    /** @param other bytes to send in place of the file's own, under their own digest */
    put,
    /** Sends bytes under a digest of the caller's choice. */
    putRaw: async (file: SealedFile, n: number, bytes: Uint8Array, digest: string) => {
      const sent = await sendPart(routes.putPart, { uploadId: file.uploadId, n }, bytes, digest, options)
      if (!sent.ok) throw new Refused(sent.error, "put")
    },
    state: ({ uploadId }: Pick<SealedFile, "uploadId">) => calls(routes.uploadState, { caseId, uploadId }),
    finish: ({ uploadId, partsDigest }: Pick<SealedFile, "uploadId" | "partsDigest">) =>
      calls(routes.finishUpload, { caseId, uploadId, partsDigest }),
    drop: ({ uploadId }: Pick<SealedFile, "uploadId">) => calls(routes.dropUpload, { caseId, uploadId }),
    get: async ({ uploadId }: Pick<SealedFile, "uploadId">, n: number): Promise<Uint8Array> => {
      const got = await fetchPart(routes.getPart, { uploadId, n }, options)
      if (!got.ok) throw new Refused(got.error, "get")
      return got.value
    },
    /** Opens, sends every part, four at a time, and finishes. */
    async send(file: SealedFile): Promise<void> {
      await calls(routes.openUpload, { caseId, uploadId: file.uploadId, chunks: file.chunks })
      const waiting = [...file.parts.keys()]
      const lane = async () => {
        for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) await put(file, n)
      }
      await Promise.all([lane(), lane(), lane(), lane()])
      await calls(routes.finishUpload, {
        caseId,
        uploadId: file.uploadId,
        partsDigest: file.partsDigest,
      })
    },
  }
}
