import { randomFillSync } from "node:crypto"
import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ok } from "@shn/domain"
import {
  chunksForSize,
  FILE_CHUNK_BYTES,
  FILE_PART_BYTES,
  sealedPartLength,
} from "@shn/primitives/file-shape"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { type FileFacts, readFile, type SendPorts, sendFile } from "@shn/sealed"

export type FilesFigure = {
  readonly sealMs: number
  readonly openMs: number
  /** AES-256-GCM in chunks of 64 KiB and one SHA-256 over the same bytes: the least that sealing and telling costs. */
  readonly leastMs: number
  /** Most memory while sealing and opening beyond what was there before, MB. */
  readonly peakMb: number
}

const ROUNDS = 5
const FULL_PART = sealedPartLength(16)
const PACE = { wait: async () => undefined, isStopped: () => false }
const KEY_BYTES = 32

/**
 * Seals and opens a file with the engine of the apps over a line that takes no time, and beside it the bare arithmetic,
 * in turns, so that all meet the same noise. Medians of five rounds. The bytes are made as they are read.
 */
export async function measureFiles(size: number): Promise<FilesFigure> {
  const folder = await mkdtemp(join(tmpdir(), "shn-bench-"))
  const shelf = await open(join(folder, "parts"), "w+")
  try {
    const pattern = randomFillSync(new Uint8Array(FILE_PART_BYTES))
    const source = {
      size,
      read: async (from: number, to: number) => pattern.slice(0, Math.max(0, Math.min(to, size) - from)),
    }
    const key = randomFillSync(new Uint8Array(KEY_BYTES))
    const facts = await seal(source, key, async (part, sealed) => {
      await shelf.write(sealed, 0, sealed.length, part * FULL_PART)
    })
    const getPart = async (part: number) => {
      const { bytesRead, buffer } = await shelf.read(
        new Uint8Array(FULL_PART),
        0,
        FULL_PART,
        part * FULL_PART,
      )
      return ok(buffer.subarray(0, bytesRead))
    }
    const times = { seal: [] as number[], open: [] as number[], least: [] as number[] }
    const before = process.memoryUsage.rss()
    let most = before
    const look = () => {
      most = Math.max(most, process.memoryUsage.rss())
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      times.seal.push(await timed(() => seal(source, key, async () => look())))
      times.open.push(
        await timed(async () => {
          const sink = () => look()
          const read = await readFile({ facts, server: { getPart }, hash: sha256Stream, pace: PACE, sink })
          if (!read.ok) throw new Error(read.error)
        }),
      )
      times.least.push(await timed(() => least(source)))
    }
    return {
      sealMs: median(times.seal),
      openMs: median(times.open),
      leastMs: median(times.least),
      peakMb: (most - before) / 1e6,
    }
  } finally {
    await shelf.close()
    await rm(folder, { recursive: true })
  }
}

type Source = { readonly size: number; readonly read: (from: number, to: number) => Promise<Uint8Array> }

async function seal(
  source: Source,
  key: Uint8Array,
  keep: (part: number, sealed: Uint8Array) => Promise<void>,
): Promise<FileFacts> {
  const server: SendPorts = {
    open: async () => ok({}),
    state: async () => ok({ parts: [] }),
    begun: async () => ok({ bytes: 0 }),
    putPart: async (part, sealed) => {
      await keep(part, sealed)
      return ok({})
    },
    finish: async () => ok({}),
  }
  const sent = await sendFile({
    source,
    key,
    server,
    hash: sha256Stream,
    pace: PACE,
    onProgress: () => undefined,
  })
  if (!sent.ok) throw new Error(sent.error)
  return { key, size: source.size, ...sent.value }
}

// One key, nonces that count: nothing that makes it safe to send a part again or to know a file by.
async function least({ size, read }: Source): Promise<void> {
  const hash = await sha256Stream()
  const raw = randomFillSync(new Uint8Array(KEY_BYTES))
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"])
  for (let from = 0; from < chunksForSize(size) * FILE_CHUNK_BYTES; from += FILE_PART_BYTES) {
    const bytes = await read(from, from + FILE_PART_BYTES)
    hash.update(bytes)
    await Promise.all(
      Array.from({ length: 16 }, async (_, chunk) => {
        const iv = new Uint8Array(12)
        new DataView(iv.buffer).setUint32(8, from / FILE_CHUNK_BYTES + chunk)
        const text = bytes.slice(chunk * FILE_CHUNK_BYTES, (chunk + 1) * FILE_CHUNK_BYTES)
        await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text)
      }),
    )
  }
  hash.digest()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
