/** Hands pieces from who fetches them to who reads them, one at a time: whoever fetches waits until the last one was read. */
export type PiecePipe = {
  readonly stream: AsyncIterable<Uint8Array>
  /** Comes back when the piece was taken, or nobody reads any more. */
  readonly write: (piece: Uint8Array) => Promise<void>
  /** Nothing comes after this. */
  readonly end: () => void
  /** The reader has had enough. */
  readonly leave: () => void
  readonly isLeft: () => boolean
}

export function piecePipe(): PiecePipe {
  let held: Uint8Array | null = null
  let isEnded = false
  let isLeft = false
  let onTaken: () => void = () => undefined
  let onChange: () => void = () => undefined
  const changed = () =>
    new Promise<void>((resume) => {
      onChange = resume
    })

  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (held !== null) {
          const piece = held
          held = null
          yield piece
          onTaken()
        } else if (isEnded) return
        else await changed()
      }
    } finally {
      leave()
    }
  }
  function leave(): void {
    isLeft = true
    onTaken()
  }
  return {
    stream: pieces(),
    write: (piece) => {
      if (isLeft) return Promise.resolve()
      return new Promise((resume) => {
        held = piece
        onTaken = resume
        onChange()
      })
    },
    end: () => {
      isEnded = true
      onChange()
    },
    leave,
    isLeft: () => isLeft,
  }
}
