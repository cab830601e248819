import {
  type ComplaintMatter,
  type Day,
  type FormDefinition,
  isComplaintField,
  isComplaintMatter,
  type Province,
  parseDay,
} from "@shn/domain"
import { type Card, cardsOf, type Line } from "./schema.ts"

/** An agency a complaint can be filed with, as content/ holds it: dated, with its source. */
export type RegistryAgency = {
  readonly id: string
  readonly title: Line
  readonly for: readonly Line[]
  readonly how: readonly Line[]
  readonly honest: readonly Line[]
  /** Matters it is competent for on the day that was asked about. */
  readonly matters: readonly ComplaintMatter[]
  /** Matters it took once and no longer takes. */
  readonly formerMatters: readonly ComplaintMatter[]
  /** Whether it takes a complaint without a name. */
  readonly anonymous: "yes" | "no" | "unknown"
  /** Offices that people take for this one. */
  readonly wrongDoors: readonly string[]
  readonly forms: readonly RegistryForm[]
  readonly provinces: readonly string[]
  readonly isFederal: boolean
  readonly web: string | null
  readonly mail: string | null
  readonly calls: readonly string[]
  readonly facts: FactHead
}

/** What an agency's form asks: the definition that the check of a complaint uses, and the words for each field. */
export type RegistryForm = {
  readonly definition: FormDefinition
  readonly title: Line
  readonly intro: readonly Line[]
  /** One for each field of the definition, in its order. */
  readonly asks: readonly Line[]
  readonly facts: FactHead
}

/** Where an entry comes from and how long it holds. */
export type FactHead = {
  readonly sources: readonly string[]
  /** True: show the "verify" mark on the whole entry. */
  readonly isToVerify: boolean
  readonly checkedOn: string
  readonly expiresOn: string
  readonly reviewer: string | null
  /** True from `expiresOn` on: nobody has looked at it again. */
  readonly isExpired: boolean
}

/**
 * The agencies of the "doors" page that take or took complaints, as they stand on a day. Facts of low confidence are not
 * among them: the build lets none through.
 */
export function agencyRegistry(cards: readonly Card[], today: Day): readonly RegistryAgency[] {
  const forms = cardsOf("form", cards)
  return cardsOf("agency", cards)
    .filter(({ meta }) => meta.takes !== undefined || meta.took !== undefined)
    .map((card) => agency(card, forms, today))
}

/** What is known about a complaint before it is decided where it goes. */
export type FilingQuestion = {
  readonly matter: ComplaintMatter
  readonly province: Province | "any"
  /** True: the place of work or study is federal or works in more than one province. */
  readonly isFederal: boolean
}

/** The agencies that are competent for a matter. Sent to another one, a complaint loses months. */
export function competentAgencies(
  registry: readonly RegistryAgency[],
  { matter, province, isFederal }: FilingQuestion,
): readonly RegistryAgency[] {
  return registry.filter((agency) => {
    if (!agency.matters.includes(matter)) return false
    if (agency.provinces.includes("all")) return true
    if (isFederal) return agency.isFederal
    return province === "any" || agency.provinces.includes(province)
  })
}

function agency(card: Card<"agency">, forms: readonly Card<"form">[], today: Day): RegistryAgency {
  const { meta, text } = card
  const hasBegun = meta.from_day === undefined || meta.from_day <= today
  const isOver = meta.until_day !== undefined && meta.until_day <= today
  const takes = matters(meta.takes)
  const took = matters(meta.took)
  return {
    id: card.id,
    title: text.title,
    for: text.for,
    how: text.how,
    honest: text.honest,
    matters: [...(hasBegun ? takes : []), ...(isOver ? [] : took)],
    formerMatters: isOver ? took : [],
    anonymous: anonymity(meta.anonymous),
    wrongDoors: meta.wrong_doors ?? [],
    forms: forms
      .filter((form) => form.meta.agency.includes(card.id))
      .map((form) => registryForm(form, card.id, anonymity(meta.anonymous), today)),
    provinces: meta.provinces ?? ["all"],
    isFederal: meta.federal === "yes",
    web: meta.web ?? null,
    mail: meta.mail ?? null,
    calls: meta.call ?? [],
    facts: factHead(card, today),
  }
}

function registryForm(
  card: Card<"form">,
  agencyId: string,
  anonymous: RegistryAgency["anonymous"],
  today: Day,
): RegistryForm {
  const facts = factHead(card, today)
  const fields = card.meta.keys.map((word, at) => {
    const key = word.replace(/!$/, "")
    if (!isComplaintField(key)) throw new Error(`${card.id}: ${key} passed the check of the content`)
    return { key, isRequired: word.endsWith("!"), isToVerify: card.text.ask[at]?.verify === true }
  })
  const expiresOn = parseDay(card.expiresOn)
  if (!expiresOn.ok) throw new Error(`${card.id}: ${card.expiresOn} passed the check of the content`)
  return {
    definition: {
      id: card.id,
      agencyId,
      // Where nobody knows, the person is told before that a name may be asked for, not after.
      needsName: anonymous !== "yes",
      fields,
      textLimit: card.meta.limit === undefined ? null : Number(card.meta.limit),
      isToVerify: facts.isToVerify,
      expiresOn: expiresOn.value,
    },
    title: card.text.title,
    intro: card.text.intro,
    asks: card.text.ask,
    facts,
  }
}

function factHead(card: Card<"agency"> | Card<"form">, today: Day): FactHead {
  const { sources, checkedOn, expiresOn, reviewer } = card
  return {
    sources,
    isToVerify: card.confidence === "medium",
    checkedOn,
    expiresOn,
    reviewer,
    isExpired: expiresOn <= today,
  }
}

function matters(words: readonly string[] | undefined): readonly ComplaintMatter[] {
  return (words ?? []).filter(isComplaintMatter)
}

function anonymity(word: string): RegistryAgency["anonymous"] {
  return word === "yes" || word === "no" ? word : "unknown"
}
