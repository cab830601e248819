import { LOCALES } from "@shn/domain"
import {
  type Card,
  cardsOf,
  decisionTables,
  evaluate,
  loadCards,
  loadSearchIndex,
  PAGE_NAMES,
} from "@shn/guidance"
import { describe, expect, test } from "vitest"
import { cardHref } from "./addresses.ts"
import { pageOf } from "./page-of.ts"
import { voiceFor } from "./read-aloud.ts"
import { usualAnswers } from "./usual-answers.ts"

const cards: readonly Card[] = (await Promise.all(PAGE_NAMES.map((page) => loadCards("en", page)))).flat()

describe("addresses of the guidance", () => {
  test("no two cards share one, and none carries more than small letters, digits and hyphens", () => {
    const all = cards.map((card) => cardHref("en", pageOf(card.kind), card.id))
    expect(new Set(all).size).toBe(all.length)
    for (const href of all) expect(href).toMatch(/^\/en\/(learn|danger)\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/)
  })

  test("everything the search can find has one, in every language", async () => {
    for (const locale of LOCALES) {
      const index = await loadSearchIndex(locale)
      for (const { id, page } of index.cards) {
        const card = cards.find((each) => each.id === id)
        expect(card === undefined ? "?" : cardHref(locale, pageOf(card.kind), id)).toBe(
          cardHref(locale, page, id),
        )
      }
    }
  })
})

describe("a page about one kind of harassment", () => {
  test.each(cardsOf("type", cards))(
    "$id: its usual answers lead back to it, and to a place that its card names",
    (type) => {
      const tables = decisionTables(cards)
      const { types, door } = evaluate(tables, cards, usualAnswers(tables, type))
      expect(types.map(({ id }) => id)).toContain(type.id)
      expect(type.meta.doors).toContain(door.id)
    },
  )
})

describe("a voice to read aloud", () => {
  const voice = (lang: string, localService: boolean) => ({ lang, localService })
  test("is one of this phone, because any other would send the text away", () => {
    expect(voiceFor("ur", [voice("ur-PK", false)])).toBeNull()
    expect(voiceFor("ur", [voice("ur-PK", false), voice("ur_PK", true)])).toEqual(voice("ur_PK", true))
  })
  test("speaks the language of the page; Roman Urdu has none", () => {
    expect(voiceFor("ur", [voice("en-GB", true)])).toBeNull()
    expect(voiceFor("ur-Latn", [voice("ur-PK", true), voice("en-GB", true)])).toBeNull()
  })
})
