/** A line on which a body stands still for so long is dead, even if nobody said so: phones often lose a line in silence. */
const SILENCE_MS = 20_000

/**
 * The pieces of a body up to its end, or up to where its line breaks or falls silent.
 * @param onBroken called when it ended before the sender was done
 */
export async function* untilSilence(
  body: AsyncIterable<Uint8Array>,
  onBroken: () => void,
  silenceMs: number = SILENCE_MS,
): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]()
  for (;;) {
    const piece = await withinTime(pieces.next(), silenceMs)
    if (piece === null) return onBroken()
    if (piece.done === true) return
    yield piece.value
  }
}

/** @returns null when the promise is rejected, or has not been kept in time */
function withinTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ms)
    promise.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer))
  })
}
