import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { parseReceiptCode, receiptCode } from "./receipt-code.ts"
import { wordAt } from "./words.ts"

const random = seededRandom("receipt")
const here = random(16)
const elsewhere = random(16)
const secret = random(11)
const { groups, words } = receiptCode(secret, here)
const wrong = { ok: false, error: "code-has-a-mistake-or-other-helpline" }
const right = { ok: true, value: secret }
const urdu = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))

describe("a receipt code", () => {
  test("is nine groups from 0000 to 2047, and nine words", () => {
    expect(groups).toHaveLength(9)
    expect(groups.every((group) => /^\d{4}$/.test(group) && Number(group) < 2048)).toBe(true)
    expect(words).toEqual(groups.map((group) => wordAt(Number(group))))
  })
  test("opens the same secret however it is written", () => {
    const writings = [
      groups.join(" "),
      groups.join("-"),
      groups.join("\n"),
      groups.join(""),
      `  ${groups.join(" , ")}. `,
      groups.map((group) => String(Number(group))).join(" "),
      words.join(" "),
      words.join(" - ").toUpperCase(),
      words.map((word, at) => (at % 2 === 0 ? word : (groups[at] ?? ""))).join(" "),
      urdu(groups.join(" ")),
      arabic(groups.join("-")),
      urdu(groups.join("")),
      `\u2066${groups.join("\u200f \u200e")}\u2069`,
    ]
    for (const writing of writings) expect(parseReceiptCode(writing, here)).toEqual(right)
  })
  test("goes there and back for every secret", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 11, maxLength: 11 }), (any) => {
        const code = receiptCode(any, here)
        expect(parseReceiptCode(code.groups.join(""), here)).toEqual({ ok: true, value: any })
        expect(parseReceiptCode(code.words.join(" "), here)).toEqual({ ok: true, value: any })
      }),
    )
  })
  test("of another helpline gets the one sentence, as does every other mistake", () => {
    const mistakes = [
      receiptCode(secret, elsewhere).groups.join(" "),
      [...groups].reverse().join(" "),
      groups.slice(1).join(" "),
      [...groups, "0000"].join(" "),
      groups.join("").slice(1),
      ["2048", ...groups.slice(1)].join(" "),
      ["notaword", ...words.slice(1)].join(" "),
      "",
      "0".repeat(400),
    ]
    for (const mistake of mistakes) expect(parseReceiptCode(mistake, here)).toEqual(wrong)
  })
  test("with one number changed passes at most as often as chance: once in 2048", () => {
    let passed = 0
    for (let number = 0; number < 2048; number += 1) {
      const changed = [String(number).padStart(4, "0"), ...groups.slice(1)].join(" ")
      if (parseReceiptCode(changed, here).ok && number !== Number(groups[0])) passed += 1
    }
    expect(passed).toBeLessThan(8)
  })
})
