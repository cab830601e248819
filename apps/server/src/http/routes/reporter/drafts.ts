import { err, ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import type { Handler } from "../../handler.ts"

export const newDraftKey: Handler<typeof REPORTER_ROUTES.newDraftKey> = async (_, { deps }) =>
  ok(deps.drafts.make())

export const openDraft: Handler<typeof REPORTER_ROUTES.openDraft> = async ({ draftId }, { deps }) => {
  const key = deps.drafts.open(draftId)
  return key === null ? err("draft_gone") : ok({ key })
}

export const dropDraft: Handler<typeof REPORTER_ROUTES.dropDraft> = async ({ draftId }, { deps }) => {
  deps.drafts.drop(draftId)
  return ok({})
}
