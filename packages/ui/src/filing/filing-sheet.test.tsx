import { type ComplaintDraft, type Day, emptyComplaint, type IdentityPart, type Locale } from "@shn/domain"
import { loadRegistry } from "@shn/guidance"
import type { ComponentChildren } from "preact"
import { renderToString } from "preact-render-to-string"
import { describe, expect, test } from "vitest"
import { loadCommonText } from "../text/common/area.ts"
import { loadFilingText } from "../text/filing/area.ts"
import { UiProvider } from "../ui-context.tsx"
import { FiledList } from "./filed-list.tsx"
import { FilingSheetView } from "./filing-sheet.tsx"
import { FilingPaper } from "./paper.tsx"
import { type DraftToFile, sheetOf } from "./sheet-of.ts"

const draft: ComplaintDraft = {
  ...emptyComplaint("form-nccia"),
  facts: ["اس نے https://example.com/a?b=1 پر لکھا اور +92 300 7654321 سے فون کیا۔"],
}
const NCCIA: DraftToFile = { agencyId: "door-nccia", language: "ur", textLimit: null, draft }
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/

async function prepared(locale: Locale, identity: IdentityPart | null = null, about = NCCIA) {
  const registry = await loadRegistry(locale, "2026-11-23" as Day)
  const made = sheetOf({ about, identity, registry, locale })
  if (!made.ok) throw new Error(made.error)
  return made.value
}

async function shown(locale: Locale, children: ComponentChildren): Promise<string> {
  const common = await loadCommonText(locale)
  return renderToString(
    <UiProvider locale={locale} common={common}>
      {children}
    </UiProvider>,
  )
}

async function sheetIn(locale: Locale, identity: IdentityPart | null, about = NCCIA): Promise<string> {
  const view = identity === null ? ({ kind: "byHand" } as const) : typedBy(identity)
  return shown(
    locale,
    <FilingSheetView
      prepared={await prepared(locale, identity, about)}
      text={await loadFilingText(locale)}
      identity={view}
      clipboard={undefined}
    />,
  )
}

const typedBy = (values: IdentityPart) => ({ kind: "typed", values, onType: () => {} }) as const

describe("the sheet for an agency's own form", () => {
  test("asks in the form's own order, and counts the story's letters with the mark that the limit is not certain", async () => {
    const html = await sheetIn("en", {})
    const at = ["Full name as on the CNIC", "CNIC number", "Kind of crime", "What happened, in order"].map(
      (ask) => html.lastIndexOf(ask),
    )
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(html).toMatch(/What happened, in order of time.{0,160}please check/)
    expect(html).toMatch(/\d+ of 3,400 letters/)
  })

  test("says first what is still missing", async () => {
    const html = await sheetIn("en", { full_name: "Ayesha Khan" })
    const missing = html.slice(html.indexOf("filing-missing"), html.indexOf("filing-lines"))
    expect(missing).toContain("CNIC number")
    expect(missing).not.toContain("Full name")
  })

  test("leaves on the desk what says who the person is to them, and calls none of it missing", async () => {
    const html = await sheetIn("en", null)
    expect(html.match(/The person writes this themselves/g)).toHaveLength(8)
    expect(html).not.toContain("<input")
    const missing = html.slice(html.indexOf("filing-missing"), html.indexOf("filing-lines"))
    expect(missing).not.toContain("CNIC number")
    expect(missing).toContain("Kind of crime")
  })

  test("says how sure we are of the office, who has reviewed it, and which office is the wrong one", async () => {
    const html = await sheetIn("en", {})
    expect(html).toContain("complaint.nccia.gov.pk")
    expect(html).toContain("1799")
    expect(html).toContain("not yet reviewed")
    expect(html).toMatch(/It is the wrong one.*FIA \(no longer for cybercrime\).*No longer for cybercrime/)
  })

  test("holds codes of an Urdu text in their order by elements, so that words copied by hand hold no mark", async () => {
    const html = await sheetIn("ur", {})
    expect(html).toContain('<bdi dir="ltr">https://example.com/a?b=1</bdi>')
    expect(html).toContain('<bdi dir="ltr" class="written-whole">+92 300 7654321</bdi>')
    for (const [written] of html.matchAll(/<div class="written".*?<\/div><\/div>/gs))
      expect(written).not.toMatch(MARKS)
  })

  test("says what the form will not take", async () => {
    expect(await sheetIn("en", { cnic: "123" })).toContain("A CNIC has 13 digits")
  })
})

describe("the paper", () => {
  const paper = async (locale: Locale, identity: IdentityPart | null, about = NCCIA) =>
    shown(
      locale,
      <FilingPaper prepared={await prepared(locale, identity, about)} text={await loadFilingText(locale)} />,
    )

  test("has a heading that says nothing of a helpline, and whom it is for", async () => {
    const html = await paper("ur", {})
    expect(html).toContain("شکایت</h3>")
    expect(html).toContain("بخدمت: این سی سی آئی اے")
  })

  test("leaves lines to write on for what is missing and for what says who the person is", async () => {
    // 8 about the person, category and declaration; signature and date.
    expect((await paper("en", null)).match(/paper-rule/g)).toHaveLength(12)
    expect(
      (await paper("en", { full_name: "Ayesha", cnic: "4210112345671" })).match(/paper-rule/g),
    ).toHaveLength(10)
  })

  test("puts what does not fit into the box on a page of its own", async () => {
    const html = await paper("ur", {}, { ...NCCIA, textLimit: 60 })
    expect(html).toContain('class="paper-annex"')
    expect(await paper("ur", {})).not.toContain("paper-annex")
  })
})

test("what was handed in is told with its number kept in order, or with the word that none was given", async () => {
  const record = {
    agencyId: "door-police",
    formId: "form-written",
    filedOn: "2026-11-22" as Day,
    way: "in_person",
    reference: "",
    by: { who: "person" },
  } as const
  const list = async (reference: string) =>
    shown(
      "en",
      <FiledList
        text={await loadFilingText("en")}
        records={[{ id: "a", record: { ...record, reference }, agency: "Police", by: "You" }]}
      />,
    )
  expect(await list("123/26")).toContain('dir="ltr">123/26</bdi>')
  expect(await list("")).toContain("None was given")
  expect(await list("")).toContain("22 November 2026")
})
