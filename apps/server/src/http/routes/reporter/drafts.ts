import { err, ok } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { REPORTER_ROUTES } from "@shn/wire"
import type { Handler } from "../../handler.ts"

export const newDraftKey: Handler<typeof REPORTER_ROUTES.newDraftKey> = async (_, { deps }) => {
  const draft = { draftId: base64url(deps.random(16)), key: base64url(deps.random(32)) }
  deps.drafts.add(draft.draftId, draft.key)
  return ok(draft)
}

export const openDraft: Handler<typeof REPORTER_ROUTES.openDraft> = async ({ draftId }, { deps }) => {
  const key = deps.drafts.open(draftId)
  return key === null ? err("draft_gone") : ok({ key })
}

export const dropDraft: Handler<typeof REPORTER_ROUTES.dropDraft> = async ({ draftId }, { deps }) => {
  deps.drafts.drop(draftId)
  return ok({})
}
