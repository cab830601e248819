import { LOCALES } from "@shn/domain"
import { describe, expect, test } from "vitest"
import { loadCards } from "./pages.ts"
import { REPLY_AUTHORITIES, REPLY_RELATIONSHIPS, replyText } from "./reply-text.ts"

const OPEN = { decision: "may_reply", heldBackBy: [], isExpertRead: false } as const
const READ_BY_EXPERT = { ...OPEN, isExpertRead: true } as const

async function cardsIn(locale: (typeof LOCALES)[number]) {
  return [...(await loadCards(locale, "reply")), ...(await loadCards(locale, "notices"))]
}

describe("the firm reply", () => {
  test.each(LOCALES)("has one short message for every relationship and authority in %s", async (locale) => {
    const cards = await cardsIn(locale)
    for (const to of REPLY_RELATIONSHIPS) {
      for (const authority of REPLY_AUTHORITIES) {
        const text = replyText(READ_BY_EXPERT, cards, to, authority)
        if (!text.ok) throw new Error(`${to} ${authority}`)
        expect(text.value).not.toMatch(/[{}\d]/)
        expect(text.value.length).toBeLessThan(400)
      }
    }
  })

  test("names the authority in the words of the language", async () => {
    expect(replyText(OPEN, await cardsIn("en"), "online", "nccia")).toEqual({
      ok: true,
      value:
        "I do not want to be contacted by you in any way. Please stop. Further contact will be reported to NCCIA, the cybercrime agency.",
    })
  })

  test("goes to a senior only after an expert has read it", async () => {
    expect(replyText(OPEN, await cardsIn("ur"), "senior", "university")).toEqual({
      ok: false,
      error: "needs-expert",
    })
    expect(replyText(READ_BY_EXPERT, await cardsIn("ur"), "senior", "university").ok).toBe(true)
  })

  test("says so when a language has no text", () => {
    expect(replyText(OPEN, [], "colleague", "committee")).toEqual({ ok: false, error: "no-text" })
  })
})
