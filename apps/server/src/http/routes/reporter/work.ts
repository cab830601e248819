import { ok } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { DESK_ROUTES, REPORTER_ROUTES, v, WorkRequest } from "@shn/wire"
import { newWork, WORK_SECONDS } from "../../../auth/work.ts"
import type { Deps } from "../../../deps.ts"
import type { Handler } from "../../handler.ts"

export const work: Handler<typeof REPORTER_ROUTES.work> = async (request, { deps }) => puzzle(request, deps)
export const deskWork: Handler<typeof DESK_ROUTES.work> = async (request, { deps }) => puzzle(request, deps)

function puzzle({ purpose }: v.InferOutput<typeof WorkRequest>, deps: Deps) {
  return ok({
    challenge: base64url(newWork(deps, purpose)),
    bits: deps.workBits,
    expiresInSeconds: WORK_SECONDS,
  })
}
