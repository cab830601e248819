import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { makeVectors, type VectorFile } from "../../../tests/vectors/make.ts"
import { perform } from "../../../tests/vectors/operations.ts"

const folder = new URL("../../../vectors/shn-v1/", import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith(".json"))
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8")

describe.each(names)("the published vectors of %s", (name) => {
  const { vectors } = JSON.parse(read(name)) as VectorFile
  test.each(vectors)("$name", async (vector) => {
    expect(await perform(vector.do, vector.in)).toEqual(vector.out)
  })
  test("hold good ones and ones that must be refused", () => {
    const refused = vectors.filter(({ out }) => {
      return (
        Object.hasOwn(out as object, "reject") || ((out as { findings?: string[] }).findings ?? []).length > 0
      )
    })
    expect(refused.length).toBeGreaterThan(0)
    expect(vectors.length).toBeGreaterThan(refused.length)
  })
})

test("no file of vectors is missing or left over", () => {
  const files = ["case", "consent", "directory", "encoding", "files", "login", "receipt", "sealing", "staff"]
  expect([...names].sort()).toEqual(files.map((file) => `${file}.json`))
})

test("the published vectors are what the script makes, byte for byte", async () => {
  const made = await makeVectors()
  expect(Object.keys(made).sort()).toEqual([...names].sort())
  for (const [name, content] of Object.entries(made)) {
    expect(read(name)).toBe(`${JSON.stringify(content, null, 1)}\n`)
  }
})
