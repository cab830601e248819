import type { Locale } from "@shn/domain"
import { type FailuresText, loadFailuresText, loadSignInText, type SignInText } from "@shn/staff"
import { type CommonText, type FilingText, loadCommonText, loadFilingText } from "@shn/ui"
import { type CasesText, loadCasesText } from "./cases/area.ts"
import { type ComplaintText, loadComplaintText } from "./complaint/area.ts"
import { type CoordinationText, loadCoordinationText } from "./coordination/area.ts"
import { type DoorText, loadDoorText } from "./door/area.ts"
import { type FilesText, loadFilesText } from "./files/area.ts"
import { type FilingDeskText, loadFilingDeskText } from "./filing/area.ts"
import { type HandOverText, loadHandOverText } from "./hand-over/area.ts"
import { loadOffersText, type OffersText } from "./offers/area.ts"
import { loadProblemsText, type ProblemsText } from "./problems/area.ts"
import { loadShellText, type ShellText } from "./shell/area.ts"
import { loadVocabularyText, type VocabularyText } from "./vocabulary/area.ts"

/** Every sentence of the desk in one language. */
export type DeskText = {
  readonly common: CommonText
  readonly shell: ShellText
  readonly signIn: SignInText & DoorText
  readonly offers: OffersText
  readonly cases: CasesText
  readonly files: FilesText
  readonly complaint: ComplaintText
  readonly handOver: HandOverText
  readonly filing: FilingDeskText & { readonly sheet: FilingText }
  readonly coordination: CoordinationText
  readonly problems: ProblemsText & { readonly failure: FailuresText }
  readonly words: VocabularyText
}

/** Loads them all at once: staff stay for hours, and a screen must never wait for its words. */
export async function loadDeskText(locale: Locale): Promise<DeskText> {
  const [
    common,
    shell,
    signIn,
    door,
    offers,
    cases,
    files,
    complaint,
    handOver,
    filing,
    sheet,
    coordination,
    problems,
    failure,
    words,
  ] = await Promise.all([
    loadCommonText(locale),
    loadShellText(locale),
    loadSignInText(locale),
    loadDoorText(locale),
    loadOffersText(locale),
    loadCasesText(locale),
    loadFilesText(locale),
    loadComplaintText(locale),
    loadHandOverText(locale),
    loadFilingDeskText(locale),
    loadFilingText(locale),
    loadCoordinationText(locale),
    loadProblemsText(locale),
    loadFailuresText(locale),
    loadVocabularyText(locale),
  ])
  return {
    common,
    shell,
    signIn: { ...signIn, ...door },
    offers,
    cases,
    files,
    complaint,
    handOver,
    filing: { ...filing, sheet },
    coordination,
    problems: { ...problems, failure },
    words,
  }
}
