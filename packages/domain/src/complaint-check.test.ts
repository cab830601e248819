import { describe, expect, test } from "vitest"
import {
  COMPLAINT_FINDINGS,
  type ComplaintDraft,
  type ComplaintInput,
  type ComplaintWords,
  canBeApproved,
  checkComplaint,
  type Day,
  emptyComplaint,
  type FormDefinition,
  releasedFields,
} from "./index.ts"

const words: ComplaintWords = {
  facts: "What happened",
  beliefs: "What I believe",
  against: "What speaks against it",
  noneKnown: "Nothing known.",
  incidents: "When and where",
  about: "about",
  until: "to",
  alleged: "Alleged",
  relation: "Relation",
}
const form: FormDefinition = {
  id: "form-a",
  agencyId: "door-a",
  needsName: true,
  textLimit: 3400,
  isToVerify: false,
  expiresOn: "2027-01-01" as Day,
  fields: [
    { key: "full_name", isRequired: true, isToVerify: false },
    { key: "cnic", isRequired: true, isToVerify: false },
    { key: "mobile", isRequired: true, isToVerify: false },
    { key: "email", isRequired: false, isToVerify: false },
    { key: "category", isRequired: true, isToVerify: false },
    { key: "details", isRequired: true, isToVerify: false },
    { key: "respondent", isRequired: false, isToVerify: false },
  ],
}
const draft: ComplaintDraft = {
  ...emptyComplaint("form-a"),
  facts: ["He sent me a picture of my house.", "He asked for money."],
  beliefs: ["I think he knows my brother."],
  incidents: [{ from: "2026-11-03", until: "2026-11-05", isAbout: true, place: "WhatsApp" }],
  respondent: {
    name: "A. B.",
    relation: "",
    designation: "",
    address: "",
    phones: ["0300-7654321"],
    accounts: [],
  },
  against: { state: "none-known" },
  evidence: [{ id: "1", sha256: "aa", label: "Screenshot" }],
  answers: { category: "Cyber stalking" },
}
const identity = { full_name: "Ayesha Khan", cnic: "۴۲۱۰۱۱۲۳۴۵۶۷۱", mobile: "+92 300 1234567" }

function input(changes: Partial<ComplaintInput> = {}): ComplaintInput {
  return { draft, identity, form, words, today: "2026-11-23" as Day, ...changes }
}
const codes = (changes: Partial<ComplaintInput>) =>
  checkComplaint(input(changes)).map((finding) => finding.code)
const withDraft = (changes: Partial<ComplaintDraft>) => codes({ draft: { ...draft, ...changes } })

describe("the check of a complaint", () => {
  test("finds nothing in a complaint that has everything", () => {
    expect(checkComplaint(input())).toEqual([])
  })

  test.each([
    ["field-missing", withDraft({ answers: {} })],
    ["cnic-wrong", codes({ identity: { ...identity, cnic: "4210" } })],
    ["phone-wrong", codes({ identity: { ...identity, mobile: "12" } })],
    ["email-wrong", codes({ identity: { ...identity, email: "ayesha" } })],
    ["name-needed", codes({ identity: null })],
    ["no-fact", withDraft({ facts: [" "] })],
    ["no-incident", withDraft({ incidents: [] })],
    ["day-wrong", withDraft({ incidents: [{ from: "3 Nov", until: "", isAbout: false, place: "" }] })],
    [
      "incident-in-future",
      withDraft({ incidents: [{ from: "2026-11-24", until: "", isAbout: false, place: "" }] }),
    ],
    [
      "incident-ends-early",
      withDraft({ incidents: [{ from: "2026-11-05", until: "2026-11-03", isAbout: false, place: "" }] }),
    ],
    ["against-not-asked", withDraft({ against: { state: "not-asked" } })],
    ["against-not-asked", withDraft({ against: { state: "said", text: " " } })],
    ["letters-broken", withDraft({ beliefs: ["half \ud83d"] })],
    [
      "evidence-twice",
      withDraft({ evidence: [...draft.evidence, { id: "1", sha256: "bb", label: "Again" }] }),
    ],
    [
      "evidence-twice",
      withDraft({ evidence: [...draft.evidence, { id: "2", sha256: "aa", label: "Same file" }] }),
    ],
    ["another-form", withDraft({ formId: "form-b" })],
  ] as const)("stops a complaint: %s", (code, found) => {
    expect(found).toContain(code)
    expect(COMPLAINT_FINDINGS[code]).toBe("stop")
    expect(canBeApproved(found.map((each) => ({ code: each })))).toBe(false)
  })

  test.each([
    ["no-evidence", withDraft({ evidence: [] })],
    ["text-too-long", codes({ form: { ...form, textLimit: 10 } })],
    ["respondent-no-trace", withDraft({ respondent: { ...draft.respondent, name: "", phones: [" "] } })],
    [
      "field-to-verify",
      codes({ form: { ...form, fields: form.fields.map((field) => ({ ...field, isToVerify: true })) } }),
    ],
    [
      "limit-to-verify",
      codes({ form: { ...form, fields: [{ key: "details", isRequired: true, isToVerify: true }] } }),
    ],
    ["form-to-verify", codes({ form: { ...form, isToVerify: true } })],
    ["form-expired", codes({ form: { ...form, expiresOn: "2026-11-23" as Day } })],
  ] as const)("says and does not stop: %s", (code, found) => {
    expect(found).toContain(code)
    expect(canBeApproved(found.map((each) => ({ code: each })))).toBe(true)
  })

  test("says once that a name is needed, not once for each empty line", () => {
    expect(codes({ identity: null })).toEqual(["name-needed"])
  })

  test("lets a person stay anonymous where the agency needs no name", () => {
    const open = {
      ...form,
      needsName: false,
      fields: form.fields.map((field) => ({ ...field, isRequired: false })),
    }
    expect(codes({ identity: null, form: open })).toEqual([])
  })

  test("counts the letters above the limit by the stricter count", () => {
    const facts = ["😀".repeat(3400)]
    const found = checkComplaint(input({ draft: { ...draft, facts } })).find(
      ({ code }) => code === "text-too-long",
    )
    expect(found?.over).toBeGreaterThan(3400)
  })

  test("tells which entry of a list is wrong", () => {
    const incidents = [
      draft.incidents[0],
      { from: "2027-01-01", until: "", isAbout: false, place: "" },
    ].filter((x) => x !== undefined)
    expect(checkComplaint(input({ draft: { ...draft, incidents } }))).toEqual([
      { code: "incident-in-future", at: 1 },
    ])
  })
})

describe("what leaves", () => {
  const fields = releasedFields(input())

  test("is what the form asks and is filled in, and nothing else", () => {
    expect(Object.keys(fields)).toEqual([
      "me.full_name",
      "me.cnic",
      "me.mobile",
      "category",
      "details",
      "respondent",
    ])
  })

  test("says who the person is only under codes that an anonymous consent cannot hold", () => {
    expect(fields["me.cnic"]).toBe("42101-1234567-1")
    const anonymous = releasedFields(input({ identity: null }))
    expect(Object.keys(anonymous).filter((code) => code.startsWith("me."))).toEqual([])
    expect(JSON.stringify(anonymous)).not.toContain("Ayesha")
  })

  test("keeps facts and beliefs under their own headings, and says what speaks against", () => {
    expect(fields.details).toBe(
      [
        "What happened\n1. He sent me a picture of my house.\n2. He asked for money.",
        "When and where\nabout 2026-11-03 to 2026-11-05: WhatsApp",
        "What I believe\n1. I think he knows my brother.",
        "What speaks against it\nNothing known.",
      ].join("\n\n"),
    )
  })

  test("calls the other person alleged", () => {
    expect(fields.respondent).toBe("Alleged:\nA. B.\n0300-7654321")
  })

  test("the same draft gives the same text, letter for letter", () => {
    expect(releasedFields(input())).toEqual(fields)
  })

  test("cannot be made from values that are not in their format", () => {
    expect(() => releasedFields(input({ identity: { cnic: "1" } }))).toThrow("cnic-wrong")
  })
})
