import { expect, test } from "vitest"
import { untilSilence } from "./until-silence.ts"

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))
const SILENCE_MS = 80

async function received(body: AsyncIterable<Uint8Array>): Promise<{ bytes: number[]; isBroken: boolean }> {
  const bytes: number[] = []
  let isBroken = false
  for await (const piece of untilSilence(
    body,
    () => {
      isBroken = true
    },
    SILENCE_MS,
  )) {
    bytes.push(...piece)
  }
  return { bytes, isBroken }
}

test("a body that is slow but moves is taken to its end", async () => {
  async function* body() {
    for (let n = 0; n < 5; n++) {
      await pause(SILENCE_MS / 4)
      yield Uint8Array.of(n)
    }
  }
  expect(await received(body())).toEqual({ bytes: [0, 1, 2, 3, 4], isBroken: false })
})

test("a body whose line breaks, or says nothing any more, is taken as far as it came", async () => {
  async function* cut() {
    yield Uint8Array.of(1)
    throw new Error("aborted")
  }
  expect(await received(cut())).toEqual({ bytes: [1], isBroken: true })
  async function* silent() {
    yield Uint8Array.of(1, 2)
    await pause(SILENCE_MS * 4)
    throw new Error("ended long after nobody waited for it")
  }
  expect(await received(silent())).toEqual({ bytes: [1, 2], isBroken: true })
  await pause(SILENCE_MS * 5)
})
