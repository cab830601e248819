import { dayOf, ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import { revokeConsent } from "../../../releases/revoke.ts"
import { submitRelease } from "../../../releases/submit.ts"
import { releaseViews } from "../../../releases/view.ts"
import type { Handler } from "../../handler.ts"

export const release: Handler<typeof REPORTER_ROUTES.release> = ({ release }, { deps, caller }) =>
  submitRelease(deps, caller, release)

export const revoke: Handler<typeof REPORTER_ROUTES.revoke> = ({ revocation }, { deps, caller }) =>
  revokeConsent(deps, caller, revocation)

export const releases: Handler<typeof REPORTER_ROUTES.releases> = async (_, { deps, caller }) => {
  const today = dayOf(deps.clock())
  return deps.store.transaction(async (tx) => ok(await releaseViews(tx, caller.row, today)))
}
