import { describe, expect, it } from "vitest"
import { asked, ComesOnce, onceThrough } from "./once-through.ts"

async function* pieces(...lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let next = 0
  for (const length of lengths) yield Uint8Array.from({ length }, () => next++ % 251)
}
const freely = async () => undefined
const bytes = (from: number, to: number) =>
  Uint8Array.from({ length: to - from }, (_, at) => (from + at) % 251)

describe("a package on its way to the server", () => {
  it("is handed on in pieces of any length, byte for byte, and ends where it ends", async () => {
    const source = onceThrough(pieces(3, 0, 500, 1, 96), 600, freely)
    expect(await source.read(0, 256)).toEqual(bytes(0, 256))
    expect(await source.read(256, 600)).toEqual(bytes(256, 600))
    expect(await source.read(600, 601)).toHaveLength(0)
  })

  it("is shorter than it was said to be: what comes is short, and the sender notices", async () => {
    const source = onceThrough(pieces(10), 20, freely)
    expect(await source.read(0, 20)).toHaveLength(10)
  })

  it("cannot be had a second time: that would be other bytes under the same name", async () => {
    const source = onceThrough(pieces(100), 100, freely)
    await source.read(0, 50)
    await expect(source.read(0, 50)).rejects.toBeInstanceOf(ComesOnce)
    expect(source.broken()).toBeInstanceOf(ComesOnce)
  })

  it("says what broke it", async () => {
    const source = onceThrough(
      (async function* () {
        yield bytes(0, 10)
        throw new Error("a file was changed")
      })(),
      100,
      freely,
    )
    await expect(source.read(0, 100)).rejects.toThrow("a file was changed")
    expect(source.broken()).toMatchObject({ message: "a file was changed" })
  })

  it("makes nothing more while it is paused", async () => {
    let go: () => void = () => undefined
    let made = 0
    const counted = (async function* () {
      for await (const piece of pieces(10, 10)) {
        made++
        yield piece
      }
    })()
    const gate = new Promise<void>((resume) => {
      go = resume
    })
    const source = onceThrough(counted, 20, () => gate)
    const reading = source.read(0, 10)
    await new Promise((resume) => setTimeout(resume, 20))
    expect(made).toBe(0)
    go()
    expect(await reading).toHaveLength(10)
  })
})

describe("a file that is read for a package", () => {
  it("is read no faster than it is wanted: a few pieces at a time are in memory", async () => {
    let given = 0
    const stream = asked(async (sink) => {
      for (let at = 0; at < 50; at++) {
        given++
        await sink(bytes(at, at + 10))
      }
    })
    await stream.next()
    await new Promise((resume) => setTimeout(resume, 20))
    expect(given).toBeLessThan(5)
    let rest = 0
    for await (const piece of stream) rest += piece.length
    expect(rest).toBe(490)
  })

  it("breaks the package off when it is not right to its last byte", async () => {
    const stream = asked(async (sink) => {
      await sink(bytes(0, 10))
      throw new Error("digest_wrong")
    })
    await stream.next()
    await expect(stream.next()).rejects.toThrow("digest_wrong")
  })

  it("is let go of when nobody wants the rest", async () => {
    let hasEnded = false
    const stream = asked(async (sink) => {
      try {
        for (;;) await sink(bytes(0, 10))
      } finally {
        hasEnded = true
      }
    })
    await stream.next()
    await stream.return(undefined)
    await new Promise((resume) => setTimeout(resume, 20))
    expect(hasEnded).toBe(true)
  })
})
