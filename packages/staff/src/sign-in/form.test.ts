import { describe, expect, it } from "vitest"
import { afterEvent, readFields, startOfSignIn } from "./form.ts"

const good = { alias: "Sana", passphrase: "seven words that nobody else knows", code: "123456" }

describe("the three fields of signing in", () => {
  it("are sent when all three are there", () => {
    expect(readFields(good)).toEqual({
      ok: true,
      words: { alias: "Sana", passphrase: good.passphrase, totp: "123456" },
    })
  })
  it.each(["123 456", "123-456", " 123456 ", "۱۲۳۴۵۶", "١٢٣٤٥٦"])(
    "take the six digits written as %s",
    (code) => {
      const read = readFields({ ...good, code })
      expect(read.ok && read.words.totp).toBe("123456")
    },
  )
  it.each(["12345", "1234567", "12345a", ""])("ask again for digits written as %s", (code) => {
    expect(readFields({ ...good, code })).toEqual({ ok: false, problems: ["code"] })
  })
  it("name everything that is missing at once", () => {
    expect(readFields({ alias: " ", passphrase: "", code: "" })).toEqual({
      ok: false,
      problems: ["alias", "passphrase", "code"],
    })
  })
  it("say when a name cannot be one", () => {
    expect(readFields({ ...good, alias: "a@b" })).toEqual({ ok: false, problems: ["aliasForm"] })
  })
  it("take an Urdu name", () => {
    expect(readFields({ ...good, alias: " ثنا " }).ok).toBe(true)
  })
})

describe("the sign-in screen", () => {
  it("keeps the words but asks for new digits after a failure", () => {
    const working = afterEvent(
      { step: "form", fields: good, problems: [], failure: null },
      { type: "stage", stage: "checking", fraction: null },
    )
    const failed = afterEvent(working, { type: "failed", failure: { kind: "wrong" } })
    expect(failed).toEqual({
      step: "form",
      fields: { ...good, code: "" },
      problems: [],
      failure: { kind: "wrong" },
    })
  })
  it("takes the complaint about a field away when it is typed in, and leaves the others", () => {
    const refused = afterEvent(startOfSignIn(""), { type: "refused", problems: ["aliasForm", "code"] })
    const typed = afterEvent(refused, { type: "typed", field: "alias", text: "S" })
    expect(typed.step === "form" && typed.problems).toEqual(["code"])
  })
  it("ignores typing while it works", () => {
    const working = afterEvent(startOfSignIn("Sana"), { type: "stage", stage: "stretching", fraction: 0.5 })
    expect(afterEvent(working, { type: "typed", field: "code", text: "1" })).toBe(working)
  })
  it("starts with the name of whoever was signed in before", () => {
    expect(startOfSignIn("Sana").fields).toEqual({ alias: "Sana", passphrase: "", code: "" })
  })
})
