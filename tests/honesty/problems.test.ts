import { AGENCY_ROUTES, DESK_ROUTES, PROBLEMS, REPORTER_ROUTES, type Route } from "@shn/wire"
import { expect, test } from "vitest"
import { filesEnding, tableRows, textOf } from "./project.ts"

test("docs/PROBLEMS.md and the table of problems say the same, both ways", () => {
  const documented = tableRows(textOf("docs/PROBLEMS.md"))
    .slice(1)
    .map(([code, status, title]) => ({
      code: code?.replaceAll("`", ""),
      status: Number(status),
      title,
    }))
  const coded = Object.entries(PROBLEMS).map(([code, { status, title }]) => ({ code, status, title }))
  expect(coded.length).toBeGreaterThan(20)
  expect(documented).toEqual(coded)
})

test("every problem can happen: some code of the server answers with it", () => {
  const server = filesEnding(".ts").filter(
    (path) => path.startsWith("apps/server/src/") && !path.endsWith(".test.ts"),
  )
  expect(server.length).toBeGreaterThan(50)
  const code = server.map(textOf).join("\n")
  expect(Object.keys(PROBLEMS).filter((problem) => !code.includes(`"${problem}"`))).toEqual([])
})

test("no route names a problem that does not exist", () => {
  const tables: readonly Readonly<Record<string, Route>>[] = [REPORTER_ROUTES, DESK_ROUTES, AGENCY_ROUTES]
  const named = tables.flatMap(Object.values<Route>).flatMap((route) => route.problems)
  expect(named.filter((code) => !Object.hasOwn(PROBLEMS, code))).toEqual([])
})
