import type { RoutingFacets } from "@shn/domain"
import { type Fact, Facts } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import type { DeskText } from "../text/all.ts"

/** The little that our computer knows of a need, in words. Gone once somebody has accepted it. */
export function FacetFacts({ facets }: { readonly facets: RoutingFacets }) {
  const { text } = useDesk()
  return <Facts items={factsOf(facets, text)} />
}

function factsOf(facets: RoutingFacets, { words, offers }: DeskText): readonly Fact[] {
  const { facts } = offers
  return [
    { term: facts.act, detail: words.act[facets.actFamily] },
    { term: facts.languages, detail: facets.languages.map((code) => words.language[code]).join(" · ") },
    { term: facts.channel, detail: words.channel[facets.channel] },
    { term: facts.minor, detail: words.minor[facets.minor] },
    { term: facts.gender, detail: genderWish(facets.genderWish, words) },
    { term: facts.province, detail: words.province[facets.province] },
  ]
}

function genderWish(wish: RoutingFacets["genderWish"], words: DeskText["words"]): string {
  if (wish.strength === "any") return words.genderAny
  const gender = words.gender[wish.gender]
  return wish.strength === "must" ? words.genderMust(gender) : words.genderPrefer(gender)
}
