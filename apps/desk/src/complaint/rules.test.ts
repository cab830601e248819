import type { Day } from "@shn/domain"
import { addDays, BOUNDARIES, emptyComplaint, LIMIT_CODES, releaseCode } from "@shn/domain"
import { loadRegistry } from "@shn/guidance"
import type { Attachment } from "@shn/sealed"
import * as fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { agencyChoices, likelyMatter, usualPurpose } from "./agency-choice.ts"
import { evidenceLines, isFitLabel, labelOf, toggled } from "./evidence.ts"
import { handOffOf, minorOf } from "./papers.ts"
import { allLimits, type DraftFacts, draftFindings, fixedLimits, formLines, obstaclesOf } from "./rules.ts"
import type { WorkingCopy } from "./working-copy.ts"

const TODAY = "2026-11-23" as Day
const FILE = {
  uploadId: "0b2f9c1e-0000-4000-8000-000000000001",
  sha256: "aaaa",
  name: "chat.png",
  state: "there",
} as Attachment
const IDENTITY = {
  full_name: "Ayesha Made-Up",
  cnic: "42101-1234567-1",
  gender: "woman",
  mobile: "0300-1112223",
  city: "Lahore",
  address: "A made-up street",
}

let facts: DraftFacts
beforeAll(async () => {
  const registry = await loadRegistry("en", TODAY)
  const form = registry.find(({ id }) => id === "door-nccia")?.forms[0]
  if (form === undefined) throw new Error("the form of NCCIA is gone")
  const copy: WorkingCopy = {
    agencyId: "door-nccia",
    purpose: ["investigation"],
    identity: "named",
    limits: [],
    language: "en",
    textLimit: null,
    basedOn: null,
    draft: {
      ...emptyComplaint(form.definition.id),
      facts: ["He sent twelve pictures."],
      beliefs: ["I think he is a classmate."],
      incidents: [{ from: "2026-11-03", until: "", isAbout: false, place: "WhatsApp" }],
      respondent: {
        name: "A. B.",
        relation: "",
        designation: "",
        address: "",
        phones: [],
        accounts: [],
      },
      against: { state: "none-known" },
      evidence: [{ id: FILE.uploadId, sha256: "aaaa", label: "chat.png" }],
      answers: { category: "Blackmail", declaration: "It is true as far as I know." },
    },
  }
  facts = {
    copy,
    form: form.definition,
    way: "inbox",
    identity: IDENTITY,
    boundaries: ["no_media"],
    files: [FILE],
    today: TODAY,
  }
})

const codes = (change: Partial<DraftFacts> = {}, about: Partial<Parameters<typeof obstaclesOf>[0]> = {}) =>
  obstaclesOf({
    ...facts,
    stage: { kind: "given", readers: [] },
    second: "there",
    lastDay: addDays(TODAY, 60),
    ...change,
    ...about,
  }).map((one) => (one.code === "contradiction" ? one.contradiction.code : one.code))

describe("a draft may go before the second member", () => {
  it("when it is complete, its two readers are named and the person has answered", () => {
    expect(codes()).toEqual([])
  })

  it("not while the form still wants something", () => {
    const draft = { ...facts.copy.draft, answers: {} }
    expect(codes({ copy: { ...facts.copy, draft } })).toEqual(["not-complete"])
  })

  it("not before the person has said who they are, and only by somebody who can read it", () => {
    for (const kind of ["not-asked", "other"] as const)
      expect(codes({ identity: null }, { stage: { kind } })).toContain("identity-not-given")
    expect(codes({ identity: null }, { stage: { kind: "asked", readers: [] } })).toContain(
      "identity-not-given",
    )
    expect(codes({ identity: null })).toContain("identity-not-mine")
  })

  it("not by name where the agency asks for none", () => {
    expect(codes({ identity: null }, { stage: { kind: "no-need" } })).toContain("identity-no-need")
  })

  it("not without a name where the agency wants one", () => {
    const copy = { ...facts.copy, identity: "anonymous" as const }
    expect(codes({ copy, identity: null }, { stage: { kind: "not-wanted" } })).toEqual(["not-complete"])
    expect(draftFindings({ ...facts, copy, identity: null }).map(({ code }) => code)).toContain("name-needed")
  })

  it("not with a file that was taken back, or whose bytes are others now", () => {
    expect(codes({ files: [] })).toEqual(["file-gone"])
    expect(codes({ files: [{ ...FILE, sha256: "bbbb" } as Attachment] })).toEqual(["file-gone"])
  })

  it("not for a person under 18 without a coordinator, and not where nobody else is on the case", () => {
    expect(codes({}, { second: "no-coordinator" })).toEqual(["coordinator-needed"])
    expect(codes({}, { second: "nobody" })).toEqual(["nobody-second"])
  })

  it("not with a last day that is none, too far, or over before it begins", () => {
    expect(codes({}, { lastDay: "soon" })).toEqual(["last-day-wrong"])
    expect(codes({}, { lastDay: addDays(TODAY, 400) })).toEqual(["lives-too-long"])
    expect(codes({}, { lastDay: TODAY })).toEqual(["over-before-it-begins"])
  })

  it("never against a switch of the person, whichever it is", () => {
    expect(codes({ boundaries: ["anonymous"] })).toContain("boundary")
    expect(codes({ boundaries: ["no_prosecution"] })).toContain("boundary")
    const press = { ...facts.copy, purpose: ["press" as const] }
    expect(codes({ copy: press, boundaries: ["no_media"] })).toContain("boundary")
    const inquiry = { ...facts.copy, purpose: ["institution_inquiry" as const] }
    expect(codes({ copy: inquiry, boundaries: ["no_institution"] })).toContain("boundary")
  })

  it("never by hand: there the person files it", () => {
    expect(codes({ way: "by_hand" })).toEqual(["by-hand"])
  })
})

describe("what a complaint is checked for", () => {
  it("never blames the drafter for what only the person can write", () => {
    const found = draftFindings({ ...facts, identity: null })
    expect(found.filter(({ code }) => code === "field-missing")).toEqual([])
  })

  it("keeps to another limit of letters when the drafter sets one", () => {
    expect(draftFindings(facts).map(({ code }) => code)).not.toContain("text-too-long")
    const short = { ...facts, copy: { ...facts.copy, textLimit: 20 } }
    expect(draftFindings(short).find(({ code }) => code === "text-too-long")?.over).toBeGreaterThan(0)
  })

  it("says the words between the parts in the language of the complaint", () => {
    const story = (language: "en" | "ur") =>
      formLines({ ...facts, copy: { ...facts.copy, language } }).find(({ key }) => key === "details")?.value
    expect(story("en")).toContain("What I only think or believe:")
    expect(story("ur")).toContain("گمان")
  })

  it("keeps every limit that the person's switches bring along, whatever the drafter ticks", () => {
    fc.assert(
      fc.property(
        fc.subarray([...BOUNDARIES]),
        fc.subarray([...LIMIT_CODES]),
        fc.constantFrom("anonymous" as const, "named" as const),
        (boundaries, limits, identity) => {
          const now = { copy: { ...facts.copy, limits, identity }, boundaries }
          const all = allLimits(now)
          expect(all).toEqual([...all].sort())
          expect(new Set(all)).toEqual(new Set([...limits, ...fixedLimits(now)]))
        },
      ),
    )
  })
})

describe("what is put forward", () => {
  const about = {
    saved: { draftId: "a draft", rev: 3 },
    to: { id: "door-nccia", inbox: "main", key: "k" },
    identityPart: null,
    lastDay: "2027-01-22" as Day,
    law: "PPC 1860, s. 182",
  }

  it("holds no word about who the person is, but names which of them leave", () => {
    const body = handOffOf(facts, { ...about, age: "18_24" })
    expect(JSON.stringify(body.fields)).not.toContain(IDENTITY.full_name)
    expect(Object.keys(body.fields).filter((code) => code.startsWith("me."))).toEqual([])
    expect(body.identityFields.map(releaseCode)).toContain("me.cnic")
    expect(body.identityFields).not.toContain("email")
    expect(body).toMatchObject({ rev: 3, uses: 1, minor: "no", limits: ["no-media"], agencyNeedsName: true })
  })

  it("takes nothing of the identity along when it goes without a name", () => {
    const copy = { ...facts.copy, identity: "anonymous" as const }
    const body = handOffOf({ ...facts, copy }, { ...about, age: "under_18" })
    expect(body).toMatchObject({ identityFields: [], identityPart: null, minor: "yes" })
    expect(body.limits).toContain("no-identity")
  })

  it("treats an age that was not said as not known", () => {
    expect(minorOf("unsaid")).toBe("unknown")
    expect(minorOf("40_plus")).toBe("no")
  })
})

describe("files that go along", () => {
  const arriving = { ...FILE, uploadId: "another", state: "on_its_way" } as Attachment

  it("can only be those that are wholly there", () => {
    expect(evidenceLines([FILE, arriving], []).lines.map(({ canChoose }) => canChoose)).toEqual([true, false])
    expect(toggled([], arriving)).toEqual([])
    const chosen = toggled([], FILE)
    expect(chosen).toEqual([{ id: FILE.uploadId, sha256: "aaaa", label: "chat.png" }])
    expect(toggled(chosen, FILE)).toEqual([])
  })

  it("get a label that shows what it says: one line, no turning marks, no half letters", () => {
    expect(labelOf("photo\u202egpj.exe\n")).toBe("photogpj.exe")
    expect(labelOf("😀".repeat(100)).length).toBeLessThanOrEqual(160)
    expect(isFitLabel(labelOf(`${"x".repeat(159)}😀`))).toBe(true)
    for (const label of ["", " a", "a\nb", "a\u202eb", "x".repeat(161)]) expect(isFitLabel(label)).toBe(false)
  })
})

describe("where a matter belongs", () => {
  it("is guessed from what the person tapped, and never where they hid it", () => {
    expect(likelyMatter("blackmail")).toBe("cybercrime")
    expect(likelyMatter("workplace")).toBe("workplace")
    expect(likelyMatter("ask_human")).toBe(null)
  })

  it("has a usual purpose for each agency", () => {
    expect(usualPurpose("door-nccia", "cybercrime")).toBe("investigation")
    expect(usualPurpose("door-committee", "workplace")).toBe("institution_inquiry")
    expect(usualPurpose("door-ombudsperson-sindh", "workplace")).toBe("ombudsperson_complaint")
  })

  it("leads to NCCIA for what is online, names the wrong door, and says what has no inbox here", async () => {
    const registry = await loadRegistry("en", TODAY)
    const question = { matter: "cybercrime", province: "punjab", isFederal: false } as const
    const none = { agencies: [], freshness: "current" } as never
    const [first] = agencyChoices(registry, question, none)
    expect(first).toMatchObject({ agency: { id: "door-nccia" }, way: "by_hand" })
    expect(first?.wrongDoors.map(({ id }) => id)).toEqual(["door-fia"])
    const here = {
      freshness: "current",
      agencies: [{ agencyId: "door-nccia", officers: [{ status: "active" }] }],
    } as never
    expect(agencyChoices(registry, question, here)[0]?.way).toBe("inbox")
    // An expired list of keys is trusted with nothing new.
    const old = { ...(here as object), freshness: "expired" } as never
    expect(agencyChoices(registry, question, old)[0]?.way).toBe("by_hand")
  })
})
