import type { CaseId, Result, UploadId } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { solvePow } from "@shn/primitives/pow"
import type { SendPorts } from "@shn/sealed"
import { type ApiFailure, type ApiOptions, api, DESK_ROUTES, type PartFetch, sendPart } from "@shn/wire"

/** Where the parts of one upload of this desk go. */
export function uploadPorts(
  { caseId, uploadId }: { readonly caseId: CaseId; readonly uploadId: UploadId },
  { fetch, partFetch }: { readonly fetch: ApiOptions["fetch"]; readonly partFetch: PartFetch },
): SendPorts {
  return {
    open: (chunks) => openWithRoom(caseId, uploadId, chunks, fetch),
    state: () => api(DESK_ROUTES.uploadState, { caseId, uploadId }, { fetch }),
    begun: (n) => api(DESK_ROUTES.partBegun, { caseId, uploadId, n }, { fetch }),
    putPart: (n, sealed, digest, from) =>
      sendPart(DESK_ROUTES.putPart, { uploadId, n }, sealed, digest, { fetch: partFetch }, from),
    finish: (partsDigest) => api(DESK_ROUTES.finishUpload, { caseId, uploadId, partsDigest }, { fetch }),
  }
}

/** More than this many puzzles would be another gigabyte's wait: then the person is told that the room is used. */
const MOST_PUZZLES = 200

/** Opens an upload; where the case's room is used, the computer works for more, which nobody has to be asked. */
async function openWithRoom(
  caseId: CaseId,
  uploadId: UploadId,
  chunks: number,
  fetch: ApiOptions["fetch"],
): Promise<Result<unknown, ApiFailure>> {
  let opened = await api(DESK_ROUTES.openUpload, { caseId, uploadId, chunks }, { fetch })
  for (let puzzle = 0; puzzle < MOST_PUZZLES; puzzle++) {
    if (opened.ok || opened.error !== "budget_used") return opened
    const task = await api(DESK_ROUTES.work, { purpose: "budget" }, { fetch })
    if (!task.ok) return task
    const { challenge, bits } = task.value
    const solved = await solvePow({ challenge: fromBase64url(challenge) ?? new Uint8Array(0), bits })
    if (!solved.ok) return opened
    const work = { challenge, nonce: solved.value }
    opened = await api(DESK_ROUTES.openUpload, { caseId, uploadId, chunks, work }, { fetch })
  }
  return opened
}
