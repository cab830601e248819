import type { Locale } from "@shn/domain"
import { type CommonText, loadCommonText } from "@shn/ui"
import { type CasesText, loadCasesText } from "./cases/area.ts"
import { type CoordinationText, loadCoordinationText } from "./coordination/area.ts"
import { type FilesText, loadFilesText } from "./files/area.ts"
import { loadOffersText, type OffersText } from "./offers/area.ts"
import { loadProblemsText, type ProblemsText } from "./problems/area.ts"
import { loadShellText, type ShellText } from "./shell/area.ts"
import { loadSignInText, type SignInText } from "./sign-in/area.ts"
import { loadVocabularyText, type VocabularyText } from "./vocabulary/area.ts"

/** Every sentence of the desk in one language. */
export type DeskText = {
  readonly common: CommonText
  readonly shell: ShellText
  readonly signIn: SignInText
  readonly offers: OffersText
  readonly cases: CasesText
  readonly files: FilesText
  readonly coordination: CoordinationText
  readonly problems: ProblemsText
  readonly words: VocabularyText
}

/** Loads them all at once: staff stay for hours, and a screen must never wait for its words. */
export async function loadDeskText(locale: Locale): Promise<DeskText> {
  const [common, shell, signIn, offers, cases, files, coordination, problems, words] = await Promise.all([
    loadCommonText(locale),
    loadShellText(locale),
    loadSignInText(locale),
    loadOffersText(locale),
    loadCasesText(locale),
    loadFilesText(locale),
    loadCoordinationText(locale),
    loadProblemsText(locale),
    loadVocabularyText(locale),
  ])
  return { common, shell, signIn, offers, cases, files, coordination, problems, words }
}
