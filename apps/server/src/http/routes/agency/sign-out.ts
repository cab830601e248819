import { ok } from "@shn/domain"
import type { AGENCY_ROUTES } from "@shn/wire"
import type { Handler } from "../../handler.ts"

export const signOut: Handler<typeof AGENCY_ROUTES.signOut> = async (_, { deps, caller, setSession }) => {
  await deps.store.staff.endSession(caller.sessionHash)
  setSession(null)
  return ok({})
}
