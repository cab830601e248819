import { ENTRY_ROLES, PACKAGE_FAULTS } from "@shn/evidence"
import { expect, test } from "vitest"
import { tableRows, textOf } from "./project.ts"

const document = textOf("docs/EVIDENCE-FORMAT.md")

/** The codes in the first column of the table that begins with this line. */
function codesUnder(head: string): readonly (string | undefined)[] {
  const [table = ""] = document.slice(document.indexOf(head) + head.length).split("\n\n")
  return tableRows(table).flatMap(([first = ""]) =>
    [...first.matchAll(/`([a-z_-]+)`/g)].map((match) => match[1]),
  )
}

test("every fault that a reader of a package can name is explained, and no other", () => {
  expect(codesUnder("| Fault | It means |").toSorted()).toEqual(PACKAGE_FAULTS.toSorted())
})

test("every part of a package is listed in its order, and no other", () => {
  expect(codesUnder("| `role` | How many | Made from |")).toEqual(ENTRY_ROLES)
})
