import type { KeyId } from "@shn/domain"
import type { MyCase } from "@shn/wire"
import { describe, expect, it } from "vitest"
import { caseCode, caseLines } from "./case-list.ts"

const ME = "me" as KeyId
const COLLEAGUE = "colleague" as KeyId
const PERSON = "person" as KeyId
const isStaff = (keyId: KeyId) => keyId === COLLEAGUE || keyId === ME

const line = (caseId: string, lastAuthor: KeyId, lastDay: string, holder: KeyId | "" = ME) =>
  ({ caseId, lastAuthor, lastDay, needs: [{ holder }] }) as unknown as MyCase

describe("my cases", () => {
  it("begin with the people who wait for my answer, however old", () => {
    const lines = caseLines(
      [
        line("answered", ME, "2026-11-23"),
        line("waits", PERSON, "2026-11-20"),
        line("noted", COLLEAGUE, "2026-11-22"),
      ],
      ME,
      isStaff,
    )
    expect(lines.map((one) => [one.caseId, one.lastWord, one.waitsForMe])).toEqual([
      ["waits", "person", true],
      ["answered", "me", false],
      ["noted", "colleague", false],
    ])
  })
  it("show the newest first among equals", () => {
    const lines = caseLines(
      [line("old", PERSON, "2026-11-20"), line("new", PERSON, "2026-11-22")],
      ME,
      isStaff,
    )
    expect(lines.map((one) => one.caseId)).toEqual(["new", "old"])
  })
  it("do not ask a coordinator for the answer that an expert owes", () => {
    expect(caseLines([line("theirs", PERSON, "2026-11-22", COLLEAGUE)], ME, isStaff)[0]?.waitsForMe).toBe(
      false,
    )
  })
  it("have a short name that is the beginning of the case's own", () => {
    expect(caseCode("IXb1J5AAAAAAAAAAAAAAAA" as MyCase["caseId"])).toBe("IXb1J5")
  })
})
