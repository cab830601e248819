import type { CaseId, UploadId } from "@shn/domain"
import { useRemote } from "@shn/staff"
import { DESK_ROUTES } from "@shn/wire"
import { useDesk } from "../app/desk-context.tsx"

/** How much of somebody's file has arrived, 0 to 1; null while that is not known; "expired" when it was given up. */
export function useArrival(caseId: CaseId, uploadId: UploadId): number | "expired" | null {
  const { call } = useDesk()
  const { remote } = useRemote(`upload ${uploadId}`, () =>
    call(DESK_ROUTES.uploadState, { caseId, uploadId }),
  )
  if (remote.kind === "failed") return remote.failure === "not_found" ? "expired" : null
  if (remote.kind === "loading") return null
  const { parts } = remote.value
  return parts.filter((part) => part !== null).length / parts.length
}
