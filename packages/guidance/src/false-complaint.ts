import type { Locale } from "@shn/domain"
import { type Card, cardsOf } from "./schema.ts"

/** The "law" page alone, as `loadRegistry` has the doors alone. */
const LAW: { readonly [L in Locale]: () => Promise<{ readonly cards: readonly Card[] }> } = {
  en: () => import("./content/en/law.ts"),
  ur: () => import("./content/ur/law.ts"),
  "ur-Latn": () => import("./content/ur-Latn/law.ts"),
}

/**
 * The law on knowingly false complaints, for whoever is about to give their word. `meta.section` names it: "PPC 1860, s. 182".
 * @throws Error when the file cannot be fetched, or the card is no longer there (the check of the content finds that first)
 */
export async function loadFalseComplaintLaw(locale: Locale): Promise<Card<"law">> {
  const card = cardsOf("law", (await LAW[locale]()).cards).find(({ id }) => id === "law-false-complaint")
  if (card === undefined) throw new Error("the law on false complaints is not among the cards")
  return card
}
