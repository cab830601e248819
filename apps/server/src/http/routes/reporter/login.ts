import { err, ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import { newToken } from "../../../auth/case-token.ts"
import { checkedLogin } from "../../../auth/login.ts"
import type { Handler } from "../../handler.ts"

export const login: Handler<typeof REPORTER_ROUTES.login> = async (request, { deps }) => {
  const found = await deps.store.cases.findByHandle(request.handle)
  const checked = checkedLogin(deps, request, found ?? null)
  if (!checked.ok) return checked
  return deps.store.transaction(async (tx) => {
    if (!(await tx.tokens.spend(checked.value.hash, checked.value.endsMs))) return err("login_failed")
    return ok(await newToken(deps, tx, checked.value.row))
  })
}
