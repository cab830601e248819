import type { Locale } from "@shn/domain"
import { type FailuresText, loadFailuresText, loadSignInText, type SignInText } from "@shn/staff"
import { type CommonText, loadCommonText } from "@shn/ui"
import { type AnswerText, loadAnswerText } from "./answer/area.ts"
import { type DoorText, loadDoorText } from "./door/area.ts"
import { type FieldsText, loadFieldsText } from "./fields/area.ts"
import { type InboxText, loadInboxText } from "./inbox/area.ts"
import { loadReleaseText, type ReleaseText } from "./release/area.ts"
import { loadShellText, type ShellText } from "./shell/area.ts"

/** Every sentence of the agency's app in one language. */
export type AgencyText = {
  readonly common: CommonText
  readonly shell: ShellText
  readonly signIn: SignInText
  readonly failure: FailuresText
  readonly door: DoorText
  readonly inbox: InboxText
  readonly release: ReleaseText
  readonly answer: AnswerText
  readonly fields: FieldsText
}

/** Loads them all at once: a screen must never wait for its words. */
export async function loadAgencyText(locale: Locale): Promise<AgencyText> {
  const [common, shell, signIn, failure, door, inbox, release, answer, fields] = await Promise.all([
    loadCommonText(locale),
    loadShellText(locale),
    loadSignInText(locale),
    loadFailuresText(locale),
    loadDoorText(locale),
    loadInboxText(locale),
    loadReleaseText(locale),
    loadAnswerText(locale),
    loadFieldsText(locale),
  ])
  return { common, shell, signIn, failure, door, inbox, release, answer, fields }
}
