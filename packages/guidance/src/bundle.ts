import type { Locale } from "@shn/domain"

/** A line as written in a content file, `{verify}` already taken off its end. */
export type SourceLine = { readonly text: string; readonly verify: boolean }

/** A card as read from a content file: nothing about it has been checked yet. */
export type SourceCard = {
  readonly id: string
  /** "types.md:12", for a person who has to find it. */
  readonly at: string
  readonly kind: string
  readonly sources: readonly string[]
  readonly confidence: string
  readonly checkedOn: string
  readonly expiresOn: string
  readonly reviewer: string
  /** "no" keeps a card out of every page. */
  readonly shown: boolean
  readonly meta: Readonly<Record<string, string>>
  readonly text: Readonly<Record<string, Partial<Record<Locale, readonly SourceLine[]>>>>
}

/** A place a fact comes from. */
export type Source = { readonly id: string; readonly what: string; readonly seen: string }

/** The word lists a person edits beside the cards. */
export type WordLists = {
  /** Words that fail in any language, lower case, each with what to write instead. */
  readonly banned: readonly { readonly word: string; readonly instead: string }[]
  /** Wrong law or dead addresses in circulation: a text that contains one fails. */
  readonly wrong: readonly { readonly word: string; readonly instead: string }[]
  /** The one Roman Urdu spelling, and the spellings that fail. */
  readonly roman: readonly { readonly right: string; readonly wrong: readonly string[] }[]
  /** Whole strings that are rightly the same in English and Roman Urdu. */
  readonly sameInRoman: readonly string[]
  /** Numbers a text may name only to warn about them. */
  readonly warnedNumbers: readonly string[]
  /** Names written in Latin letters inside Urdu. */
  readonly latinInUrdu: readonly string[]
  /** Names left out of the reading score, because no plainer word exists. */
  readonly names: readonly string[]
  /** Words that mean the same to somebody who searches. */
  readonly search: readonly (readonly string[])[]
}

/** Everything under content/, read but not yet validated. */
export type ContentBundle = {
  readonly cards: readonly SourceCard[]
  readonly sources: readonly Source[]
  readonly words: WordLists
  /** "card/field" to the stamp of the English text the translations were made from. */
  readonly stamps: Readonly<Record<string, string>>
}

/** Something wrong with the content, and where. `advice` says what a person can do about it. */
export type Finding = {
  readonly code: FindingCode
  readonly card: string
  readonly at: string
  readonly field?: string
  readonly locale?: Locale
  readonly advice: string
}

export const FINDING_CODES = [
  "unknown-kind",
  "duplicate-id",
  "bad-id",
  "missing-source",
  "unknown-source",
  "unused-source",
  "weak-source",
  "bad-confidence",
  "bad-day",
  "checked-in-future",
  "expired",
  "missing-reviewer",
  "low-shown",
  "missing-field",
  "unknown-field",
  "missing-language",
  "blank",
  "untranslated",
  "uneven-list",
  "uneven-verify",
  "stale-translation",
  "unknown-id",
  "unknown-number",
  "banned-word",
  "wrong-fact",
  "roman-spelling",
  "wrong-script",
  "wrong-letter",
  "wrong-digit",
  "hard-to-read",
  "bad-length",
  "bad-rule",
  "no-fallback",
  "unreachable-type",
  "bad-reply",
  "bad-registry",
] as const
export type FindingCode = (typeof FINDING_CODES)[number]
