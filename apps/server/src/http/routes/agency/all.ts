import { ok } from "@shn/domain"
import type { AGENCY_ROUTES, DEMO_AGENCY_ROUTES } from "@shn/wire"
import { AGENCY_DOOR } from "../../../auth/door.ts"
import type { Handlers } from "../../handler.ts"
import { signInStartAt } from "../desk/sign-in-start.ts"
import { directory } from "../reporter/directory.ts"
import { answer, inbox, openRelease, packagePart } from "./inbox.ts"
import { signIn } from "./sign-in.ts"
import { signOut } from "./sign-out.ts"

/** The agency origin's routes. */
export const AGENCY_HANDLERS: Handlers<typeof AGENCY_ROUTES> = {
  directory,
  signInStart: signInStartAt(AGENCY_DOOR),
  signIn,
  signOut,
  inbox,
  openRelease,
  packagePart,
  answer,
}

/** Mounted for a demo helpline only. */
export const DEMO_AGENCY_HANDLERS: Handlers<typeof DEMO_AGENCY_ROUTES> = {
  demoSignIns: async (_, { deps }) => ok({ signIns: [...(deps.demo?.agencySignIns ?? [])] }),
}
