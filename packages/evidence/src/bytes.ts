/** Bytes that come piece by piece: a file, a package, never as a whole in memory. */
export type ByteStream = AsyncIterable<Uint8Array>

/** Reads an exact number of bytes at a time from a stream whose pieces have any length. */
export type ByteReader = {
  /** The next `length` bytes in one piece; fewer if the stream ends before. For short pieces only. */
  take(length: number): Promise<Uint8Array>
  /** Hands on the next `length` bytes piece by piece. @returns how many there were */
  pass(length: number, each: (piece: Uint8Array) => void | Promise<void>): Promise<number>
  /** Puts bytes back in front of the rest. */
  unread(bytes: Uint8Array): void
  /** Stops reading, so that whoever makes the stream can let go of its file. */
  close(): Promise<void>
}

export function byteReader(stream: ByteStream): ByteReader {
  const source = stream[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  const pass: ByteReader["pass"] = async (length, each) => {
    let left = length
    while (left > 0) {
      if (held.length === 0) {
        const next = await source.next()
        if (next.done === true) return length - left
        held = next.value
        continue
      }
      const piece = held.subarray(0, left)
      held = held.subarray(piece.length)
      left -= piece.length
      await each(piece)
    }
    return length
  }
  return {
    pass,
    take: async (length) => {
      const pieces: Uint8Array[] = []
      await pass(length, (piece) => {
        pieces.push(piece)
      })
      return joined(pieces)
    },
    unread: (bytes) => {
      held = joined([bytes, held])
    },
    close: async () => {
      await source.return?.()
    },
  }
}

/** All pieces in one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
