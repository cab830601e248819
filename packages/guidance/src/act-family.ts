import { ACT_FAMILIES, type ActFamily } from "@shn/domain"
import { type Card, cardsOf } from "./schema.ts"

/** The family of acts the router may be told, for a kind of harassment. "ask_human" when the card is not there. */
export function actFamilyOf(typeId: string, types: readonly Card[]): ActFamily {
  const family = cardsOf("type", types).find((card) => card.id === typeId)?.meta.family
  return ACT_FAMILIES.find((known) => known === family) ?? "ask_human"
}
