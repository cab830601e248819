import { ok } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { REPORTER_ROUTES } from "@shn/wire"
import { newWork, WORK_SECONDS } from "../../../auth/work.ts"
import type { Handler } from "../../handler.ts"

export const work: Handler<typeof REPORTER_ROUTES.work> = async ({ purpose }, { deps }) =>
  ok({
    challenge: base64url(newWork(deps, purpose)),
    bits: deps.workBits,
    expiresInSeconds: WORK_SECONDS,
  })
