import { Decrypter, Encrypter } from "age-encryption"
import type { ByteStream } from "./bytes.ts"

/** An X25519 recipient as the `age` program writes it: 32 bytes in Bech32. Other kinds are refused: stock `age` 1.1 has none. */
const X25519_RECIPIENT = /^age1[ac-hj-np-z02-9]{58}$/

/** Whether the text has the form of an X25519 recipient. Sealing to one with a wrong checksum fails all the same. */
export function isX25519Recipient(text: string): boolean {
  return X25519_RECIPIENT.test(text)
}

/**
 * Seals a stream so that the `age` program opens it. Nothing is kept back: 64 kB go in, 64 kB come out. The file key and the
 * one-time key are drawn by the library itself from the platform; it takes none from outside.
 * @param recipient checked with `isX25519Recipient` @throws Error if it is no recipient
 */
export async function* ageSeal(plain: ByteStream, recipient: string): AsyncGenerator<Uint8Array> {
  const age = new Encrypter()
  age.addRecipient(recipient)
  const source = plain[Symbol.asyncIterator]()
  try {
    yield* fromWebStream(await age.encrypt(toWebStream(source)))
  } finally {
    await source.return?.()
  }
}

/** Thrown while reading: sealed to another inbox or not an age file ("does-not-open"), cut off or changed on the way ("broken-off"). */
export class AgeError extends Error {
  readonly code: "does-not-open" | "broken-off"
  constructor(code: AgeError["code"]) {
    super(code)
    this.code = code
  }
}

/**
 * Opens a stream. Each 64 kB piece is authentic when it comes out; that the file is whole is known only at its end.
 * @param identities of the inbox, the newest first; older ones open what was sealed before a change of key
 * @throws AgeError
 */
export async function* ageOpen(
  sealed: ByteStream,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const age = new Decrypter()
  for (const identity of identities) age.addIdentity(identity)
  const source = sealed[Symbol.asyncIterator]()
  try {
    const plain = await age.decrypt(toWebStream(source)).catch(() => {
      throw new AgeError("does-not-open")
    })
    yield* untilBroken(fromWebStream(plain))
  } finally {
    await source.return?.()
  }
}

async function* untilBroken(plain: ByteStream): AsyncGenerator<Uint8Array> {
  try {
    yield* plain
  } catch {
    throw new AgeError("broken-off")
  }
}

/** Whoever makes it lets go of the source themselves: a cancelled pipe does so only some time later. */
function toWebStream(source: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await source.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
  })
}

async function* fromWebStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const next = await reader.read()
      if (next.done) return
      yield next.value
    }
  } finally {
    // After the end, or an error, this does nothing.
    await reader.cancel().catch(() => undefined)
  }
}
