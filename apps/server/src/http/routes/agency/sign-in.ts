import { err, ok } from "@shn/domain"
import type { AGENCY_ROUTES } from "@shn/wire"
import { AGENCY_DOOR } from "../../../auth/door.ts"
import { judgedSignIn } from "../../../auth/sign-in.ts"
import { newSession } from "../../../auth/staff-session.ts"
import type { Handler } from "../../handler.ts"

/** Besides the officer's own sealed keys, the keys of the inbox that were wrapped to this officer, the older ones too. */
export const signIn: Handler<typeof AGENCY_ROUTES.signIn> = async (
  request,
  { deps, setSession, setRetryAfter },
) => {
  const judged = await judgedSignIn(deps, request, setRetryAfter, AGENCY_DOOR)
  if (!judged.ok) return judged
  const { memberId, alias, keyId, sealedSmk, sealedSeeds } = judged.value
  const { officers, wraps } = deps.organisation().agencies
  const found = officers.get(keyId)
  if (found === undefined) return err("sign_in_failed")
  const { agencyId } = found.agency
  setSession(await newSession(deps, keyId))
  return ok({
    memberId,
    alias,
    keyId,
    agencyId,
    sealedSmk,
    sealedSeeds,
    inboxWraps: wraps.filter((wrap) => wrap.keyId === keyId && wrap.agencyId === agencyId),
  })
}
