import { ok } from "@shn/domain"
import type { AGENCY_ROUTES } from "@shn/wire"
import { takeAnswer } from "../../../releases/answer.ts"
import { inboxOf, openRelease as openedRelease } from "../../../releases/inbox.ts"
import { packagePart as partOfPackage } from "../../../releases/package-part.ts"
import type { Handler } from "../../handler.ts"

export const inbox: Handler<typeof AGENCY_ROUTES.inbox> = async (_, { deps, caller }) =>
  ok(await inboxOf(deps, caller))

export const openRelease: Handler<typeof AGENCY_ROUTES.openRelease> = ({ releaseId }, { deps, caller }) =>
  openedRelease(deps, caller, releaseId)

export const packagePart: Handler<typeof AGENCY_ROUTES.packagePart> = (place, { deps, caller }) =>
  partOfPackage(deps, caller, place)

export const answer: Handler<typeof AGENCY_ROUTES.answer> = (request, { deps, caller }) =>
  takeAnswer(deps, caller, request)
