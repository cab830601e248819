import type { Locale } from "@shn/domain"
import { type ConsentText, loadConsent } from "../text/consent/area.ts"
import { ConsentSection } from "./consent-section.tsx"

/** This part of a case with its sentences: fetched when somebody opens it, and not before. */
export async function loadConsentSection(
  locale: Locale,
): Promise<{ readonly Section: typeof ConsentSection; readonly text: ConsentText }> {
  return { Section: ConsentSection, text: await loadConsent(locale) }
}
