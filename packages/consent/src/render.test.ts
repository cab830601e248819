import { readFileSync } from "node:fs"
import { CONSENT_PURPOSES, LIMIT_CODES, LOCALES, RELEASE_CODES } from "@shn/domain"
import { readingGrade } from "@shn/guidance"
import { describe, expect, it, test } from "vitest"
import { fieldName, purposeName, render } from "./render.ts"
import { ANONYMOUS_VIEW, built, draftAnonymous, draftNamed, FILES } from "./testing/example.ts"
import { renderTruth } from "./truth.ts"

const golden = (name: string) =>
  readFileSync(new URL(`./testing/golden/${name}.txt`, import.meta.url), "utf8")

describe("what the person reads and signs", () => {
  it.each(LOCALES)("is letter for letter the published text, in %s", (locale) => {
    expect(`${built(draftNamed({ locale })).text}\n`).toBe(golden(`named.${locale}`))
    expect(`${built(draftAnonymous({ locale })).text}\n`).toBe(golden(`anonymous.${locale}`))
    expect(`${renderTruth("PPC 1860, s. 182", locale)}\n`).toBe(golden(`truth.${locale}`))
  })
  it("says who is told the name and who is not, so that nobody can overlook it", () => {
    expect(built(draftNamed()).text).toContain("They WILL be told who I am.")
    expect(built(draftAnonymous()).text).toContain("They will NOT be told who I am.")
  })
  it("names every file and the last day, and is honest about taking it back", () => {
    const { text } = built(draftNamed())
    for (const { label } of FILES) expect(text).toContain(label)
    expect(text).toContain("23 December 2026")
    expect(text).toContain("nobody can make them forget it")
  })
  it.each(LOCALES)("has words for every purpose, field and limit there is, in %s", (locale) => {
    const terms = built(draftNamed())
    const fields = [...RELEASE_CODES]
    const all = { ...terms, purpose: [...CONSENT_PURPOSES], fields, limits: [...LIMIT_CODES] }
    const lines = render(all, locale)
      .split("\n")
      .filter((line) => line.startsWith("- "))
    expect(lines).toHaveLength(CONSENT_PURPOSES.length + RELEASE_CODES.length + LIMIT_CODES.length)
    expect(new Set(lines).size).toBe(lines.length)
  })
  it("calls a field and a purpose by the same words wherever they are shown", () => {
    const { text } = built(draftNamed())
    expect(text).toContain(`- ${fieldName("me.cnic", "en")}\n`)
    expect(text).toContain(`- ${purposeName("investigation", "en")}\n`)
    expect(fieldName("toString", "en")).toBeNull()
  })
  it("keeps a name from turning the line around it: it stands between isolates", () => {
    const { text } = built(draftNamed({ locale: "ur" }))
    expect(text).toContain("\u2068NCCIA (National Cyber Crime Investigation Agency)\u2069")
    const opened = [...text].filter((letter) => letter === "\u2068").length
    expect([...text].filter((letter) => letter === "\u2069")).toHaveLength(opened)
  })
  it("changes with everything it is made from", () => {
    const terms = built(draftAnonymous())
    const other = built(draftNamed())
    for (const key of [
      "to",
      "purpose",
      "identity",
      "fields",
      "evidence",
      "limits",
      "urgent",
      "nbf",
      "exp",
      "uses",
    ] as const) {
      const next = { to: { ...other.to, name: "Another office" }, exp: terms.exp + 86_400 }
      const changed = key === "to" || key === "exp" ? next[key] : other[key]
      expect(render({ ...terms, [key]: changed }, "en"), key).not.toBe(terms.text)
    }
  })
})

test("English can be read at twelve", () => {
  const all = built(draftNamed({ view: { ...draftNamed().view, ...ANONYMOUS_VIEW } })).text
  const names = new Set(["nccia", "agency", "national", "investigation"])
  const lines = `${all}\n${renderTruth("PPC 1860, s. 182", "en")}`.replace(/[\u2068\u2069]/g, "").split("\n")
  expect(readingGrade(lines, names)).toBeLessThan(6.5)
})
