import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { partPath } from "@shn/wire"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  type Mailbox,
  openVisitor,
  problemOf,
  startMailbox,
  type Visitor,
} from "../../../../tests/support/mailbox.ts"
import { until } from "../../../../tests/support/running.ts"
import { madeUpFile, type SealedFile, visitorFiles } from "../../../../tests/support/sealed-files.ts"
import type { BlobStore } from "../blobs/blob-store.ts"
import { diskBlobs } from "../blobs/disk.ts"
import { s3Blobs } from "../blobs/s3.ts"
import { removeBucket, startBucket, type TestBucket } from "../blobs/testing/s3rver.ts"
import { openSqlite } from "../store/sqlite.ts"
import { storeOn } from "../store/store.ts"

const folder = mkdtempSync(join(tmpdir(), "shn-failing-"))
let bucket: TestBucket
beforeAll(async () => {
  bucket = await startBucket()
})
afterAll(async () => {
  await bucket.stop()
  removeBucket(bucket)
  rmSync(folder, { recursive: true, force: true })
})

const HOUR_MS = 3_600_000

async function sender(
  files: Parameters<typeof startMailbox>[2],
  location?: Parameters<typeof startMailbox>[0],
) {
  const dataDir = mkdtempSync(join(folder, "data-"))
  const box = await startMailbox(location, false, { dataDir, ...files })
  const visitor = await openVisitor(box)
  return { box, visitor, files: visitorFiles(box, visitor), dataDir }
}

/** A disk on which the next call of one kind does its work and then dies, as a process that is killed does. */
function dyingOnce(root: string, kind: "put" | "drop"): BlobStore {
  const blobs = diskBlobs(root)
  let isDead = false
  const then = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done
    if (isDead) return answer
    isDead = true
    throw new Error("killed, made-up")
  }
  return {
    ...blobs,
    ...(kind === "put"
      ? { put: (...args: Parameters<BlobStore["put"]>) => then(blobs.put(...args)) }
      : { drop: (uploadId: Parameters<BlobStore["drop"]>[0]) => then(blobs.drop(uploadId)) }),
  }
}

test("a file kept in a bucket arrives exactly; with the bucket away every part is refused with a word, and nothing is lost", async () => {
  const { box, files } = await sender({ blobs: s3Blobs(bucket.settings) })
  const file = madeUpFile(36)
  await files.open(file)
  await files.put(file, 0)
  await bucket.stop()
  expect(await problemOf(files.put(file, 1))).toBe("storage_unreachable")
  expect(await problemOf(files.get(file, 0))).toBe("storage_unreachable")
  expect(box.events).toContainEqual({ event: "files_unreachable", app: "reporter" })
  expect((await files.state(file)).parts).toEqual([file.digests[0], null, null])
  await bucket.start()
  await files.put(file, 1)
  await files.put(file, 2)
  await files.finish(file)
  for (const [n, part] of file.parts.entries()) expect(Buffer.compare(await files.get(file, n), part)).toBe(0)
  await box.close()
})

test("a bucket that is away says for how long to wait, and messages and states go on without it", async () => {
  const { box, files, visitor } = await sender({
    blobs: s3Blobs({ ...bucket.settings, endpoint: "http://127.0.0.1:1" }),
  })
  const file = madeUpFile(2)
  await files.open(file)
  const answer = await box.partFetch(partPath({ uploadId: file.uploadId, n: 0 }), {
    method: "PUT",
    headers: { authorization: `Bearer ${visitor.token}`, "x-part-digest": file.digests[0]! },
    body: file.parts[0]!,
  })
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"])
  expect(await answer.text()).toBe('{"problem":"storage_unreachable"}')
  expect((await files.state(file)).finished).toBe(false)
  await box.close()
})

test("a file that is dropped while the bucket is away is deleted when it is back, however long that takes", async () => {
  const { box, files } = await sender({ blobs: s3Blobs(bucket.settings) })
  const file = madeUpFile(20)
  await files.open(file)
  await files.put(file, 0)
  await files.drop(file)
  const { store } = box.server
  await bucket.stop()
  for (let hours = 0; hours < 30; hours += 1) {
    box.clock.nowMs += HOUR_MS
    await box.server.runJobs()
  }
  expect(await store.jobs.all()).toContainEqual(
    expect.objectContaining({ kind: "drop_upload", state: "waiting" }),
  )
  expect((await store.uploads.find(file.uploadId))?.state).toBe("dropped")
  await bucket.start()
  for (let rounds = 0; rounds < 2; rounds += 1) {
    box.clock.nowMs += HOUR_MS
    await box.server.runJobs()
  }
  expect(await store.uploads.find(file.uploadId)).toBeUndefined()
  const left = readdirSync(bucket.folder, { recursive: true }).filter((name) =>
    String(name).includes(file.uploadId),
  )
  expect(left).toEqual([])
  await box.close()
})

test("a case that was never sent waits for its files, when they cannot be deleted yet", async () => {
  const { box, files, visitor } = await sender({ blobs: s3Blobs(bucket.settings) })
  const { store } = box.server
  await files.send(madeUpFile(2))
  await bucket.stop()
  for (let hours = 0; hours < 11 * 24; hours += 12) {
    box.clock.nowMs += 12 * HOUR_MS
    await box.server.runJobs()
  }
  expect((await store.cases.find(visitor.keys.caseId))?.state).toBe("expired")
  expect(box.events).not.toContainEqual(expect.objectContaining({ event: "job_failed" }))
  await bucket.start()
  for (let rounds = 0; rounds < 3; rounds += 1) {
    box.clock.nowMs += 3 * HOUR_MS
    await box.server.runJobs()
  }
  expect(await store.cases.find(visitor.keys.caseId)).toBeUndefined()
  expect(await store.jobs.all()).toEqual([expect.objectContaining({ kind: "sweep" })])
  await box.close()
})

test("with a full database a part is refused whole, and the same one succeeds when there is room again", async () => {
  const engine = openSqlite(join(mkdtempSync(join(folder, "full-")), "mailbox.sqlite"))
  const { box, files } = await sender({}, await storeOn(engine))
  const file = madeUpFile(96)
  await files.open(file)
  await files.put(file, 0)
  await sql`pragma max_page_count = 1`.execute(engine.db)
  let refused = ""
  let n = 1
  // The first rows still find room on pages that are there.
  for (; refused === "" && n < 6; n += 1) {
    const answer = await problemOf(files.put(file, n))
    if (answer !== "ok") refused = answer
  }
  const late = madeUpFile(2)
  if (refused === "")
    refused = await filledBy(() => files.open({ ...late, uploadId: madeUpFile(1).uploadId }))
  expect(refused).toBe("storage_full")
  expect(box.events).toContainEqual({ event: "storage_full", app: "reporter" })
  await sql`pragma max_page_count = 1000000`.execute(engine.db)
  await files.send(file)
  for (const [at, part] of file.parts.entries())
    expect(Buffer.compare(await files.get(file, at), part)).toBe(0)
  await box.close()
})

async function filledBy(attempt: () => Promise<unknown>): Promise<string> {
  for (let tries = 0; tries < 199; tries += 1) {
    const answer = await problemOf(attempt())
    if (answer !== "ok") return answer
  }
  return "never"
}

test("a server that dies between the part and its row has answered for nothing; the same part again lands on it", async () => {
  const dataDir = mkdtempSync(join(folder, "dying-"))
  const root = join(dataDir, "files")
  const { box, files } = await sender({ dataDir, blobs: dyingOnce(root, "put") })
  const file = madeUpFile(16)
  await files.open(file)
  expect(await problemOf(files.put(file, 0))).toBe("failed")
  expect(readdirSync(join(root, file.uploadId))).toEqual([`0-${file.digests[0]}`])
  expect((await files.state(file)).parts).toEqual([null])
  expect(await problemOf(files.finish(file))).toBe("parts_missing")
  await files.put(file, 0)
  await files.finish(file)
  expect(Buffer.compare(await files.get(file, 0), file.parts[0]!)).toBe(0)
  await box.close()
})

test("what a dying server left of a part that is never sent again goes with its upload", async () => {
  const dataDir = mkdtempSync(join(folder, "dying-"))
  const root = join(dataDir, "files")
  const { box, files } = await sender({ dataDir, blobs: dyingOnce(root, "put") })
  const file = madeUpFile(16)
  await files.open(file)
  expect(await problemOf(files.put(file, 0))).toBe("failed")
  box.clock.nowMs += 8 * 24 * HOUR_MS
  await box.server.runJobs()
  expect(readdirSync(root)).toEqual([])
  await box.close()
})

test("a server that dies while it deletes goes on deleting, and the row outlives the parts", async () => {
  const dataDir = mkdtempSync(join(folder, "dying-"))
  const root = join(dataDir, "files")
  const { box, files } = await sender({ dataDir, blobs: dyingOnce(root, "drop") })
  const { store } = box.server
  const file = madeUpFile(2)
  await files.send(file)
  await files.drop(file)
  await box.server.runJobs()
  expect((await store.uploads.find(file.uploadId))?.state).toBe("dropped")
  expect(existsSync(join(root, file.uploadId))).toBe(false)
  for (let rounds = 0; rounds < 3; rounds += 1) {
    box.clock.nowMs += HOUR_MS
    await box.server.runJobs()
  }
  expect(await store.uploads.find(file.uploadId)).toBeUndefined()
  await box.close()
})

test("a part that is still coming when its file is dropped is not kept", async () => {
  const { box, files, visitor, dataDir } = await sender({})
  const file = madeUpFile(16)
  await files.open(file)
  const sending = slowly(box, visitor, file)
  await until(() => existsSync(join(dataDir, "arriving")), "the part does not begin to arrive")
  await files.drop(file)
  await box.server.runJobs()
  sending.finish()
  expect(await sending.answered).toBe('{"problem":"not_found"}')
  box.clock.nowMs += HOUR_MS
  await box.server.runJobs()
  expect(existsSync(join(dataDir, "files", file.uploadId))).toBe(false)
  expect(await box.server.store.uploads.find(file.uploadId)).toBeUndefined()
  await box.close()
})

/** Sends the first half of a part, and the rest when it is told to. */
function slowly(box: Mailbox, visitor: Visitor, file: SealedFile) {
  const part = file.parts[0]!
  const headers = {
    origin: box.server.origins().reporter,
    authorization: `Bearer ${visitor.token}`,
    "content-length": String(part.length),
    "x-part-digest": file.digests[0]!,
  }
  const path = box.reporterUrl + partPath({ uploadId: file.uploadId, n: 0 })
  let finish = (): void => undefined
  const answered = new Promise<string>((done, fail) => {
    const call = request(path, { method: "PUT", headers }, (response) => {
      let text = ""
      response.on("data", (chunk) => {
        text += String(chunk)
      })
      response.on("end", () => done(text))
    })
    call.on("error", fail)
    call.write(part.subarray(0, 500_000))
    finish = () => call.end(part.subarray(500_000))
  })
  return { answered, finish: () => finish() }
}
