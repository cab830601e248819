import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { partsDigest } from "@shn/primitives/file-digest"
import { sha256 } from "@shn/primitives/hash"
import { removeMembers } from "@shn/sealed"
import { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { NOW_MS, TODAY } from "../../../../tests/support/helpline.ts"
import {
  type Mailbox,
  opened,
  openVisitor,
  problemOf,
  solvedWork,
  startMailbox,
  submittedCase,
} from "../../../../tests/support/mailbox.ts"
import { must } from "../../../../tests/support/person.ts"
import { madeUpFile, staffFiles, visitorFiles } from "../../../../tests/support/sealed-files.ts"
import type { StoreLocation } from "../store/store.ts"
import { startPostgres, type TestPostgres } from "../store/testing/postgres.ts"

let postgres: TestPostgres
const folder = mkdtempSync(join(tmpdir(), "shn-uploads-"))
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ENGINES: readonly (readonly [string, () => Promise<StoreLocation>])[] = [
  ["SQLite", async () => ({ folder: mkdtempSync(join(folder, "one-")) })],
  ["PostgreSQL", async () => ({ postgresUrl: await postgres.freshDatabase() })],
]

const DAY_MS = 86_400_000
const CHUNK = 65_552

describe.each(ENGINES)("files on %s", (_, location) => {
  let box: Mailbox
  let dataDir = ""
  beforeAll(async () => {
    dataDir = mkdtempSync(join(folder, "data-"))
    box = await startMailbox(await location(), false, { dataDir, caseBytes: 100 * CHUNK })
  })
  afterAll(() => box.close())

  async function sender() {
    const visitor = await openVisitor(box)
    return { visitor, files: visitorFiles(box, visitor) }
  }

  /** What lies on the disk of an upload. */
  function stored(uploadId: string): readonly string[] {
    const place = join(dataDir, "files", uploadId)
    return existsSync(place) ? readdirSync(place) : []
  }

  test("a file in parts arrives exactly, in any order, and each part is answered again when it is sent again", async () => {
    const { files } = await sender()
    const file = madeUpFile(36)
    expect(await files.open(file)).toEqual({ uploadId: file.uploadId, parts: 3 })
    expect(await files.open(file)).toEqual({ uploadId: file.uploadId, parts: 3 })
    expect(await files.state(file)).toEqual({ chunks: 36, parts: [null, null, null], finished: false })
    await files.put(file, 2)
    await files.put(file, 0)
    await files.put(file, 0)
    expect((await files.state(file)).parts).toEqual([file.digests[0], null, file.digests[2]])
    expect(await problemOf(files.finish(file))).toBe("parts_missing")
    const digests = [file.digests[0], file.digests[2]].map((digest) => fromBase64url(digest!)!)
    const ofTwo = base64url(partsDigest(digests))
    expect(await problemOf(files.finish({ ...file, partsDigest: ofTwo }))).toBe("parts_missing")
    await files.put(file, 1)
    await files.finish(file)
    await files.finish(file)
    await files.put(file, 1)
    expect(await files.state(file)).toEqual({ chunks: 36, parts: file.digests, finished: true })
    for (const [n, part] of file.parts.entries())
      expect(Buffer.compare(await files.get(file, n), part)).toBe(0)
    expect(readdirSync(join(dataDir, "arriving"))).toEqual([])
    expect(stored(file.uploadId)).toHaveLength(3)
  })

  test("the same part twenty times at once is one part", async () => {
    const { files } = await sender()
    const file = madeUpFile(16)
    await files.open(file)
    await Promise.all(Array.from({ length: 20 }, () => files.put(file, 0)))
    await files.finish(file)
    expect(stored(file.uploadId)).toEqual([`0-${file.digests[0]}`])
    expect(Buffer.compare(await files.get(file, 0), file.parts[0]!)).toBe(0)
  })

  test("of two different parts that claim the same place one is kept, whole, and the other one is told", async () => {
    const { files } = await sender()
    const file = madeUpFile(3)
    const other = madeUpFile(3).parts[0]!
    await files.open(file)
    const outcomes = await Promise.all([problemOf(files.put(file, 0)), problemOf(files.put(file, 0, other))])
    expect([...outcomes].sort()).toEqual(["ok", "part_differs"])
    const kept = outcomes[0] === "ok" ? file.parts[0]! : other
    expect(Buffer.compare(await files.get(file, 0), kept)).toBe(0)
    expect(stored(file.uploadId)).toEqual([`0-${base64url(sha256(kept))}`])
    expect(await problemOf(files.put(file, 0, madeUpFile(3).parts[0]))).toBe("part_differs")
  })

  test("a part that was changed, cut short or made longer on its way is refused, and nothing of it stays", async () => {
    const { files } = await sender()
    const file = madeUpFile(3)
    await files.open(file)
    const [part] = file.parts
    const [digest] = file.digests
    const flipped = part!.slice()
    flipped[70_000]! ^= 1
    expect(await problemOf(files.putRaw(file, 0, flipped, digest!))).toBe("part_damaged")
    expect(await problemOf(files.putRaw(file, 0, part!.subarray(1), digest!))).toBe("part_damaged")
    expect(await problemOf(files.putRaw(file, 0, new Uint8Array([...part!, 0]), digest!))).toBe(
      "part_damaged",
    )
    const huge = new Uint8Array(5_000_000)
    // Nobody waits for the end of this one: the answer may come too early to be heard.
    expect(["part_damaged", "offline"]).toContain(
      await problemOf(files.putRaw(file, 0, huge, base64url(sha256(huge)))),
    )
    expect(await problemOf(files.putRaw(file, 1, part!, digest!))).toBe("not_found")
    expect(await problemOf(files.putRaw(file, 0, part!, "not a digest"))).toBe("bad_request")
    expect(stored(file.uploadId)).toEqual([])
    expect(readdirSync(join(dataDir, "arriving"))).toEqual([])
    await files.put(file, 0)
    expect(await problemOf(files.finish({ ...file, partsDigest: madeUpFile(3).partsDigest }))).toBe(
      "parts_missing",
    )
    await files.finish(file)
  })

  test("an id that was used for another length, another case or another sender is refused", async () => {
    const { files } = await sender()
    const file = madeUpFile(3)
    await files.open(file)
    expect(await problemOf(files.open({ ...file, chunks: 4 }))).toBe("conflict")
    const stranger = await sender()
    expect(await problemOf(stranger.files.open(file))).toBe("conflict")
    for (const [chunks, problem] of [
      [18, "ok"],
      [17, "size_not_allowed"],
      [2 ** 24, "too_large"],
      [0, "bad_request"],
      [1.5, "bad_request"],
    ] as const) {
      expect(await problemOf(files.open({ uploadId: madeUpFile(1).uploadId, chunks }))).toBe(problem)
    }
  })

  test("another case reads, writes and ends nothing of it, and is told that there is nothing", async () => {
    const { files } = await sender()
    const file = madeUpFile(20)
    await files.open(file)
    await files.put(file, 0)
    const stranger = (await sender()).files
    for (const attempt of [
      () => stranger.put(file, 1),
      () => stranger.put(file, 0),
      () => stranger.state(file),
      () => stranger.get(file, 0),
      () => stranger.finish(file),
      () => stranger.drop(file),
    ]) {
      expect(await problemOf(attempt())).toBe("not_found")
    }
    expect((await files.state(file)).parts).toEqual([file.digests[0], null])
    await files.put(file, 1)
    await files.finish(file)
    expect(await problemOf(stranger.get(file, 0))).toBe("not_found")
    const nobody = visitorFiles(box, { ...(await openVisitor(box)), token: "A".repeat(43) })
    expect(await problemOf(nobody.get(file, 0))).toBe("token_expired")
    expect(await problemOf(nobody.put(file, 0))).toBe("token_expired")
  })

  test("staff of the case read a finished file and add their own; who was removed does neither from then on", async () => {
    const { visitor, need, aliases } = await submittedCase(box)
    const { caseId } = visitor.keys
    const mine = visitorFiles(box, visitor)
    const sana = await box.colleague("Sana")
    const hers = staffFiles(caseId, sana)
    const expert = await box.colleague(aliases[0]!)
    const theirs = staffFiles(caseId, expert)
    const file = madeUpFile(2)
    await mine.open(file)
    await mine.put(file, 0)
    // An expert who was only asked is nobody on the case yet; the coordinator sees the file when it is whole.
    expect(await problemOf(theirs.get(file, 0))).toBe("not_on_roster")
    expect(await problemOf(theirs.open(madeUpFile(1)))).toBe("not_on_roster")
    expect(await problemOf(hers.get(file, 0))).toBe("not_found")
    await mine.finish(file)
    expect(await hers.get(file, 0)).toEqual(file.parts[0])
    expect((await visitor.call(REPORTER_ROUTES.readCase, {})).access).toContainEqual({
      keyId: sana.keys.keyId,
      act: "read",
      day: TODAY,
    })
    for (const attempt of [() => hers.put(file, 0), () => hers.drop(file), () => hers.finish(file)]) {
      expect(await problemOf(attempt())).toBe("not_found")
    }

    const answer = madeUpFile(1)
    await hers.send(answer)
    expect(await mine.get(answer, 0)).toEqual(answer.parts[0])
    const bilal = await box.colleague("Bilal")
    expect(await staffFiles(caseId, bilal).get(answer, 0)).toEqual(answer.parts[0])

    const half = madeUpFile(20)
    await hers.open(half)
    await hers.put(half, 0)
    const view = await bilal.call(DESK_ROUTES.readCase, { caseId })
    const { change } = must(
      await removeMembers({
        opened: await opened(box, view, bilal.keys),
        me: bilal.keys,
        directory: box.helpline.directory,
        today: TODAY,
        random: box.helpline.random,
        keyIds: [sana.keys.keyId],
      }),
    )
    await bilal.call(DESK_ROUTES.changeRoster, change)
    for (const attempt of [
      () => hers.get(file, 0),
      () => hers.get(answer, 0),
      () => hers.put(half, 1),
      () => hers.state(half),
      () => hers.drop(answer),
      () => hers.open(madeUpFile(1)),
    ]) {
      expect(await problemOf(attempt())).toBe("not_on_roster")
    }
    expect(need.needId).toBeTruthy()
  })

  test("a file that its sender stops is gone at once, gives its bytes back, and leaves nothing on the disk", async () => {
    const { visitor, files } = await sender()
    const file = madeUpFile(64)
    await files.open(file)
    await files.put(file, 0)
    const next = madeUpFile(64)
    expect(await problemOf(files.open(next))).toBe("budget_used")
    await files.drop(file)
    expect(await problemOf(files.drop(file))).toBe("not_found")
    expect(await problemOf(files.get(file, 0))).toBe("not_found")
    expect(await problemOf(files.put(file, 1))).toBe("not_found")
    expect(await problemOf(files.open(file))).toBe("conflict")
    await files.open(next)
    await box.server.runJobs()
    expect(stored(file.uploadId)).toEqual([])
    expect((await box.server.store.uploads.find(file.uploadId))?.state).toBe("emptied")
    box.clock.nowMs += 60 * 60 * 1000
    await box.server.runJobs()
    expect(await box.server.store.uploads.find(file.uploadId)).toBeUndefined()
    expect((await box.server.store.jobs.all()).filter(({ kind }) => kind === "drop_upload")).toEqual([])
    box.clock.nowMs = NOW_MS
    expect(await box.server.store.uploads.usage(visitor.keys.caseId)).toEqual({ chunks: 64, open: 1 })
  })

  test("a case may store so much and no more; each solved puzzle adds to it, and none counts twice", async () => {
    const { files } = await sender()
    await files.open(madeUpFile(96))
    // Three puzzles' worth beyond what is left.
    const large = { uploadId: madeUpFile(1).uploadId, chunks: 4096 }
    expect(await problemOf(files.open(large))).toBe("budget_used")
    const [first, second, third] = [
      await solvedWork(box, "budget"),
      await solvedWork(box, "budget"),
      await solvedWork(box, "budget"),
    ]
    expect(await problemOf(files.open(large, await solvedWork(box, "open")))).toBe("work_expired")
    expect(await problemOf(files.open(large, first))).toBe("budget_used")
    expect(await problemOf(files.open(large, first))).toBe("budget_used")
    expect(await problemOf(files.open(large, second))).toBe("budget_used")
    expect(await problemOf(files.open(large, third))).toBe("ok")
    expect(await problemOf(files.open(large, third))).toBe("ok")
  })

  test("two hundred files of a case may be under way at once and no more", async () => {
    const visitor = await openVisitor(box)
    const files = visitorFiles(box, visitor)
    const { store } = box.server
    await store.uploads.buy(visitor.keys.caseId, 500 * CHUNK)
    const many = Array.from({ length: 200 }, () => ({ uploadId: madeUpFile(1).uploadId, chunks: 1 }))
    await Promise.all(many.map((one) => files.open(one)))
    const late = madeUpFile(1)
    expect(await problemOf(files.open(late))).toBe("too_many_uploads")
    await files.drop(many[0]!)
    await files.send(late)
    expect((await store.uploads.usage(visitor.keys.caseId)).open).toBe(199)
  })

  test("a file that nobody comes back to for seven days goes; one that somebody comes back to, or that is finished, stays", async () => {
    const { visitor } = await submittedCase(box)
    const files = visitorFiles(box, visitor)
    const [left, continued, finished] = [madeUpFile(20), madeUpFile(20), madeUpFile(1)]
    await files.open(left)
    await files.put(left, 0)
    await files.open(continued)
    await files.send(finished)
    box.clock.nowMs = NOW_MS + DAY_MS
    await box.server.store.uploads.touch(continued.uploadId, "2026-11-24" as never)
    box.clock.nowMs = NOW_MS + 7 * DAY_MS
    await box.server.runJobs()
    expect((await box.server.store.uploads.find(left.uploadId))?.state).toBe("open")
    box.clock.nowMs = NOW_MS + 8 * DAY_MS
    await box.server.runJobs()
    await box.server.runJobs()
    expect(stored(left.uploadId)).toEqual([])
    const state = async (uploadId: typeof left.uploadId) =>
      (await box.server.store.uploads.find(uploadId))?.state
    expect(await state(left.uploadId)).toBe("emptied")
    expect(await state(continued.uploadId)).toBe("open")
    expect(await state(finished.uploadId)).toBe("finished")
    expect(stored(finished.uploadId)).toHaveLength(1)
    box.clock.nowMs = NOW_MS
  })

  test("when a case that was never sent expires, its files go first and the case after them", async () => {
    const { visitor, files } = await sender()
    const file = madeUpFile(2)
    await files.send(file)
    const { store } = box.server
    box.clock.nowMs = NOW_MS + 8 * DAY_MS
    await box.server.runJobs()
    expect((await store.cases.find(visitor.keys.caseId))?.state).toBe("expired")
    await box.server.runJobs()
    expect(stored(file.uploadId)).toEqual([])
    box.clock.nowMs = NOW_MS + 9 * DAY_MS
    await box.server.runJobs()
    box.clock.nowMs += 3 * 3_600_000
    await box.server.runJobs()
    expect(await store.uploads.find(file.uploadId)).toBeUndefined()
    expect(await store.cases.find(visitor.keys.caseId)).toBeUndefined()
    expect(box.events).not.toContainEqual(expect.objectContaining({ event: "job_failed" }))
    box.clock.nowMs = NOW_MS
  })

  test("on the disk lie sealed parts under random names, with the day as their only time", async () => {
    const { files } = await sender()
    const file = madeUpFile(2)
    await files.send(file)
    const place = join(dataDir, "files", file.uploadId)
    const name = `0-${file.digests[0]}`
    for (const path of [place, join(place, name)]) {
      const { mtimeMs, atimeMs, mode } = statSync(path)
      expect([mtimeMs, atimeMs]).toEqual([Date.parse(`${TODAY}T00:00:00Z`), Date.parse(`${TODAY}T00:00:00Z`)])
      expect(mode & 0o077).toBe(0)
    }
    await files.get(file, 0)
    expect(statSync(join(place, name)).atimeMs).toBe(Date.parse(`${TODAY}T00:00:00Z`))
    expect(readFileSync(join(place, name))).toEqual(Buffer.from(file.parts[0]!))
  })
})
