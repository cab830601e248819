import type { HardRule } from "@shn/domain"
import { type OpenedCase, openCase } from "@shn/sealed"
import { beforeAll, describe, expect, it } from "vitest"
import {
  directoryOf,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  newCase,
  staff,
  type TODAY,
  value,
} from "../../../../tests/support/helpline.ts"
import type { Trust } from "../session/directory-check.ts"
import { type CandidateLine, candidateLines } from "./candidates.ts"

let helpline: MadeUpHelpline
let opened: OpenedCase
let need: Awaited<ReturnType<typeof newCase>>["need"]

beforeAll(async () => {
  helpline = await madeUpHelpline("desk candidates")
  const made = await newCase(helpline, { picks: ["Hina"] })
  need = made.need
  opened = value(
    await openCase({ view: made.stored, me: staff(helpline, "Sana").keys, directory: helpline.directory }),
  )
})

const trusted = (): Trust => ({ kind: "trusted", directory: helpline.directory, roles: ["coordinator"] })

function lines(
  wish: {
    readonly alias?: string
    readonly failed?: readonly string[]
    readonly trust?: Trust
    readonly me?: string
  } = {},
): CandidateLine {
  const failedRules = [...(wish.failed ?? [])]
  const candidate = {
    keyId: keyOf(helpline, wish.alias ?? "Zara"),
    score: failedRules.length === 0 ? 70 : null,
    reasons: ["speaks_language", "no such reason"],
    failedRules,
    load: 3,
    cap: 40,
  }
  const me = keyOf(helpline, wish.me ?? "Sana")
  return candidateLines([candidate], opened, wish.trust ?? trusted(), me, need)[0]!
}

describe("offering a need by hand", () => {
  it("is free for somebody whom no rule keeps away", () => {
    expect(lines()).toMatchObject({ choice: "free", block: null, reasons: ["speaks_language"] })
  })
  it.each([
    "credential_province",
    "capacity",
    "new_case_limit",
    "on_leave",
    "on_duty_before_deadline",
    "channel",
  ])("needs a reason when the rule %s is set aside", (rule) => {
    expect(lines({ failed: [rule] }).choice).toBe("override")
  })
  it.each<HardRule>([
    "discipline",
    "credential_valid",
    "language_level",
    "gender_must",
    "clearance_minors",
    "clearance_urgent",
    "clearance_sexual_violence",
    "excluded",
  ])("is never possible against the rule %s", (rule) => {
    expect(lines({ failed: ["capacity", rule] }).choice).toBe("never")
  })
  it("is never possible against a rule that this desk does not know", () => {
    expect(lines({ failed: ["rule_of_tomorrow"] }).choice).toBe("never")
  })
  it("is blocked for somebody who is on the case already", () => {
    expect(lines({ alias: "Hina" })).toMatchObject({ choice: "blocked", block: "onRoster" })
  })
  it("is blocked for a coordinator who is not on the case", () => {
    expect(lines({ me: "Bilal" })).toMatchObject({ choice: "blocked", block: "notReader" })
  })
  it("is blocked while the list of staff keys is refused or has run out", () => {
    expect(lines({ trust: { kind: "refused", trouble: "bad-chain" } }).block).toBe("directory")
    const expired = directoryOf(helpline, {
      issued: "2026-10-01" as typeof TODAY,
      expires: "2026-10-30" as typeof TODAY,
    })
    expect(lines({ trust: { kind: "trusted", directory: expired, roles: ["coordinator"] } }).block).toBe(
      "directory",
    )
  })
  it("is blocked for a key that was ended in the directory, whatever the server says", () => {
    const members = helpline.statement.members.map((member) =>
      member.alias === "Zara" ? { ...member, status: "revoked" as const } : member,
    )
    const trust: Trust = {
      kind: "trusted",
      directory: directoryOf(helpline, { members }),
      roles: ["coordinator"],
    }
    expect(lines({ trust })).toMatchObject({ choice: "blocked", block: "uncertified" })
  })
})
