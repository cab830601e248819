/**
 * What kinds of cards the guidance is made of, and which fields each kind has. This one table drives the
 * parser, the validator, the types the apps see and the check of docs/CONTENT-GUIDE.md.
 *
 * A text field is "one" line or a "list" of lines, in every language; "?" marks a field that may be missing.
 * A meta field is one word or number ("text"), a comma list of words ("list"), or ids of cards ("ids").
 */
export const KINDS = {
  hotline: {
    page: "danger-now",
    text: { title: "one", for: "list", hours: "one", note: "list?" },
    meta: { number: "text", provinces: "list", round_the_clock: "text", urgent: "text", whatsapp: "text?" },
  },
  danger: { page: "danger-now", text: { title: "one", points: "list" }, meta: { call: "list?" } },
  type: {
    page: "types",
    text: { title: "one", what: "list", signs: "list", ladder: "list", do: "list", not: "list" },
    meta: { family: "text", laws: "ids?", doors: "ids", guides: "ids?" },
  },
  law: {
    page: "law",
    text: {
      title: "one",
      plain: "list",
      punishment: "list",
      who: "list",
      forum: "list",
      time: "list",
      odds: "list",
      contested: "list?",
    },
    meta: { section: "text" },
  },
  agency: {
    page: "doors",
    text: { title: "one", for: "list", how: "list", honest: "list" },
    meta: {
      web: "text?",
      mail: "text?",
      call: "list?",
      from_day: "text?",
      until_day: "text?",
      takes: "list?",
      took: "list?",
      provinces: "list?",
      federal: "text?",
      wrong_doors: "ids?",
      anonymous: "text",
    },
  },
  form: {
    page: "doors",
    text: { title: "one", intro: "list", ask: "list" },
    meta: { agency: "ids", keys: "list", limit: "text?" },
  },
  playbook: {
    page: "playbooks",
    text: { title: "one", first: "list", steps: "list", not: "list", next: "list" },
    meta: { types: "ids", doors: "ids", call: "list?" },
  },
  coping: { page: "coping", text: { title: "one", intro: "list", points: "list" }, meta: { call: "list?" } },
  others: {
    page: "for-others",
    text: { title: "one", intro: "list", points: "list", not: "list" },
    meta: { call: "list?" },
  },
  evidence: {
    page: "evidence",
    text: { title: "one", intro: "list?", points: "list", not: "list?" },
    meta: {},
  },
  platform: {
    page: "platforms",
    text: { title: "one", intro: "list?", points: "list", not: "list?" },
    meta: { web: "text?" },
  },
  safety: { page: "safety", text: { title: "one", intro: "list", points: "list" }, meta: {} },
  plan: { page: "safety-plan", text: { title: "one", points: "list" }, meta: {} },
  fair: { page: "fair", text: { title: "one", intro: "list", points: "list" }, meta: {} },
  quiz: { page: "learn", text: { title: "one", options: "list", answer: "list" }, meta: { right: "text" } },
  sign: { page: "learn", text: { title: "one", may_mean: "list", do: "list" }, meta: { type: "ids" } },
  question: {
    page: "check",
    text: { title: "one", help: "list?", options: "list" },
    meta: { field: "text", codes: "list", many: "text", when: "text" },
  },
  rule: {
    page: "check",
    text: { why: "list" },
    meta: { decides: "text", when: "text", gives: "text", order: "text?" },
  },
  step: { page: "check", text: { title: "one", meaning: "list" }, meta: { place: "text" } },
  gate: { page: "reply", text: { title: "one", why: "list" }, meta: { condition: "text" } },
  reply: { page: "reply", text: { title: "one", message: "list" }, meta: { relationship: "text" } },
  advice: { page: "reply", text: { title: "one", points: "list" }, meta: {} },
  notice: { page: "notices", text: { title: "one" }, meta: {} },
} as const satisfies Record<string, KindSpec>

type TextShape = "one" | "list" | "one?" | "list?"
type MetaShape = "text" | "list" | "ids" | "text?" | "list?" | "ids?"
/** The shape of one row of KINDS. */
export type KindSpec = {
  readonly page: string
  readonly text: Readonly<Record<string, TextShape>>
  readonly meta: Readonly<Record<string, MetaShape>>
}

export type Kind = keyof typeof KINDS
export type PageName = (typeof KINDS)[Kind]["page"]

/** How well a fact is supported. high: settled. medium: shown with "verify". low: never shown. */
export const CONFIDENCES = ["high", "medium", "low"] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** One paragraph or list entry. `verify` asks the screen to show the "verify" mark beside it. */
export type Line = { readonly text: string; readonly verify?: true }

/** The keys of a row of KINDS whose field must be there, and those ("?") that may be missing. */
type Sure<S> = { [F in keyof S]: S[F] extends `${string}?` ? never : F }[keyof S]
type Maybe<S> = Exclude<keyof S, Sure<S>>
type TextFields<S> = { readonly [F in Sure<S>]: TextValue<S[F]> } & {
  readonly [F in Maybe<S>]?: TextValue<S[F]>
}
type MetaFields<S> = { readonly [F in Sure<S>]: MetaValue<S[F]> } & {
  readonly [F in Maybe<S>]?: MetaValue<S[F]>
}
type TextValue<S> = S extends `one${string}` ? Line : readonly Line[]
type MetaValue<S> = S extends `text${string}` ? string : readonly string[]
type CardByKind = {
  readonly [P in Kind]: {
    readonly id: string
    readonly kind: P
    readonly sources: readonly string[]
    /** "medium" means: show the "verify" mark on the whole card. */
    readonly confidence: "high" | "medium"
    /** Days, "2026-11-22". */
    readonly checkedOn: string
    readonly expiresOn: string
    /** Name or role of the person who reviewed it; null: "not yet reviewed". */
    readonly reviewer: string | null
    readonly meta: MetaFields<(typeof KINDS)[P]["meta"]>
    readonly text: TextFields<(typeof KINDS)[P]["text"]>
  }
}

/** A card in one language, as a page hands it to a screen. */
export type Card<K extends Kind = Kind> = Extract<CardByKind[Kind], { readonly kind: K }>

/** True if the word names a kind of card. */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(KINDS, word)
}

/** The cards of one kind, in the order of the content files. */
export function cardsOf<K extends Kind>(kind: K, cards: readonly Card[]): readonly Card<K>[] {
  return cards.filter((card): card is Card<K> => card.kind === kind)
}
