import type { CaseId, UploadId } from "@shn/domain"
import { describe, expect, it } from "vitest"
import { type PackingOrder, type PackingPorts, packingTray } from "./packing-tray.ts"
import type { PackageNews, PackageWork } from "./worker/package-work.ts"

const CASE = "AAAAAAAAAAAAAAAAAAAAAA" as CaseId
const UPLOAD = "6f0f4ad9-6a2d-4c55-9d2d-0d4d4cf2f8a1" as UploadId
const order: PackingOrder = {
  caseId: CASE,
  draftId: "draft",
  use: 1,
  signedMsgId: "signed",
  work: { uploadId: UPLOAD, releaseId: "release" } as PackageWork,
}
const packed: PackageNews = { is: "packed", result: { ok: true, cover: "cover" } }
const moment = () => new Promise((resume) => setTimeout(resume))

function tray(change: Partial<PackingPorts> = {}) {
  const told: string[] = []
  let tell: (news: PackageNews) => void = () => undefined
  const made = packingTray({
    startWork: (_, __, onNews) => {
      tell = onNews
      return {
        pause: () => void told.push("pause"),
        goOn: () => void told.push("go on"),
        stop: () => void told.push("stop"),
      }
    },
    whatStops: async () => null,
    handOver: async ({ use, cover }) => {
      told.push(`hand over ${use} ${cover}`)
      return null
    },
    drop: async () => {
      told.push("drop")
      return true
    },
    now: () => 0,
    ...change,
  })
  return { made, told, tell: (news: PackageNews) => tell(news), state: () => made.of("draft")?.state ?? null }
}

describe("a package that this tab makes", () => {
  it("is handed over after one more look, and then leaves the tray", async () => {
    const { made, told, tell, state } = tray()
    made.begin(order)
    expect(state()).toEqual({ is: "packing", progress: null, isPaused: false })
    tell(packed)
    expect(state()).toEqual({ is: "handing" })
    await moment()
    expect([told, state()]).toEqual([["hand over 1 cover"], null])
  })

  it("is not handed over when something stops it by then, and what was sent is deleted", async () => {
    const { made, told, tell, state } = tray({ whatStops: async () => ["revoked"] })
    made.begin(order)
    tell(packed)
    await moment()
    expect(told).toEqual(["drop"])
    expect(state()).toEqual({
      is: "failed",
      trouble: { at: "changed", findings: ["revoked"] },
      isGone: true,
    })
  })

  it("says so when our computer refuses it, and when what was sent could not be deleted yet", async () => {
    const { made, tell, state } = tray({
      handOver: async () => "release_revoked",
      drop: async () => false,
    })
    made.begin(order)
    tell(packed)
    await moment()
    expect(state()).toEqual({
      is: "failed",
      trouble: { at: "handing", problem: "release_revoked" },
      isGone: false,
    })
  })

  it("pauses and goes on, and is made once however often it is asked for", () => {
    const { made, told, state } = tray()
    made.begin(order)
    made.begin(order)
    made.pause("draft")
    expect(state()).toMatchObject({ isPaused: true })
    made.goOn("draft")
    expect(state()).toMatchObject({ isPaused: false })
    expect(told).toEqual(["pause", "go on"])
  })

  it("leaves nothing behind when it is stopped, and no late word of the worker brings it back", async () => {
    const { made, told, tell, state } = tray()
    made.begin(order)
    made.stop("draft")
    tell(packed)
    await moment()
    expect([told, state()]).toEqual([["stop", "drop"], null])
  })

  it("cannot be stopped any more while it is being handed over: nobody could say whether it was", async () => {
    const { made, told, tell, state } = tray({ handOver: () => new Promise(() => undefined) })
    made.begin(order)
    tell(packed)
    await moment()
    made.stop("draft")
    expect([told, state()]).toEqual([[], { is: "handing" }])
  })

  it("ends with the session of whoever made it", async () => {
    const { made, told, tell } = tray()
    made.begin(order)
    made.close()
    tell(packed)
    await moment()
    expect(told).toEqual(["stop"])
  })
})
