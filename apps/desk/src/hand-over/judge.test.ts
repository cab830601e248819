import type { Day, KeyId } from "@shn/domain"
import { beforeAll, describe, expect, it } from "vitest"
import { madeUpAgency } from "../../../../tests/support/agency.ts"
import { directoryOf, NOW_MS } from "../../../../tests/support/helpline.ts"
import { type SignedCase, signedCase } from "../../../../tests/support/signed-case.ts"
import type { JudgeInput } from "./facts.ts"
import { judge } from "./judge.ts"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
let signed: SignedCase
let waiting: SignedCase
beforeAll(async () => {
  signed = await signedCase()
  await signed.approve("Bilal", "code_word_checked")
  waiting = await signedCase({ urgent: false })
})

const judged = async (alias = "Sana", change: Partial<JudgeInput> = {}, on = signed) =>
  judge(await on.at(alias, change))
const known = (change: Partial<JudgeInput["known"]>): Partial<JudgeInput> => ({
  known: { releases: [signed.view()], revocations: [], asOfMs: NOW_MS, ...change },
})
const handed = (day: string, use = 1) => ({
  use,
  uploadId: "6f0f4ad9-6a2d-4c55-9d2d-0d4d4cf2f8a1" as never,
  keyId: signed.keys("Bilal").keyId,
  day: day as Day,
})

describe("a hand-off that the person signed", () => {
  it("may leave when nothing stands in the way, and each member sees their own part", async () => {
    const [drafter, approver] = [await judged("Sana"), await judged("Bilal")]
    expect(drafter).toMatchObject({ step: "ready", findings: [], mine: "drafter", use: 1, plan: null })
    expect(approver).toMatchObject({ step: "ready", findings: [], mine: "approver" })
    expect(drafter.leave?.disclosure.view).toEqual({
      details: "He wrote forty messages.",
      "me.full_name": "A made-up name",
      "me.cnic": "42101-1234567-1",
    })
    // What was checked and is not the agency's to know stays here.
    expect(drafter.leave?.along.map(({ approval }) => approval.act)).toEqual(["drafted", "approved"])
    expect(drafter.leave?.kept).toHaveLength(1)
  })

  it("shows a member who is not one of the two where it stands, and gives them no leave", async () => {
    const other = await judged("Sana", { me: "another" as KeyId, identity: "shut" })
    expect(other).toMatchObject({ step: "ready", mine: "none", findings: [], leave: null })
  })

  it("waits for a day, unless the person said that it cannot wait", async () => {
    const early = await judged("Sana", { nowMs: NOW_MS + HOUR_MS }, waiting)
    expect(early).toMatchObject({ step: "thinking", leftMs: 23 * HOUR_MS, leave: null, findings: [] })
    const nowMs = NOW_MS + DAY_MS
    const late = await judged("Sana", { nowMs, ...knownAt(waiting, nowMs) }, waiting)
    expect(late).toMatchObject({ step: "ready", leftMs: 0, codeWord: "asked", leave: null })
  })

  it("is judged for what else is wrong already while there is time to think", async () => {
    const early = await judged("Sana", { boundaries: ["no_media", "no_prosecution"] }, waiting)
    expect(early).toMatchObject({ step: "thinking", findings: ["boundary-since"] })
  })

  it("is not known to our computer while the phone has not told it", async () => {
    expect(await judged("Sana", known({ releases: [] }))).toMatchObject({ step: "unreleased", leave: null })
  })

  it("is over once it was handed over as often as the person allowed", async () => {
    const releases = [signed.view({ state: "handed", handed: [handed("2026-11-23")] })]
    expect(await judged("Bilal", known({ releases }))).toMatchObject({ step: "handed", use: 2, leave: null })
  })

  it("has its word compared at the first hand-over, and within seven days of another", async () => {
    const code = async (releases: JudgeInput["known"]["releases"]) =>
      (await judged("Sana", { ...knownAt(waiting, NOW_MS, releases) }, waiting)).codeWord
    const other = (day: string) => waiting.view({ releaseId: "another", handed: [handed(day)] })
    expect(await code([waiting.view()])).toBe("asked")
    expect(await code([waiting.view(), other("2026-11-20")])).toBe("asked")
    // The last moment of that day is less than seven days ago, its first one more.
    expect(await code([waiting.view(), other("2026-11-16")])).toBe("asked")
    expect(await code([waiting.view(), other("2026-11-15")])).toBe("not_needed")
    expect((await judged()).codeWord).toBe("checked")
  })

  it("has its word compared although our computer tells of an earlier package that the case knows nothing of", async () => {
    // Signed by nobody, or by somebody else: here by the person of another case.
    const invented = signed.view({ handed: [handed("2026-11-01")] })
    const view = await judged("Sana", { ...knownAt(waiting, NOW_MS, [waiting.view(), invented]) }, waiting)
    expect(view.codeWord).toBe("asked")
  })
})

function knownAt(
  on: SignedCase,
  asOfMs: number,
  releases: JudgeInput["known"]["releases"] = [on.view()],
): Pick<JudgeInput, "known"> {
  return { known: { releases, revocations: [], asOfMs } }
}

describe("what stops a hand-off on the desk", () => {
  it("is that the person took it back, whether our computer says so or only the case does", async () => {
    const taken = signed.takeBack()
    expect(await judged("Sana", known({ revocations: [taken] }))).toMatchObject({
      step: "taken_back",
      leave: null,
    })
    const input = await signed.at("Sana")
    const said = { ...input.handOffs.handOffs[0]?.signed, body: { envelope: taken } } as never
    const inCase = judge({ ...input, handOffs: { ...input.handOffs, revoked: [said] } })
    expect(inCase).toMatchObject({ step: "taken_back", leave: null })
  })

  it.each<[string, () => Partial<JudgeInput>]>([
    ["boundary-since", () => ({ boundaries: ["no_prosecution"] })],
    ["boundaries-unknown", () => ({ boundaries: null })],
    ["identity-shut", () => ({ identity: "shut" })],
    ["view-changed", () => ({ identity: { full_name: "Another", cnic: "42101-1234567-1" } })],
    ["revocations-stale", () => known({ asOfMs: NOW_MS - DAY_MS })],
    ["expired", () => ({ nowMs: Date.UTC(2027, 0, 1), ...knownAt(signed, Date.UTC(2027, 0, 1)) })],
    ["agency-gone", () => ({ directory: directoryOf(signed.helpline) })],
    [
      "list-too-old",
      () => ({
        directory: directoryOf(
          signed.helpline,
          { agencyInboxes: [signed.agency.inbox] },
          "2027-03-01" as Day,
        ),
      }),
    ],
  ])("is named: %s", async (finding, change) => {
    const found = await judged("Sana", change())
    expect(found.findings).toEqual([finding])
    expect(found.leave).toBeNull()
  })

  it("is that the agency's key is another one than the person signed for", async () => {
    const other = await madeUpAgency(signed.helpline.random, "door-nccia", ["Rabia"])
    const directory = directoryOf(signed.helpline, { agencyInboxes: [other.inbox] })
    expect((await judged("Sana", { directory })).findings).toEqual(["other-agency-key"])
  })

  it("is that a file was taken out of the case, or is another one by now", async () => {
    const input = await signed.at("Sana")
    const without = judge({ ...input, opened: { ...input.opened, attachments: [] } })
    expect(without.findings).toEqual(["file-missing"])
    const attachments = input.opened.attachments.map((file) => ({ ...file, sha256: "A".repeat(43) }) as never)
    const other = judge({ ...input, opened: { ...input.opened, attachments } })
    expect(other.findings).toEqual(["file-changed"])
    expect([without.leave, other.leave]).toEqual([null, null])
  })

  it("is that nobody but the drafter stands behind it", async () => {
    const alone = await signedCase({ noApproval: true })
    const input = await alone.at("Sana")
    expect(judge(input)).toMatchObject({ signers: null, mine: "none", leave: null })
    await alone.approve("Sana", "approved")
    expect(judge(await alone.at("Sana"))).toMatchObject({ signers: null, mine: "none", leave: null })
  })

  it("is that a child has nobody who looks after it", async () => {
    const child = await signedCase({ offered: { minor: "yes" } })
    await child.approve("Bilal", "code_word_checked")
    expect((await judged("Sana", {}, child)).findings).toEqual(["child-protection-missing"])
    await child.approve("Bilal", "child_protection")
    expect(await judged("Sana", {}, child)).toMatchObject({ findings: [], step: "ready" })
  })

  it("is that a child has nobody who looks after it, also where whoever put it forward says it is none", async () => {
    const input = await signed.at("Sana")
    const { conversation } = input.opened
    const messages = conversation.messages.map((message) =>
      message.content.kind === "intake"
        ? {
            ...message,
            content: { ...message.content, body: { ...message.content.body, ageBand: "under_18" as const } },
          }
        : message,
    )
    const opened = { ...input.opened, conversation: { ...conversation, messages } }
    expect(judge({ ...input, opened })).toMatchObject({
      findings: ["child-protection-missing"],
      leave: null,
    })
  })
})
