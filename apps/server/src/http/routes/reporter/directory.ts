import { ok } from "@shn/domain"
import type { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import type { Handler } from "../../handler.ts"

/** Both apps ask in the same way. */
export const directory: Handler<typeof REPORTER_ROUTES.directory> & Handler<typeof DESK_ROUTES.directory> =
  async (_, { deps }) => {
    const { registrars, directory: signed } = deps.organisation().file
    return ok({ registrars, directory: signed })
  }
