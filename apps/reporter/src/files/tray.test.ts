import { err, ok, type Result, type UploadId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { FileStart, SendProblem, SendProgress, SentFile } from "@shn/sealed"
import { beforeEach, describe, expect, it } from "vitest"
import { seededRandom } from "../../../../tests/support/seeded.ts"
import { type FileTray, fileTray, type PickedFile, type TrayPorts, twinOf } from "./tray.ts"

type Transfer = {
  readonly uploadId: UploadId
  readonly onProgress: (progress: SendProgress) => void
  readonly finish: (result: Result<SentFile, SendProblem>) => void
  isStopped: boolean
}

let tray: FileTray
let transfers: Transfer[]
let log: string[]
let answers: {
  announce: Result<unknown, string>[]
  tell: Result<unknown, string>[]
  room: Result<unknown, string>
}
let waits: number[]

const fileOf = (name: string, text = name, lastModified = 1): PickedFile =>
  Object.assign(new Blob([text], { type: "image/png" }), { name, lastModified })
const sent = (digit = 0): Result<SentFile, SendProblem> =>
  ok({
    sha256: base64url(new Uint8Array(32).fill(digit)),
    parts: 1,
    partsDigest: base64url(new Uint8Array(32)),
  })
const states = () => tray.items().map(({ state }) => state.is)
const idAt = (at: number) => tray.items()[at]!.start.uploadId
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
}

beforeEach(() => {
  transfers = []
  log = []
  waits = []
  answers = { announce: [], tell: [], room: ok(null) }
  const said = (what: string) => (start: FileStart) => log.push(`${what} ${start.name}`)
  const ports: TrayPorts = {
    announce: async (start) => {
      said("announce")(start)
      return answers.announce.shift() ?? ok(null)
    },
    transfer: ({ uploadId }, onProgress) => {
      let finish: Transfer["finish"] = () => undefined
      const done = new Promise<Result<SentFile, SendProblem>>((resolve) => {
        finish = resolve
      })
      const transfer: Transfer = { uploadId, onProgress, finish, isStopped: false }
      transfers.push(transfer)
      return {
        done,
        stop: () => {
          transfer.isStopped = true
        },
      }
    },
    tell: async (start) => {
      said("tell")(start)
      return answers.tell.shift() ?? ok(null)
    },
    drop: said("drop"),
    moreRoom: async (_, onPiece) => {
      onPiece(1, 2)
      return answers.room
    },
    wait: async (ms) => {
      waits.push(ms)
    },
    now: () => Date.UTC(2026, 10, 23, 7),
    random: seededRandom("tray"),
  }
  tray = fileTray(ports)
})

describe("adding files", () => {
  it("lets one travel after the other, and calls each sent only when it is there and told", async () => {
    tray.add([fileOf("a.png"), fileOf("b.png")], "gallery")
    await settle()
    expect(states()).toEqual(["working", "waiting"])
    transfers[0]!.finish(sent(1))
    await settle()
    expect(states()).toEqual(["sent", "working"])
    expect(log).toEqual(["announce a.png", "tell a.png", "announce b.png"])
  })

  it("does not call a file sent while the message about it is not stored", async () => {
    answers.tell = [err("offline"), err("offline"), err("epoch_moved")]
    tray.add([fileOf("a.png")], "file")
    await settle()
    transfers[0]!.finish(sent())
    await settle()
    expect(states()).toEqual(["stuck"])
    expect(waits).toEqual([1000, 2000])
  })

  it("cleans names: 4,000 characters, Urdu, and ways out of a folder", () => {
    tray.add([fileOf("x".repeat(4000)), fileOf("../../etc/passwd"), fileOf("میری تصویر.jpg")], "file")
    const names = tray.items().map(({ start }) => start.name)
    expect(names[0]).toHaveLength(255)
    expect(names[1]).toBe("etcpasswd")
    expect(names[2]).toBe("میری تصویر.jpg")
  })

  it("takes 100 of 500 files and says how many were left out", () => {
    const many = Array.from({ length: 500 }, (_, at) => fileOf(`${at}.png`))
    expect(tray.add(many, "gallery")).toBe(400)
    expect(tray.items()).toHaveLength(100)
    expect(tray.add([fileOf("one.png")], "file")).toBe(1)
  })

  it("takes a file of no bytes", async () => {
    tray.add([fileOf("empty.txt", "")], "file")
    await settle()
    expect(transfers).toHaveLength(1)
  })

  it("asks before it sends the same file twice, and sends it only if it is wanted", async () => {
    tray.add([fileOf("a.png")], "gallery")
    tray.add([fileOf("a.png")], "gallery")
    await settle()
    expect(states()).toEqual(["working", "twin"])
    tray.takeAway(idAt(1))
    expect(log).not.toContain("drop a.png")
    tray.add([fileOf("a.png")], "gallery")
    tray.addAnyway(idAt(1))
    transfers[0]!.finish(sent(7))
    await settle()
    expect(states()).toEqual(["sent", "working"])
    transfers[1]!.finish(sent(7))
    await settle()
    expect(twinOf(tray.items()[1]!, tray.items())?.start.uploadId).toBe(idAt(0))
    expect(twinOf(tray.items()[0]!, tray.items())).toBeNull()
  })
})

describe("while a file travels", () => {
  it("pauses at once, lets the next one go, and goes on later with the same upload", async () => {
    tray.add([fileOf("a.png"), fileOf("b.png")], "file")
    await settle()
    const id = idAt(0)
    tray.pause(id)
    await settle()
    expect(transfers[0]!.isStopped).toBe(true)
    expect(states()).toEqual(["paused", "working"])
    // Whatever the stopped transfer still says changes nothing.
    transfers[0]!.finish(sent())
    await settle()
    expect(states()[0]).toBe("paused")
    transfers[1]!.finish(sent())
    tray.goOn(id)
    await settle()
    expect(transfers[2]!.uploadId).toBe(id)
  })

  it("takes a file away, stops it, and lets the server delete it", async () => {
    tray.add([fileOf("a.png"), fileOf("b.png")], "file")
    await settle()
    tray.takeAway(idAt(0))
    await settle()
    expect(transfers[0]!.isStopped).toBe(true)
    expect(log).toContain("drop a.png")
    expect(states()).toEqual(["working"])
  })

  it.each([
    ["unreadable", "stuck"],
    ["budget_used", "stuck"],
    ["storage_full", "stuck"],
    ["differs", "pick_again"],
  ] as const)(
    "a transfer that ends with %s leaves it %s, and the next file goes on",
    async (problem, state) => {
      tray.add([fileOf("a.png"), fileOf("b.png")], "file")
      await settle()
      transfers[0]!.finish(err(problem))
      await settle()
      expect(states()).toEqual([state, "working"])
    },
  )

  it("begins again under a new name and key when the server has forgotten the upload", async () => {
    tray.add([fileOf("a.png")], "file")
    await settle()
    const before = tray.items()[0]!.start
    transfers[0]!.finish(err("upload_gone"))
    await settle()
    const after = tray.items()[0]!.start
    expect(after.uploadId).not.toBe(before.uploadId)
    expect(after.key).not.toBe(before.key)
    expect(states()).toEqual(["working"])
  })

  it("works for more room when the person says so, then goes on", async () => {
    tray.add([fileOf("a.png")], "file")
    await settle()
    transfers[0]!.finish(err("budget_used"))
    await settle()
    tray.moreRoom(idAt(0))
    await settle()
    expect(states()).toEqual(["working"])
    transfers[1]!.finish(err("budget_used"))
    answers.room = err("offline")
    await settle()
    tray.moreRoom(idAt(0))
    await settle()
    expect(tray.items()[0]!.state).toEqual({ is: "stuck", problem: "budget_used" })
  })

  it("lets nothing travel on once it is closed", async () => {
    tray.add([fileOf("a.png")], "file")
    await settle()
    tray.close()
    expect(transfers[0]!.isStopped).toBe(true)
  })
})

describe("after a reload or on another device", () => {
  const restored = async () => {
    const first = fileTrayItem("a.png", 5)
    tray.restore([{ start: first, state: { is: "pick_again", wrong: false } }])
    await settle()
    return first
  }
  const fileTrayItem = (name: string, size: number): FileStart => ({
    uploadId: "0d5b3c1e-9a4f-4c69-8a57-2f1d3c4b5a69" as UploadId,
    key: base64url(new Uint8Array(32)),
    name,
    type: "image/png",
    size,
    lastModified: null,
    origin: "gallery",
    pickedAt: "2026-11-23T07:00:00.000Z",
  })

  it("waits until the same file is picked, refuses one of another size at once, and goes on with the same upload", async () => {
    const start = await restored()
    expect(states()).toEqual(["pick_again"])
    tray.pickAgain(start.uploadId, fileOf("a.png", "four"))
    expect(tray.items()[0]!.state).toEqual({ is: "pick_again", wrong: true })
    tray.pickAgain(start.uploadId, fileOf("renamed.png", "fives"))
    await settle()
    expect(transfers[0]!.uploadId).toBe(start.uploadId)
    // The same length, but other bytes: the transfer finds out.
    transfers[0]!.finish(err("differs"))
    await settle()
    expect(tray.items()[0]!.state).toEqual({ is: "pick_again", wrong: true })
  })

  it("does not list the same upload twice", async () => {
    await restored()
    await restored()
    expect(tray.items()).toHaveLength(1)
  })

  it("begins anew with a file that was changed while it was read", async () => {
    tray.add([fileOf("a.png")], "file")
    await settle()
    const before = idAt(0)
    transfers[0]!.finish(err("changed_while_read"))
    await settle()
    tray.pickAgain(before, fileOf("a.png", "longer than before"))
    await settle()
    expect(idAt(0)).not.toBe(before)
    expect(log).toContain("drop a.png")
    expect(states()).toEqual(["working"])
  })
})
