import { DECLINE_REASONS, HARD_RULES } from "@shn/domain"
import type { DeskText } from "../text/all.ts"

/** A rule in words. The server sends codes as text: one that this version does not know is shown as it is. */
export function ruleWords(text: DeskText, code: string): string {
  const known = [...HARD_RULES, "empty_pool" as const].find((rule) => rule === code)
  return known === undefined ? code : text.words.rule[known]
}

/** The state of an offer in words. */
export function offerStateWords(text: DeskText, code: string): string {
  const states: Readonly<Record<string, string>> = text.words.offerState
  return states[code] ?? code
}

/** Why an expert said no, in words; null when they gave no reason. */
export function declineWords(text: DeskText, code: string): string | null {
  const known = DECLINE_REASONS.find((reason) => reason === code)
  return known === undefined ? null : text.words.declineReason[known]
}
