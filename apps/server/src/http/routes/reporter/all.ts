import type { REPORTER_ROUTES } from "@shn/wire"
import { reporterOf } from "../../../uploads/caller.ts"
import type { Handlers } from "../../handler.ts"
import { uploadHandlers } from "../upload-handlers.ts"
import { addEnvelope } from "./add-envelope.ts"
import { changeRoster } from "./change-roster.ts"
import { directory } from "./directory.ts"
import { dropDraft, newDraftKey, openDraft } from "./drafts.ts"
import { duty } from "./duty.ts"
import { login } from "./login.ts"
import { loginChallenge } from "./login-challenge.ts"
import { logout } from "./logout.ts"
import { openCase } from "./open-case.ts"
import { propose } from "./propose.ts"
import { readCase } from "./read-case.ts"
import { release, releases, revoke } from "./releases.ts"
import { submit } from "./submit.ts"
import { work } from "./work.ts"

/** The reporter origin's routes. */
export const REPORTER_HANDLERS: Handlers<typeof REPORTER_ROUTES> = {
  directory,
  duty,
  work,
  openCase,
  loginChallenge,
  login,
  logout,
  propose,
  submit,
  readCase,
  addEnvelope,
  changeRoster,
  ...uploadHandlers(reporterOf),
  release,
  revoke,
  releases,
  newDraftKey,
  openDraft,
  dropDraft,
}
