import { COMPLAINT_MATTERS, type Day, LOCALES, PROVINCES } from "@shn/domain"
import { describe, expect, test } from "vitest"
import { agencyRegistry, cardsOf, competentAgencies, type FilingQuestion, loadCards } from "./index.ts"

const today = "2026-11-23" as Day
const cards = await loadCards("en", "doors")
const registry = agencyRegistry(cards, today)
const entry = (id: string) => {
  const found = registry.find((agency) => agency.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const ids = (question: FilingQuestion, day: Day = today) =>
  competentAgencies(agencyRegistry(cards, day), question).map((agency) => agency.id)

describe("the registry of agencies", () => {
  test("names NCCIA for cybercrime since April 2025 and FIA before, never both", () => {
    const question = { matter: "cybercrime", province: "any", isFederal: false } as const
    expect(ids(question)).toEqual(["door-nccia"])
    expect(ids(question, "2025-04-01" as Day)).toEqual(["door-nccia"])
    expect(ids(question, "2025-03-31" as Day)).toEqual(["door-fia"])
  })

  test("keeps FIA for other federal crimes, and says that cybercrime was its matter once", () => {
    expect(ids({ matter: "other_federal_crime", province: "any", isFederal: false })).toEqual(["door-fia"])
    expect(entry("door-fia").formerMatters).toContain("cybercrime")
    expect(entry("door-nccia").wrongDoors).toEqual(["door-fia"])
  })

  test("sends a workplace in one province to that province, and a federal one to FOSPAH, which cannot pass it on", () => {
    const work = (province: FilingQuestion["province"], isFederal: boolean) =>
      ids({ matter: "workplace", province, isFederal }).filter((id) => id !== "door-committee")
    expect(work("punjab", false)).toEqual(["door-ombudsperson-punjab"])
    expect(work("sindh", false)).toEqual(["door-ombudsperson-sindh"])
    expect(work("kp", false)).toEqual(["door-ombudsperson-kp"])
    expect(work("balochistan", false)).toEqual(["door-ombudsperson-balochistan"])
    expect(work("ict", false)).toEqual(["door-fospah"])
    expect(work("punjab", true)).toEqual(["door-fospah"])
    expect(work("gb", false)).toEqual([])
  })

  test("has a door for every matter it knows, in every province that has one", () => {
    for (const matter of COMPLAINT_MATTERS)
      expect(
        PROVINCES.flatMap((province) => ids({ matter, province, isFederal: false })).length,
        matter,
      ).toBeGreaterThan(0)
  })

  test("says of every entry where it comes from, when it was checked, until when it holds and who reviewed it", () => {
    for (const { facts, forms, id } of registry)
      for (const head of [facts, ...forms.map((form) => form.facts)]) {
        expect(head.sources.length, id).toBeGreaterThan(0)
        expect(head.checkedOn < head.expiresOn, id).toBe(true)
        expect(head.isExpired, id).toBe(false)
        expect(head.reviewer === null || head.reviewer.length > 2, id).toBe(true)
      }
  })

  test("says that an entry is out of date from its last day on", () => {
    const later = agencyRegistry(cards, "2027-05-22" as Day)
    expect(later.every(({ facts }) => facts.isExpired)).toBe(true)
  })

  test("marks what our sources are not certain of: the whole of PTA, and of NCCIA's form line by line", () => {
    expect(entry("door-pta").facts.isToVerify).toBe(true)
    const form = entry("door-nccia").forms[0]
    const unsure = form?.definition.fields.filter(({ isToVerify }) => isToVerify).map(({ key }) => key)
    expect(form?.definition.isToVerify).toBe(true)
    expect(unsure).toEqual(["gender", "city", "email", "occupation", "category", "details"])
  })

  test("knows that NCCIA wants a name and takes 3,400 letters", () => {
    expect(entry("door-nccia").anonymous).toBe("no")
    expect(entry("door-nccia").forms[0]?.definition).toMatchObject({
      needsName: true,
      textLimit: 3400,
      agencyId: "door-nccia",
    })
  })

  test("treats an agency of which nobody knows whether it wants a name as one that does", () => {
    expect(entry("door-fospah").anonymous).toBe("unknown")
    expect(entry("door-fospah").forms[0]?.definition.needsName).toBe(true)
  })

  test("gives one form of several agencies each under its own name", () => {
    for (const agency of registry)
      for (const form of agency.forms) expect(form.definition.agencyId).toBe(agency.id)
    expect(entry("door-police").forms[0]?.definition.id).toBe(entry("door-fospah").forms[0]?.definition.id)
  })

  test("is the same in every language, but for the words", async () => {
    const bare = (agencies: typeof registry) =>
      agencies.map(({ id, matters, anonymous, provinces, wrongDoors, forms }) => ({
        id,
        matters,
        anonymous,
        provinces,
        wrongDoors,
        forms: forms.map(({ definition }) => definition),
      }))
    for (const locale of LOCALES)
      expect(bare(agencyRegistry(await loadCards(locale, "doors"), today))).toEqual(bare(registry))
  })

  test("leaves doors that only show the way out of the registry", () => {
    const shown = cardsOf("agency", cards).map((card) => card.id)
    expect(shown).toContain("door-drf")
    expect(registry.map(({ id }) => id)).not.toContain("door-drf")
  })
})
