import { ok } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { REPORTER_ROUTES } from "@shn/wire"
import { newLoginChallenge } from "../../../auth/login.ts"
import type { Handler } from "../../handler.ts"

/** Nothing is looked up, so a handle that exists and one that does not are answered alike and equally fast. */
export const loginChallenge: Handler<typeof REPORTER_ROUTES.loginChallenge> = async ({ handle }, { deps }) =>
  ok({ challenge: base64url(newLoginChallenge(deps, handle)) })
