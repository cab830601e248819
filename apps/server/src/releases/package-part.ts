import { dayOf, err, ok, type Result } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { chunksInPart, sealedPartLength } from "@shn/primitives/file-shape"
import type { PartGetRequest } from "@shn/wire"
import type { PartStream } from "../blobs/part.ts"
import type { Deps } from "../deps.ts"
import type { OfficerCaller } from "../http/handler.ts"
import { floorTo } from "../rules/grain.ts"
import { partStream } from "../uploads/read-upload.ts"
import { ACT_MS } from "./inbox.ts"
import { releaseActs } from "./state.ts"
import { factsOf } from "./stored.ts"

type Refusal = "not_found" | "release_revoked" | "release_over" | "storage_unreachable" | "bad_request"

/** One sealed part of a package, for an officer of the agency it was handed to, as long as the person has not taken it back. */
export async function packagePart(
  deps: Deps,
  { agency, officer }: OfficerCaller,
  { uploadId, n, from }: PartGetRequest,
): Promise<Result<PartStream, Refusal>> {
  const nowMs = deps.clock()
  type Found = { readonly digest: string; readonly length: number }
  const found = await deps.store.transaction(async (tx): Promise<Result<Found, Refusal>> => {
    const held = await tx.releases.packageOf(uploadId)
    // Locked: what is handed out is on the log before a taking back can say that nobody had it.
    const row = held && (await tx.releases.lock(held.release_id))
    if (held === undefined || row?.agency_id !== agency.agencyId) return err("not_found")
    if (row.revoked === 1) return err("release_revoked")
    if (!releaseActs(factsOf(row, 1), dayOf(nowMs)).fetch || held.cover === null) return err("release_over")
    const upload = await tx.uploads.find(uploadId)
    const digest = await tx.uploads.part(uploadId, n)
    if (upload?.state !== "finished" || digest === undefined) return err("not_found")
    const at_ms = floorTo(nowMs, ACT_MS)
    await tx.releases.logView({ release_id: row.release_id, key_id: officer.keyId, act: "package", at_ms })
    if (row.fetched === 0) await tx.releases.set(row.release_id, { fetched: 1 })
    return ok({ digest: base64url(digest), length: sealedPartLength(chunksInPart(upload.chunks, n)) })
  })
  if (!found.ok) return found
  return partStream(deps, { uploadId, n, ...found.value }, from)
}
