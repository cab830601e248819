import type { DEMO_ROUTES, DESK_ROUTES } from "@shn/wire"
import { DESK_DOOR } from "../../../auth/door.ts"
import { memberOf } from "../../../uploads/caller.ts"
import type { Handlers } from "../../handler.ts"
import { directory } from "../reporter/directory.ts"
import { deskWork } from "../reporter/work.ts"
import { uploadHandlers } from "../upload-handlers.ts"
import { addEnvelope } from "./add-envelope.ts"
import { answerOffer } from "./answer-offer.ts"
import { candidates } from "./candidates.ts"
import { changeRoster } from "./change-roster.ts"
import { decision } from "./decision.ts"
import { demoSignIns } from "./demo-sign-ins.ts"
import { handOffer } from "./hand-offer.ts"
import { myCases } from "./my-cases.ts"
import { offers } from "./offers.ts"
import { readCase } from "./read-case.ts"
import { handOver, releases } from "./releases.ts"
import { signIn } from "./sign-in.ts"
import { signInStartAt } from "./sign-in-start.ts"
import { signOut } from "./sign-out.ts"
import { unowned } from "./unowned.ts"

/** The desk origin's routes. */
export const DESK_HANDLERS: Handlers<typeof DESK_ROUTES> = {
  directory,
  signInStart: signInStartAt(DESK_DOOR),
  signIn,
  signOut,
  offers,
  answerOffer,
  myCases,
  readCase,
  addEnvelope,
  changeRoster,
  work: deskWork,
  ...uploadHandlers(memberOf),
  releases,
  handOver,
  unowned,
  candidates,
  decision,
  handOffer,
}

/** Mounted for a demo helpline only. */
export const DEMO_HANDLERS: Handlers<typeof DEMO_ROUTES> = { demoSignIns }
