import { expect, test } from "vitest"
import { filesEnding, matches, textOf } from "./project.ts"

const VARIABLE = /\bSHN_[A-Z0-9_]*[A-Z0-9]\b/g

test("every environment variable in the code is explained in OPERATIONS, and the reverse", () => {
  const sources = filesEnding(".ts", ".tsx", ".mjs", ".ci/run")
  const inCode = matches(sources.map(textOf).join("\n"), VARIABLE)
  expect(inCode.length).toBeGreaterThan(5)
  expect(matches(textOf("docs/OPERATIONS.md"), VARIABLE)).toEqual(inCode)
})
