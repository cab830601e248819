import { dayOf, err, ok, type Result } from "@shn/domain"
import { isChunkCount, partsForChunks, SEALED_CHUNK_BYTES } from "@shn/primitives/file-shape"
import { BOUGHT_BYTES, MAX_UPLOAD_CHUNKS, type UploadOpenRequest } from "@shn/wire"
import { checkedWork, type Solution } from "../auth/work.ts"
import type { Deps } from "../deps.ts"
import type { Queries } from "../store/store.ts"
import type { UploadCaller } from "./caller.ts"

/** So many files of one case may be on their way at once. */
const MAX_OPEN_UPLOADS = 200

type Refusal =
  | "not_found"
  | "conflict"
  | "size_not_allowed"
  | "too_large"
  | "too_many_uploads"
  | "budget_used"
  | "work_expired"
  | "work_wrong"

/**
 * Begins an upload, or comes back to one. Its whole length is taken from what the case may store before the first byte
 * comes: nobody sends for an hour to be refused at the end.
 */
export async function openUpload<E extends string>(
  deps: Deps,
  who: UploadCaller<E>,
  request: UploadOpenRequest,
): Promise<Result<{ uploadId: UploadOpenRequest["uploadId"]; parts: number }, E | Refusal>> {
  const { chunks, uploadId } = request
  if (chunks > MAX_UPLOAD_CHUNKS) return err("too_large")
  if (!isChunkCount(chunks)) return err("size_not_allowed")
  const work = request.work === undefined ? null : checkedWork(deps, "budget", request.work)
  if (work !== null && !work.ok) return work
  const done = await deps.store.transaction(async (tx) => {
    const admitted = await who.admit(tx, request.caseId)
    if (!admitted.ok) return admitted
    // What is bought stays bought even if it is not enough yet: this outcome is no refusal to the store.
    return ok(await begin(tx, deps, who, request, work?.value ?? null))
  })
  if (!done.ok) return done
  return done.value === "open" ? ok({ uploadId, parts: partsForChunks(chunks) }) : err(done.value)
}

async function begin<E extends string>(
  tx: Queries,
  deps: Deps,
  who: UploadCaller<E>,
  { caseId, uploadId, chunks }: UploadOpenRequest,
  solution: Solution | null,
): Promise<"open" | Refusal> {
  const day = dayOf(deps.clock())
  const row = await tx.cases.lock(caseId)
  if (row === undefined || row.state === "expired") return "not_found"
  const stored = await tx.uploads.lock(uploadId)
  if (stored !== undefined) {
    const isSame = stored.case_id === caseId && stored.opened_by === who.keyId && stored.chunks === chunks
    if (!isSame || stored.state === "dropped" || stored.state === "emptied") return "conflict"
    if (stored.day !== day) await tx.uploads.touch(uploadId, day)
    return "open"
  }
  const used = await tx.uploads.usage(caseId)
  if (used.open >= MAX_OPEN_UPLOADS) return "too_many_uploads"
  // A puzzle that was counted before is not counted again, and is no mistake: the answer to it may have been lost.
  if (solution !== null && (await tx.tokens.spend(solution.hash, solution.endsMs))) {
    await tx.uploads.buy(caseId, BOUGHT_BYTES)
  }
  const allowed = deps.files.caseBytes + (await tx.uploads.bought(caseId))
  if ((used.chunks + chunks) * SEALED_CHUNK_BYTES > allowed) return "budget_used"
  const fresh = {
    upload_id: uploadId,
    case_id: caseId,
    opened_by: who.keyId,
    chunks,
    day,
    state: "open",
  } as const
  return (await tx.uploads.insert(fresh)) ? "open" : "conflict"
}
