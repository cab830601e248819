import { ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import { ceilTo } from "../../../rules/grain.ts"
import { coordinatorsOnDuty } from "../../../rules/pool.ts"
import type { Handler } from "../../handler.ts"

const QUARTER_HOUR_MS = 15 * 60 * 1000

export const duty: Handler<typeof REPORTER_ROUTES.duty> = async (_, { deps }) => {
  const { onDuty, nextMs } = coordinatorsOnDuty(deps.organisation(), deps.clock())
  const nextAt =
    onDuty.length > 0 || nextMs === null ? null : new Date(ceilTo(nextMs, QUARTER_HOUR_MS)).toISOString()
  return ok({ onDuty: [...onDuty], nextAt })
}
