import { err, ok } from "@shn/domain"
import type { DESK_ROUTES } from "@shn/wire"
import { DESK_DOOR } from "../../../auth/door.ts"
import { judgedSignIn } from "../../../auth/sign-in.ts"
import { newSession } from "../../../auth/staff-session.ts"
import type { Handler } from "../../handler.ts"

export const signIn: Handler<typeof DESK_ROUTES.signIn> = async (
  request,
  { deps, setSession, setRetryAfter },
) => {
  const judged = await judgedSignIn(deps, request, setRetryAfter, DESK_DOOR)
  if (!judged.ok) return judged
  const record = judged.value
  const member = deps.organisation().members.get(record.keyId)
  if (member === undefined) return err("sign_in_failed")
  setSession(await newSession(deps, record.keyId))
  return ok({
    memberId: record.memberId,
    alias: record.alias,
    keyId: record.keyId,
    roles: member.roles,
    sealedSmk: record.sealedSmk,
    sealedSeeds: record.sealedSeeds,
  })
}
