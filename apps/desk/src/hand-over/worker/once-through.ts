import type { ByteStream } from "@shn/evidence"
import type { FileSource } from "@shn/sealed"

/**
 * Turns a reader that hands on its pieces into a stream that asks for them: the reader waits until a piece is wanted, so no more
 * than a few are ever in memory.
 * @param read gives every piece to `sink`, in order, and rejects when the bytes are not right
 */
export async function* asked(
  read: (sink: (piece: Uint8Array) => Promise<void>) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>()
  const writer = pipe.writable.getWriter()
  const reading = read((piece) => writer.write(piece)).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  )
  // Whoever stops listening in the middle hears nothing of how it ended.
  reading.catch(() => undefined)
  const reader = pipe.readable.getReader()
  try {
    for (;;) {
      const next = await reader.read()
      if (next.done) return
      yield next.value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Bytes that can be had once, from the first to the last, as the source of an upload. */
export type OnceThrough = FileSource & {
  /** What broke the stream; null while nothing did. An upload says only that its file could not be read. */
  readonly broken: () => unknown
  /** Lets go of whatever the stream holds. */
  readonly close: () => Promise<void>
}

/**
 * A sealed package is made piece by piece and never again: its key is drawn while it is made, so a second time would be other
 * bytes. Sending asks for the pieces in their order; should the server lose one that it had confirmed, the source says no and
 * the whole begins anew under another key. Nothing of it is ever written to this computer's disk.
 * @param size the stream's length in bytes, known before
 * @param mayGoOn waited for before each piece
 */
export function onceThrough(stream: ByteStream, size: number, mayGoOn: () => Promise<void>): OnceThrough {
  const pieces = stream[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  let at = 0
  let broken: unknown = null
  async function take(length: number): Promise<Uint8Array> {
    const wanted = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      if (held.length === 0) {
        const next = await pieces.next()
        if (next.done === true) break
        held = next.value
        continue
      }
      const part = held.subarray(0, length - filled)
      wanted.set(part, filled)
      filled += part.length
      held = held.subarray(part.length)
    }
    at += filled
    return wanted.subarray(0, filled)
  }
  return {
    size,
    broken: () => broken,
    close: async () => {
      await pieces.return?.()
    },
    read: async (from, to) => {
      try {
        await mayGoOn()
        if (from !== at) throw new ComesOnce()
        return await take(to - from)
      } catch (error) {
        broken = error
        throw error
      }
    },
  }
}

/** A piece was asked for that has gone by already. */
export class ComesOnce extends Error {}
