import { ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import { caseView } from "../../../rules/case-view.ts"
import type { Handler } from "../../handler.ts"

export const readCase: Handler<typeof REPORTER_ROUTES.readCase> = async (_, { deps, caller }) =>
  ok(await caseView(deps.store, caller.row, caller.row.key_id))
