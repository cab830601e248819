import { ok } from "@shn/domain"
import type { DEMO_ROUTES } from "@shn/wire"
import type { Handler } from "../../handler.ts"

export const demoSignIns: Handler<typeof DEMO_ROUTES.demoSignIns> = async (_, { deps }) =>
  ok({ signIns: [...(deps.demo?.signIns ?? [])] })
