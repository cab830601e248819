import { base64url } from "@shn/primitives/encode"
import { sealPart } from "@shn/primitives/file-part"
import { FILE_CHUNK_BYTES, FILE_PART_BYTES } from "@shn/primitives/file-shape"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { beforeAll, expect, test } from "vitest"
import { type MemoryServer, memoryServer } from "../../../../tests/support/upload-server.ts"
import { type FileFacts, readFile, readRange } from "./read-file.ts"
import { sendFile } from "./send-file.ts"

const MIB = FILE_PART_BYTES
const KEY = new Uint8Array(32).fill(9)
const SIZE = 4 * MIB + 70_000
const BYTES = Uint8Array.from({ length: SIZE }, (_, at) => (at * 31 + (at >> 12)) & 255)
const pace = { wait: async () => undefined, isStopped: () => false }

let facts: FileFacts
let good: MemoryServer
beforeAll(async () => {
  good = memoryServer()
  const sent = await sendFile({
    source: { size: SIZE, read: async (from, to) => BYTES.slice(from, to) },
    key: KEY,
    server: good.send,
    hash: sha256Stream,
    pace,
    onProgress: () => undefined,
  })
  if (!sent.ok) throw new Error(sent.error)
  facts = { key: KEY, size: SIZE, ...sent.value }
})

/** The same file on a server of its own that a test may spoil. */
function copy(): MemoryServer {
  const server = memoryServer()
  for (const [part, sealed] of good.stored) server.stored.set(part, sealed.slice())
  return server
}

async function read(server: MemoryServer, told: FileFacts = facts) {
  const pieces: Uint8Array[] = []
  const result = await readFile({
    facts: told,
    server: server.read,
    hash: sha256Stream,
    pace,
    sink: (bytes) => {
      pieces.push(bytes)
    },
  })
  return { result, bytes: Buffer.concat(pieces) }
}

const part = (server: MemoryServer, number: number) => server.stored.get(number) ?? new Uint8Array(0)

test("a whole file comes back exactly, and any stretch of it", async () => {
  const whole = await read(copy())
  expect(whole.result).toEqual({ ok: true })
  expect(whole.bytes.equals(BYTES)).toBe(true)
  for (const [from, to] of [
    [0, 1],
    [FILE_CHUNK_BYTES - 3, FILE_CHUNK_BYTES + 3],
    [MIB - 1, 2 * MIB + 1],
    [SIZE - 5, SIZE],
    [7, 7],
  ] as const) {
    const range = await readRange({ facts, server: copy().read, pace }, from, to)
    expect(range.ok && Buffer.from(range.value).equals(BYTES.slice(from, to))).toBe(true)
  }
})

test("a changed byte is refused with the number of its part", async () => {
  const server = copy()
  part(server, 2)[5_000]! ^= 1
  expect((await read(server)).result).toEqual({ ok: false, error: "part_changed", part: 2 })
  const range = await readRange({ facts, server: server.read, pace }, 2 * MIB, 2 * MIB + 10)
  expect(range).toEqual({ ok: false, error: "part_changed", part: 2 })
})

test("a changed salt is refused", async () => {
  const server = copy()
  part(server, 1)[0]! ^= 1
  expect((await read(server)).result).toEqual({ ok: false, error: "part_changed", part: 1 })
})

test("a missing, a cut and an extended part are each called what they are", async () => {
  const missing = copy()
  missing.stored.delete(3)
  expect((await read(missing)).result).toEqual({ ok: false, error: "part_missing", part: 3 })
  const short = copy()
  short.stored.set(4, part(short, 4).slice(0, -1))
  expect((await read(short)).result).toEqual({ ok: false, error: "too_short", part: 4 })
  const long = copy()
  long.stored.set(0, Uint8Array.from([...part(long, 0), 0]))
  expect((await read(long)).result).toEqual({ ok: false, error: "too_long", part: 0 })
})

test("two parts in each other's place are seen as swapped", async () => {
  const server = copy()
  const [first, second] = [part(server, 0), part(server, 1)]
  server.stored.set(0, second)
  server.stored.set(1, first)
  expect((await read(server)).result).toEqual({ ok: false, error: "swapped", part: 0 })
})

test("a part of another file is refused, even under the same key", async () => {
  const server = copy()
  const other = await sealPart(
    { fileKey: new Uint8Array(32), part: 1, parts: facts.parts },
    new Uint8Array(MIB),
  )
  server.stored.set(1, other)
  expect((await read(server)).result).toEqual({ ok: false, error: "part_changed", part: 1 })
  const sameKey = copy()
  sameKey.stored.set(1, await sealPart({ fileKey: KEY, part: 1, parts: facts.parts }, new Uint8Array(MIB)))
  expect((await read(sameKey)).result).toEqual({ ok: false, error: "digest_wrong", part: null })
})

test("bytes hidden behind the end of the file are refused", async () => {
  const server = copy()
  const last = facts.parts - 1
  const plain = new Uint8Array(
    part(server, last).length - 32 - 16 * ((part(server, last).length - 32) / 65_552),
  )
  plain.set(BYTES.slice(last * MIB))
  plain[plain.length - 1] = 1
  server.stored.set(last, await sealPart({ fileKey: KEY, part: last, parts: facts.parts }, plain))
  expect((await read(server)).result).toEqual({ ok: false, error: "too_long", part: last })
})

test("a message whose numbers do not fit together is refused before anything is fetched", async () => {
  const server = copy()
  server.stored.clear()
  for (const wrong of [
    { parts: facts.parts + 1 },
    { size: -1 },
    { size: 2 ** 60 },
    { key: new Uint8Array(16) },
    { sha256: "short" },
  ]) {
    expect((await read(server, { ...facts, ...wrong })).result).toEqual({
      ok: false,
      error: "facts_wrong",
      part: null,
    })
  }
})

test("another digest in the message than that of the bytes is refused", async () => {
  const other = base64url(new Uint8Array(32))
  expect((await read(copy(), { ...facts, sha256: other })).result).toMatchObject({ error: "digest_wrong" })
  expect((await read(copy(), { ...facts, partsDigest: other })).result).toMatchObject({
    error: "digest_wrong",
  })
})

test("reading waits out a lost line and stops when asked", async () => {
  const server = copy()
  let lost = 0
  const flaky = {
    getPart: (number: number) =>
      number === 2 && lost++ < 3
        ? Promise.resolve({ ok: false, error: "offline" } as const)
        : server.read.getPart(number),
  }
  const sink = () => undefined
  expect(await readFile({ facts, server: flaky, hash: sha256Stream, pace, sink })).toEqual({ ok: true })
  const stopped = { wait: async () => undefined, isStopped: () => true }
  expect(await readFile({ facts, server: flaky, hash: sha256Stream, pace: stopped, sink })).toMatchObject({
    ok: false,
    error: "stopped",
  })
})
