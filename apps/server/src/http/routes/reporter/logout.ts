import { ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import type { Handler } from "../../handler.ts"

export const logout: Handler<typeof REPORTER_ROUTES.logout> = async (_, { deps, caller }) => {
  await deps.store.tokens.remove(caller.tokenHash)
  return ok({})
}
