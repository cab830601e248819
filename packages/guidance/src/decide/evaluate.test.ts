import { isMoreUrgent, LANE_ITEMS, LOCALES, THREE_WAY } from "@shn/domain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { actFamilyOf } from "../act-family.ts"
import { loadCards } from "../pages.ts"
import { ACTS, type CheckAnswers, MEDIA, NEXT_STEPS, RELATIONSHIPS, SETTINGS } from "./answers.ts"
import { evaluate } from "./evaluate.ts"
import { dangerOf, nextQuestion } from "./situation.ts"
import { decisionTables } from "./tables.ts"

const tables = decisionTables(await loadCards("en", "check"))
const types = await loadCards("en", "types")
const doors = (await loadCards("en", "doors")).filter((card) => card.kind === "agency")
const laws = await loadCards("en", "law")

const doorIds = new Set(doors.map((card) => card.id))
const ITEMS = Object.values(LANE_ITEMS).flat()
const flags = fc.dictionary(fc.constantFrom(...ITEMS), fc.constantFrom(...THREE_WAY)) as fc.Arbitrary<
  CheckAnswers["flags"]
>
const answers = fc.record(
  {
    act: fc.uniqueArray(fc.constantFrom(...ACTS), { maxLength: 5 }),
    medium: fc.constantFrom(...MEDIA),
    relationship: fc.constantFrom(...RELATIONSHIPS),
    setting: fc.constantFrom(...SETTINGS),
    minor: fc.constantFrom(...THREE_WAY),
    flags,
  },
  { requiredKeys: ["act", "flags"] },
)
const CALM = {
  danger_now: "no",
  suicidal_thoughts: "no",
  repeated: "no",
  live_extortion_deadline: "no",
} as const

function result(given: Partial<CheckAnswers>) {
  return evaluate(tables, types, { act: [], minor: "no", flags: CALM, ...given })
}

describe("is this harassment?", () => {
  test("no set of answers ends without a name, a door with its reason, three things to do and a next step", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const found = evaluate(tables, types, given)
        expect(found.types.length).toBeGreaterThan(0)
        expect(
          found.types.every(({ id, why }) => types.some((card) => card.id === id) && why.length > 0),
        ).toBe(true)
        expect(doors.some((card) => card.id === found.door.id)).toBe(true)
        expect(found.door.why.length).toBeGreaterThan(0)
        expect(found.doNow).toHaveLength(3)
        expect(found.doNot.length).toBeGreaterThan(0)
        expect(found.laws.length).toBeGreaterThan(0)
        expect(found.laws.every((id) => laws.some((card) => card.id === id))).toBe(true)
        expect(found.step.here?.text).toBeTruthy()
        expect(NEXT_STEPS).toContain(found.next.id)
      }),
      { numRuns: 1000 },
    )
  })

  test("every single combination of one act, medium, relationship and setting has its door", () => {
    for (const act of ACTS)
      for (const medium of MEDIA)
        for (const relationship of RELATIONSHIPS)
          for (const setting of SETTINGS) {
            const found = result({ act: [act], medium, relationship, setting })
            const others = [...found.wrongDoors.map(({ id }) => id), ...found.alsoDoors]
            if (!doorIds.has(found.door.id) || others.includes(found.door.id))
              throw new Error(`${act} ${medium} ${relationship} ${setting} leads to ${found.door.id}`)
          }
  })

  test("an office that is no longer competent, or never was, is never the door", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const found = evaluate(tables, types, given)
        const all = [found.door.id, ...found.alsoDoors]
        return !all.includes("door-fia") && !all.includes("door-1050")
      }),
      { numRuns: 1000 },
    )
  })

  test("the lane never goes down when a danger answer turns to yes", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...ITEMS), (given, item) => {
        const before = dangerOf(tables, given).lane
        const after = dangerOf(tables, { ...given, flags: { ...given.flags, [item]: "yes" } }).lane
        return !isMoreUrgent(before, after)
      }),
      { numRuns: 2000 },
    )
  })

  test("an unknown danger answer is never less urgent than a no, and is more urgent for danger now", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...ITEMS), (given, item) => {
        const no = dangerOf(tables, { ...given, flags: { ...given.flags, [item]: "no" } }).lane
        const unknown = dangerOf(tables, { ...given, flags: { ...given.flags, [item]: "unknown" } }).lane
        return !isMoreUrgent(no, unknown)
      }),
      { numRuns: 2000 },
    )
    expect(result({ act: ["lies"] }).lane).toBe("P3")
    expect(result({ act: ["lies"], flags: { ...CALM, danger_now: "unknown" } }).lane).toBe("P2")
    expect(result({ act: ["lies"], flags: {} }).lane).toBe("P2")
  })

  test("an unknown age is never less urgent than a grown-up, and one more act never less urgent than without it", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...ACTS), (given, act) => {
        const adult = dangerOf(tables, { ...given, minor: "no" }).lane
        const unsaid = dangerOf(tables, { ...given, minor: "unknown" }).lane
        const more = dangerOf(tables, { ...given, act: [...given.act, act] }).lane
        return !isMoreUrgent(adult, unsaid) && !isMoreUrgent(dangerOf(tables, given).lane, more)
      }),
      { numRuns: 2000 },
    )
  })

  test("danger now puts numbers first, the police as the door, and calling as the next step", () => {
    const found = result({ act: ["fake_profile"], flags: { ...CALM, danger_now: "yes" } })
    expect([found.lane, found.isNumbersFirst, found.door.id, found.next.id]).toEqual([
      "P0",
      true,
      "door-police",
      "danger-now",
    ])
  })

  test.each([
    [
      "a threat to show pictures online",
      { act: ["expose"], medium: "chat", relationship: "ex", setting: "online" },
      "type-blackmail",
      "door-nccia",
      "P1",
    ],
    [
      "a teacher who wants favours",
      { act: ["favour"], medium: "in_person", relationship: "teacher", setting: "study" },
      "type-quid-pro-quo",
      "door-university",
      "P2",
    ],
    [
      "a colleague who jokes",
      { act: ["remarks"], medium: "in_person", relationship: "colleague", setting: "work" },
      "type-hostile-place",
      "door-committee",
      "P3",
    ],
    [
      "a boss who jokes",
      { act: ["remarks"], medium: "in_person", relationship: "boss", setting: "work" },
      "type-hostile-place",
      "door-ombudsperson",
      "P2",
    ],
    [
      "punished for saying no",
      { act: ["punished"], medium: "mixed", relationship: "boss", setting: "work" },
      "type-retaliation",
      "door-ombudsperson",
      "P2",
    ],
    [
      "followed on the street",
      { act: ["followed"], medium: "in_person", relationship: "stranger", setting: "street" },
      "type-street",
      "door-police",
      "P1",
    ],
    [
      "a fake profile",
      { act: ["fake_profile"], medium: "social", relationship: "anonymous", setting: "online" },
      "type-fake-profile",
      "door-platform",
      "P3",
    ],
    [
      "a husband who hits",
      { act: ["control"], medium: "in_person", relationship: "partner", setting: "home" },
      "type-home",
      "door-family-court",
      "P1",
    ],
    [
      "dirty calls",
      { act: ["calls"], medium: "phone", relationship: "anonymous", setting: "elsewhere" },
      "type-calls",
      "door-police",
      "P3",
    ],
    [
      "an adult and a child online",
      { act: ["child"], medium: "chat", relationship: "stranger", setting: "online" },
      "type-grooming",
      "door-nccia",
      "P0",
    ],
    [
      "a face-to-face demand for money",
      { act: ["demand"], medium: "in_person", relationship: "known", setting: "elsewhere" },
      "type-blackmail",
      "door-police",
      "P1",
    ],
    [
      "forced",
      { act: ["forced"], medium: "in_person", relationship: "known", setting: "elsewhere" },
      "type-sexual-violence",
      "door-police",
      "P1",
    ],
    [
      "lies",
      { act: ["lies"], medium: "social", relationship: "known", setting: "online" },
      "type-lies",
      "door-legal-aid",
      "P3",
    ],
    [
      "nothing that has a name",
      { act: ["unsure"], medium: "in_person", relationship: "known", setting: "elsewhere" },
      "type-unnamed",
      "door-human-rights",
      "P3",
    ],
  ] as const)("%s: the name, the door and the lane", (_, given, type, door, lane) => {
    const found = result(given)
    expect([found.types[0]?.id, found.door.id, found.lane]).toEqual([type, door, lane])
  })

  test("online cases are warned off the old cybercrime wing, and a child's pictures off the tool for adults", () => {
    expect(result({ act: ["images"], medium: "social" }).wrongDoors.map(({ id }) => id)).toContain("door-fia")
    const child = result({ act: ["images"], minor: "yes", medium: "social" })
    expect(child.wrongDoors.map(({ id }) => id)).toContain("door-stopncii")
    expect(child.alsoDoors).not.toContain("door-stopncii")
    expect(child.lane).toBe("P0")
  })

  test("the place on the ladder rises with what was done, and stands in the words of that kind", () => {
    const places = (["lies", "contact", "threat", "touched"] as const).map(
      (act) => result({ act: [act] }).step.place,
    )
    expect(places).toEqual([1, 2, 3, 4])
    expect(result({ act: ["expose"] }).step.here?.text).toBe("The first demand")
  })

  test("every answer of the result cites the rule and the sources it came from", () => {
    const found = result({ act: ["images", "expose"], medium: "chat", relationship: "ex" })
    for (const part of [
      ...found.types,
      found.door,
      ...found.wrongDoors,
      found.next,
      found.step,
      ...found.raisedBy,
    ]) {
      expect(part.rule).toMatch(/^rule-/)
      expect(part.sources.length).toBeGreaterThan(0)
    }
  })

  test("asks about danger first, follows up only where it matters, and ends", () => {
    const asked: string[] = []
    let now: CheckAnswers = { act: [], flags: {} }
    for (
      let question = nextQuestion(tables, now);
      question !== undefined;
      question = nextQuestion(tables, now)
    ) {
      asked.push(question.id)
      now = answered(now, question.meta.field)
      expect(asked.length).toBeLessThan(15)
    }
    expect(asked).toEqual([
      "ask-danger",
      "ask-act",
      "ask-medium",
      "ask-relationship",
      "ask-setting",
      "ask-minor",
      "ask-repeated",
      "ask-thoughts",
    ])
  })

  test("says the same in every language", async () => {
    for (const locale of LOCALES) {
      const own = evaluate(
        decisionTables(await loadCards(locale, "check")),
        await loadCards(locale, "types"),
        { act: ["expose"], medium: "chat", flags: {} },
      )
      expect([own.types.map(({ id }) => id), own.door.id, own.lane]).toEqual([
        ["type-blackmail"],
        "door-nccia",
        "P0",
      ])
    }
  })

  test("carries only a family of acts to the router, and none when a human should be asked", () => {
    expect(actFamilyOf("type-blackmail", types)).toBe("blackmail")
    expect(actFamilyOf("type-unnamed", types)).toBe("ask_human")
    expect(actFamilyOf("type-of-nothing", types)).toBe("ask_human")
  })
})

function answered(now: CheckAnswers, field: string): CheckAnswers {
  if (field === "act") return { ...now, act: ["lies"] }
  if (field === "medium") return { ...now, medium: "social" }
  if (field === "relationship") return { ...now, relationship: "known" }
  if (field === "setting") return { ...now, setting: "online" }
  if (field === "minor") return { ...now, minor: "no" }
  return { ...now, flags: { ...now.flags, [field.replace("flag.", "")]: "no" } }
}
