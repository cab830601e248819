import { expect, test } from "vitest"
import { copyText } from "./copy-text.ts"

test("what is copied is exactly the value", async () => {
  const copied: string[] = []
  const clipboard = { writeText: async (text: string) => void copied.push(text) }
  expect(await copyText("42101-1234567-1", clipboard)).toBe(true)
  expect(copied).toEqual(["42101-1234567-1"])
})

test("a clipboard that is missing or refused is said to be, so that the words are marked instead", async () => {
  expect(await copyText("x", undefined)).toBe(false)
  expect(await copyText("x", { writeText: () => Promise.reject(new Error("NotAllowedError")) })).toBe(false)
})
