import { expect, test } from "vitest"
import { filesEnding, tableRows, textOf } from "./project.ts"

test("every name that the glossary says is in the code is in the code", () => {
  const source = filesEnding(".ts", ".tsx")
    .filter((path) => /^(packages|apps)\//.test(path) && !path.includes(".test."))
    .map(textOf)
    .join("\n")
  const rows = tableRows(textOf("docs/GLOSSARY.md")).filter(
    (cells) => cells.length === 3 && cells[0] !== "Word",
  )
  expect(rows.length).toBeGreaterThan(20)
  const names = rows.flatMap(([, , code = ""]) =>
    [...code.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""),
  )
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !source.includes(name))).toEqual([])
})
