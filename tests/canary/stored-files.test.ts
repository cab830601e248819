import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { base64url } from "@shn/primitives/encode"
import { CHUNKS_PER_PART, isChunkCount, sealedPartLength } from "@shn/primitives/file-shape"
import { systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { type FileBody, sealMessage, sendFile } from "@shn/sealed"
import { REPORTER_ROUTES } from "@shn/wire"
import Database from "better-sqlite3"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { removeBucket, startBucket, type TestBucket } from "../../apps/server/src/blobs/testing/s3rver.ts"
import { newUpload, paceOf, portsOf } from "../support/file-ports.ts"
import { call, must, openPerson, type Person, readOwnCase, sealCase } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { scanBytes, scanTree } from "../support/scan.ts"

// Words that appear nowhere else: in the bytes of a file, in its name, in its type and in the note about it.
const INSIDE = "canary-inside-ثبوت-51d0c7"
const NAME = "canary-name-تصویر-9a2e"
const TYPE = "image/canary-type-77fe"
const NOTE = "canary-note-44b1"
const MARKERS = [INSIDE, NAME, TYPE, NOTE, "canary-type-77fe"]

/** Lengths that padding must hide, and which are searched for as numbers too. */
const SIZES = [0, 1, 65_536, 65_537, 1_048_577, 2_745_113, 5_391_047] as const
const DAY_MS = 86_400_000

type Sent = FileBody & { readonly size: number }

/** Sends files as the reporter's app does: sealed, in parts, and named in a sealed message only. */
async function sendFiles(run: Running): Promise<{ person: Person; files: readonly Sent[] }> {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story: "made up" })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  const files: Sent[] = []
  for (const [at, size] of SIZES.entries()) {
    const plain = Buffer.alloc(size, `${INSIDE} `)
    const upload = newUpload()
    const sent = must(
      await sendFile({
        source: { size, read: async (from, to) => plain.subarray(from, to) },
        key: upload.key,
        server: portsOf(person, upload, { address: run.reporter, origin: run.reporter }),
        hash: sha256Stream,
        pace: paceOf(0.01),
        onProgress: () => undefined,
      }),
    )
    const file = {
      uploadId: upload.uploadId,
      key: base64url(upload.key),
      name: `${NAME}-${at}.jpg`,
      type: TYPE,
      size,
      lastModified: null,
      origin: "gallery",
      pickedAt: new Date().toISOString(),
      note: NOTE,
      ...sent,
    } as const
    const { opened, token } = await readOwnCase(run.reporter, org, person.keys)
    const content = { kind: "file", body: file } as const
    const input = { opened, me: person.keys, content, nowMs: Date.now(), random: systemRandom }
    const envelope = must(await sealMessage(input))
    await call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)
    files.push(file)
  }
  return { person, files }
}

/** Every file below a folder, with its path from there. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

let bucket: TestBucket
beforeAll(async () => {
  bucket = await startBucket()
})
afterAll(async () => {
  await bucket?.stop()
  removeBucket(bucket)
})

describe.each(["disk", "bucket"] as const)("files kept on a %s", (kind) => {
  let run: Running
  let files: readonly Sent[]
  /** Where the sealed parts lie. */
  let place = ""
  beforeAll(async () => {
    const { endpoint, bucket: name, key, secret } = bucket.settings
    const s3 = { SHN_S3_ENDPOINT: endpoint, SHN_S3_BUCKET: name, SHN_S3_KEY: key, SHN_S3_SECRET: secret }
    run = await startHelpline(kind === "disk" ? {} : { env: { SHN_BLOBS: "s3", ...s3 } })
    files = (await sendFiles(run)).files
    place = kind === "disk" ? join(run.dataDir, "files") : bucket.folder
  })
  afterAll(() => run?.close())

  test("P1: no byte, name, type or note of a file lies readable at rest, crossed the line, or was printed", () => {
    for (const folder of [run.dataDir, place]) {
      const { sightings, files: read } = scanTree(folder, MARKERS)
      expect(read).toBeGreaterThan(0)
      expect(sightings).toEqual([])
    }
    const exchanges = run.reporterLine.log
    expect(exchanges.filter(({ method }) => method === "PUT").length).toBeGreaterThan(SIZES.length)
    const crossed = exchanges.flatMap((one) => [
      ...scanBytes(one.path, one.requestBody, MARKERS),
      ...scanBytes(one.path, one.responseBody, MARKERS),
      ...scanBytes(one.path, Buffer.from(`${one.path} ${JSON.stringify(one.requestHeaders)}`), MARKERS),
    ])
    expect(crossed).toEqual([])
    expect(scanBytes("output", Buffer.from(run.output()), MARKERS)).toEqual([])
  })

  test("P1: the keys and the digest of a file's own bytes are nowhere either", () => {
    const secrets = files.flatMap(({ key, sha256 }) => [
      key,
      sha256,
      Buffer.from(sha256, "base64url").toString("hex"),
    ])
    for (const folder of [run.dataDir, place]) expect(scanTree(folder, secrets).sightings).toEqual([])
    for (const one of run.reporterLine.log) {
      expect(scanBytes(one.path, Buffer.concat([Buffer.from(one.path), one.requestBody]), secrets)).toEqual(
        [],
      )
    }
  })

  test("P4: every stored part has a length that a part may have, and every file a number of chunks that padding makes", () => {
    const allowed = new Set(Array.from({ length: CHUNKS_PER_PART }, (_, n) => sealedPartLength(n + 1)))
    const parts = filesBelow(place).filter(isPart)
    expect(parts.length).toBe(files.reduce((sum, file) => sum + file.parts, 0))
    expect(parts.map((path) => statSync(path).size).filter((size) => !allowed.has(size))).toEqual([])
    const database = new Database(join(run.dataDir, "mailbox.sqlite"), { readonly: true })
    const rows = database.prepare("select chunks from uploads").all() as { chunks: number }[]
    expect(rows).toHaveLength(SIZES.length)
    expect(rows.filter(({ chunks }) => !isChunkCount(chunks))).toEqual([])
    database.close()
    // Nothing, one byte and a whole chunk look alike.
    expect(new Set(files.slice(0, 3).map(({ uploadId }) => lengthsOf(place, uploadId).join())).size).toBe(1)
  })

  test("P4: no column and no request holds the length of a file", () => {
    const lengths = files.map(({ size }) => size).filter((size) => size > 100_000)
    const database = new Database(join(run.dataDir, "mailbox.sqlite"), { readonly: true })
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as {
      name: string
    }[]
    const cells = tables.flatMap(({ name }) =>
      (database.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]).flatMap(Object.values),
    )
    database.close()
    expect(cells.length).toBeGreaterThan(100)
    expect(cells.filter((cell) => lengths.some((length) => String(cell) === String(length)))).toEqual([])
    const faces = lengths.map(String)
    for (const one of run.reporterLine.log.filter(({ path }) => !path.includes("/parts/"))) {
      expect(scanBytes(one.path, one.requestBody, faces)).toEqual([])
    }
  })

  test("P3: what is kept about a file is the day", () => {
    const database = new Database(join(run.dataDir, "mailbox.sqlite"), { readonly: true })
    const days = database.prepare("select distinct day from uploads").all() as { day: string }[]
    database.close()
    expect(days.every(({ day }) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true)
    if (kind === "disk") {
      const times = readdirSync(place).flatMap((upload) => [
        statSync(join(place, upload)).mtimeMs,
        ...filesBelow(join(place, upload)).map((path) => statSync(path).mtimeMs),
      ])
      expect(times.length).toBeGreaterThan(files.length * 2 - 1)
      expect(times.filter((ms) => ms % DAY_MS !== 0)).toEqual([])
    }
    expect(readdirSync(join(run.dataDir, "arriving"))).toEqual([])
  })

  test.runIf(kind === "bucket")(
    "an object of the bucket carries nothing of ours but its bytes and its random name",
    () => {
      const paths = filesBelow(place)
      const beside = paths.filter((path) => path.endsWith("._S3rver_metadata.json"))
      expect(beside.length).toBe(files.reduce((sum, file) => sum + file.parts, 0))
      for (const path of beside) {
        const { "content-type": type, ...others } = JSON.parse(readFileSync(path, "utf8")) as Record<
          string,
          string
        >
        expect([type, Object.keys(others)]).toEqual(["application/octet-stream", []])
      }
      for (const path of paths.filter(isPart)) {
        expect(relative(place, path)).toMatch(/^[\w-]+\/[0-9a-f-]{36}\/\d+-[\w-]{43}\._S3rver_object$/)
      }
    },
  )

  test("and the checks are awake: a planted plain part, of a length of its own, is found", () => {
    mkdirSync(join(place, "planted"), { recursive: true })
    writeFileSync(
      join(place, "planted", `0-${"a".repeat(43)}${kind === "disk" ? "" : "._S3rver_object"}`),
      INSIDE,
    )
    expect(scanTree(place, MARKERS).sightings.map(({ marker }) => marker)).toContain(INSIDE)
    const allowed = new Set(Array.from({ length: CHUNKS_PER_PART }, (_, n) => sealedPartLength(n + 1)))
    expect(
      filesBelow(place).filter((path) => isPart(path) && !allowed.has(statSync(path).size)),
    ).toHaveLength(1)
  })
})

/** A stored part by its name: number and digest, as a file or as an object of the test's bucket. */
function isPart(path: string): boolean {
  return /\/\d+-[\w-]{43}(\._S3rver_object)?$/.test(path)
}

function lengthsOf(place: string, uploadId: string): readonly number[] {
  return filesBelow(place)
    .filter((path) => isPart(path) && path.includes(uploadId))
    .map((path) => statSync(path).size)
}
