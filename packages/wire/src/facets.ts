import {
  ACT_FAMILIES,
  CHANNELS,
  DISCIPLINES,
  GENDERS,
  LANES,
  PROVINCES,
  SPOKEN_LANGUAGES,
  THREE_WAY,
} from "@shn/domain"
import * as v from "valibot"

export const GenderWishField = v.variant("strength", [
  v.strictObject({ strength: v.literal("any") }),
  v.strictObject({ strength: v.literal("must"), gender: v.picklist(GENDERS) }),
  v.strictObject({ strength: v.literal("prefer"), gender: v.picklist(GENDERS) }),
])

/** RoutingFacets as they travel. PRODUCT section 7: the complete list of what the router is told. */
export const RoutingFacetsField = v.strictObject({
  discipline: v.picklist(DISCIPLINES),
  languages: v.pipe(
    v.array(v.picklist(SPOKEN_LANGUAGES)),
    v.minLength(1),
    v.maxLength(SPOKEN_LANGUAGES.length),
  ),
  genderWish: GenderWishField,
  channel: v.picklist(CHANNELS),
  province: v.picklist([...PROVINCES, "any"]),
  lane: v.picklist(LANES),
  actFamily: v.picklist(ACT_FAMILIES),
  minor: v.picklist(THREE_WAY),
})
