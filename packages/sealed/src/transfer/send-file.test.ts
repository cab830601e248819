import { base64url } from "@shn/primitives/encode"
import { FILE_PART_BYTES } from "@shn/primitives/file-shape"
import { sha256 } from "@shn/primitives/hash"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { expect, test } from "vitest"
import { type MemoryServer, memoryServer } from "../../../../tests/support/upload-server.ts"
import { FIRST_WAIT_MS, LONGEST_WAIT_MS } from "./patience.ts"
import type { FileSource } from "./ports.ts"
import { readFile } from "./read-file.ts"
import { type SendInput, type SendProgress, sendFile } from "./send-file.ts"

const KEY = new Uint8Array(32).fill(7)
const MIB = FILE_PART_BYTES

/** Bytes that differ everywhere, so that a part in the wrong place is another part. */
function bytesOf(size: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(size)
  let state = seed
  for (let at = 0; at < size; at += 97) {
    state = (state * 1_103_515_245 + 12_345) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

function sourceOf(bytes: Uint8Array, size = bytes.length): FileSource & { readonly reads: number[] } {
  const reads: number[] = []
  return {
    size,
    reads,
    read: async (from, to) => {
      reads.push(from)
      return bytes.slice(from, to)
    },
  }
}

async function send(server: MemoryServer, source: FileSource, more: Partial<SendInput> = {}) {
  const waits: number[] = []
  const progress: SendProgress[] = []
  const result = await sendFile({
    source,
    key: KEY,
    server: server.send,
    hash: sha256Stream,
    pace: {
      wait: async (ms) => {
        waits.push(ms)
        await new Promise(setImmediate)
      },
      isStopped: () => false,
    },
    onProgress: (now) => progress.push(now),
    ...more,
  })
  return { result, waits, progress }
}

async function readBack(server: MemoryServer, size: number, sent: Awaited<ReturnType<typeof send>>) {
  if (!sent.result.ok) throw new Error(sent.result.error)
  const pieces: Uint8Array[] = []
  const read = await readFile({
    facts: { key: KEY, size, ...sent.result.value },
    server: server.read,
    hash: sha256Stream,
    pace: { wait: async () => undefined, isStopped: () => false },
    sink: (bytes) => {
      pieces.push(bytes)
    },
  })
  expect(read).toEqual({ ok: true })
  return Buffer.concat(pieces)
}

test.each([0, 1, 65_536, 65_537, MIB - 1, MIB, MIB + 1, 9 * MIB + 12_345])(
  "a file of %i bytes arrives byte for byte and is said to be sent only after the server finished it",
  async (size) => {
    const bytes = bytesOf(size)
    const server = memoryServer()
    const sent = await send(server, sourceOf(bytes))
    expect(sent.result).toMatchObject({ ok: true, value: { sha256: base64url(sha256(bytes)) } })
    expect(server.finished()).toBe(sent.result.ok && sent.result.value.partsDigest)
    expect((await readBack(server, size, sent)).equals(bytes)).toBe(true)
  },
)

test("at most four parts travel at once, they may arrive in any order, and each is read once", async () => {
  const bytes = bytesOf(12 * MIB)
  const server = memoryServer({ takes: (part) => (part % 2 === 0 ? 400 : 100) })
  const source = sourceOf(bytes)
  let mostHeld = 0
  const read = (from: number, to: number) => {
    mostHeld = Math.max(mostHeld, source.reads.length - server.arrived.length + 1)
    return source.read(from, to)
  }
  const sent = await send(server, { size: source.size, read })
  expect(server.mostAtOnce()).toBe(4)
  expect(mostHeld).toBeLessThanOrEqual(5)
  expect(server.arrived).not.toEqual([...server.arrived].sort((a, b) => a - b))
  expect(source.reads).toEqual([...Array(12).keys(), 12].map((part) => part * MIB))
  expect((await readBack(server, bytes.length, sent)).equals(bytes)).toBe(true)
})

test("lost parts and lost answers are tried again with the same bytes, waiting a little longer each time", async () => {
  const bytes = bytesOf(6 * MIB)
  const server = memoryServer({
    put: (part, tries) => (tries < 4 ? (part % 2 === 0 ? "lost" : "answer_lost") : undefined),
    open: (tries) => (tries < 3 ? "offline" : undefined),
    finish: (tries) => (tries < 2 ? "busy" : undefined),
  })
  const source = sourceOf(bytes)
  const sent = await send(server, source)
  expect((await readBack(server, bytes.length, sent)).equals(bytes)).toBe(true)
  expect(sent.waits.slice(0, 2)).toEqual([FIRST_WAIT_MS, 2 * FIRST_WAIT_MS])
  expect(Math.max(...sent.waits)).toBeLessThanOrEqual(LONGEST_WAIT_MS)
  expect(sent.progress.map((now) => now.waitingFor)).toEqual(
    expect.arrayContaining(["line", "server", "nothing"]),
  )
  expect(source.reads).toHaveLength(7)
})

test("a line so thin that it loses everything but a single part at a time still carries the whole file", async () => {
  const bytes = bytesOf(6 * MIB)
  const server = memoryServer({
    takes: () => 20,
    put: (_part, _tries, company) => (company > 1 ? "lost" : undefined),
  })
  const waits: number[] = []
  const wait = async (ms: number) => {
    waits.push(ms)
    await new Promise(setImmediate)
  }
  const sent = await send(server, sourceOf(bytes), { pace: { wait, isStopped: () => waits.length > 100 } })
  expect((await readBack(server, bytes.length, sent)).equals(bytes)).toBe(true)
})

test("where the line breaks in the middle of every part again and again, only the rest is sent each time", async () => {
  const bytes = bytesOf(3 * MIB)
  const server = memoryServer({ put: (_, tries) => (tries <= 6 ? "half" : undefined) })
  const sent = await send(server, sourceOf(bytes))
  expect((await readBack(server, bytes.length, sent)).equals(bytes)).toBe(true)
  // 1 + 1/2 + 1/4 + ... of each part, where seven whole ones would have been.
  expect(server.carried()).toBeLessThan(2.01 * bytes.length)
  const shown = sent.progress.filter((now) => now.stage === "sending").map((now) => now.doneBytes)
  expect(shown.filter((done) => done === 0).length).toBeLessThan(6)
})

test("a server that claims to have more of a part than there is does not stop it for ever", async () => {
  const bytes = bytesOf(MIB)
  const server = memoryServer({ put: (_, tries) => (tries === 1 ? "lost" : undefined) })
  const lying = { ...server.send, begun: async () => ({ ok: true, value: { bytes: 2 ** 40 } }) as const }
  const { result } = await send(server, sourceOf(bytes), { server: lying })
  expect(result).toEqual({ ok: false, error: "refused" })
})

test("a bit that flips on the way is sent again; a line that damages every try is given up instead of going on for ever", async () => {
  const bytes = bytesOf(2 * MIB)
  const once = memoryServer({ put: (_, tries) => (tries === 1 ? "flipped" : undefined) })
  const sent = await send(once, sourceOf(bytes))
  expect((await readBack(once, bytes.length, sent)).equals(bytes)).toBe(true)
  const always = await send(memoryServer({ put: () => "flipped" }), sourceOf(bytes))
  expect(always.result).toEqual({ ok: false, error: "refused" })
})

test("stopped in the middle, it goes on later from any device with the same bytes and sends nothing twice", async () => {
  const bytes = bytesOf(8 * MIB)
  const server = memoryServer()
  const first = await send(server, sourceOf(bytes), {
    pace: { wait: async () => undefined, isStopped: () => server.arrived.length >= 3 },
  })
  expect(first.result).toEqual({ ok: false, error: "stopped" })
  await new Promise((resume) => setTimeout(resume, 20))
  const before = server.arrived.length
  expect(before).toBeLessThan(8)
  const second = await send(server, sourceOf(bytes.slice()))
  expect(second.progress[0]).toMatchObject({ stage: "checking", doneBytes: MIB })
  expect(server.arrived).toHaveLength(8)
  expect(new Set(server.arrived).size).toBe(8)
  expect((await readBack(server, bytes.length, second)).equals(bytes)).toBe(true)
})

test("going on with another file is refused before one of its bytes is sent", async () => {
  const bytes = bytesOf(5 * MIB)
  const server = memoryServer()
  await send(server, sourceOf(bytes), {
    pace: { wait: async () => undefined, isStopped: () => server.arrived.length >= 2 },
  })
  await new Promise((resume) => setTimeout(resume, 20))
  const known = [...server.arrived]
  const other = bytes.slice()
  other[3] = (other[3] ?? 0) ^ 1
  expect((await send(server, sourceOf(other))).result).toEqual({ ok: false, error: "differs" })
  const longer = bytesOf(9 * MIB)
  expect((await send(server, sourceOf(longer))).result).toEqual({ ok: false, error: "differs" })
  expect(server.arrived).toEqual(known)
})

test("a file that shrinks, grows, vanishes or is replaced while it is read is never called sent", async () => {
  const bytes = bytesOf(5 * MIB)
  const shrunk = {
    size: bytes.length,
    read: async (from: number, to: number) => bytes.slice(0, 3 * MIB).slice(from, to),
  }
  const grown = sourceOf(bytesOf(6 * MIB), bytes.length)
  const gone = {
    size: bytes.length,
    read: async (from: number, to: number) => {
      if (from >= 2 * MIB) throw new Error("NotFoundError")
      return bytes.slice(from, to)
    },
  }
  for (const [source, error] of [
    [shrunk, "changed_while_read"],
    [grown, "changed_while_read"],
    [gone, "unreadable"],
  ] as const) {
    const server = memoryServer()
    expect((await send(server, source)).result).toEqual({ ok: false, error })
    expect(server.finished()).toBeNull()
  }
  // Replaced between two tries of the same part, when the server asks for a part it had confirmed.
  let current = bytes
  const replaced = { size: bytes.length, read: async (from: number, to: number) => current.slice(from, to) }
  const forgetful = memoryServer({
    finish: (tries, stored) => {
      if (tries > 1) return undefined
      stored.delete(1)
      current = bytesOf(5 * MIB, 99)
      return "parts_missing"
    },
  })
  expect((await send(forgetful, replaced)).result).toEqual({ ok: false, error: "changed_while_read" })
})

test("a part that the server lost after confirming it is read and sent again, and only that one", async () => {
  const bytes = bytesOf(5 * MIB)
  const server = memoryServer({
    finish: (tries, stored) => {
      if (tries > 1) return undefined
      stored.delete(3)
      return "parts_missing"
    },
  })
  const source = sourceOf(bytes)
  const sent = await send(server, source)
  expect(source.reads.filter((from) => from === 3 * MIB)).toHaveLength(2)
  expect(source.reads.filter((from) => from === MIB)).toHaveLength(1)
  expect((await readBack(server, bytes.length, sent)).equals(bytes)).toBe(true)
})

test("a server that never has all parts is given up, not asked for ever", async () => {
  const server = memoryServer({ finish: () => "parts_missing" })
  expect((await send(server, sourceOf(bytesOf(MIB)))).result).toEqual({ ok: false, error: "refused" })
})

test.each([
  ["budget_used", "budget_used"],
  ["too_many_uploads", "too_many_uploads"],
  ["storage_full", "storage_full"],
  ["too_large", "too_large"],
  ["case_expired", "upload_gone"],
  ["token_expired", "signed_out"],
  ["a_code_of_next_year", "refused"],
] as const)("the server's %s is passed on as %s", async (code, error) => {
  expect((await send(memoryServer({ open: () => code }), sourceOf(bytesOf(10)))).result).toEqual({
    ok: false,
    error,
  })
})

test("one part that cannot be kept ends the file; nothing goes on behind the person's back", async () => {
  const server = memoryServer({
    put: (part) => (part === 2 ? "storage_full" : part > 2 ? "lost" : undefined),
  })
  const { result, waits } = await send(server, sourceOf(bytesOf(8 * MIB)))
  expect(result).toEqual({ ok: false, error: "storage_full" })
  await new Promise((resume) => setTimeout(resume, 20))
  const calm = waits.length
  await new Promise((resume) => setTimeout(resume, 20))
  expect(waits).toHaveLength(calm)
})

test("while nothing moves, per cent counts only what the server has", async () => {
  const bytes = bytesOf(4 * MIB)
  const server = memoryServer({ put: (part, tries) => (part > 0 && tries < 3 ? "lost" : undefined) })
  const shown: boolean[] = []
  const onProgress = ({ waitingFor, doneBytes }: SendProgress) => {
    if (waitingFor === "line") shown.push(doneBytes <= server.arrived.length * MIB)
  }
  const sent = await send(server, sourceOf(bytes), { onProgress, inFlight: 1 })
  expect(sent.result.ok).toBe(true)
  expect(new Set(shown)).toEqual(new Set([true]))
})

test("per cent never says more than the line has taken, and all of it only with the last part", async () => {
  const bytes = bytesOf(4 * MIB + 10)
  const { progress } = await send(memoryServer(), sourceOf(bytes))
  const sending = progress.filter((now) => now.stage === "sending")
  expect(sending.every((now) => now.doneBytes <= bytes.length && now.totalBytes === bytes.length)).toBe(true)
  expect(sending.slice(0, 3).some((now) => now.doneBytes === bytes.length)).toBe(false)
  expect(progress.at(-1)).toMatchObject({ stage: "finishing", doneBytes: bytes.length })
})
