import type { ReleasePackageRow } from "../store/release-rows.ts"
import type { Queries } from "../store/store.ts"
import { markDropped } from "../uploads/drop-upload.ts"

/** Takes a package out of an agency's inbox: nobody gets its cover or another part, and its bytes go within moments. */
export async function withdrawPackage(
  tx: Queries,
  { upload_id, cover }: ReleasePackageRow,
  nowMs: number,
): Promise<void> {
  if (cover === null) return
  await tx.releases.removeCover(upload_id)
  const upload = await tx.uploads.lock(upload_id)
  if (upload?.state === "finished") await markDropped(tx, upload_id, nowMs)
}
