import { AGENCY_ROUTES, DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import { expect, test } from "vitest"
import { apiDocument } from "../../tools/api-document.ts"
import { textOf } from "./project.ts"

test("docs/API.md lists exactly the routes that the server and the apps are built from (npm run docs renews it)", () => {
  expect(textOf("docs/API.md")).toBe(apiDocument())
})

test.each([
  ["reporter", REPORTER_ROUTES],
  ["desk", DESK_ROUTES],
  ["agency", AGENCY_ROUTES],
])(
  "no two routes of the %s's origin share method and path, and each says it belongs there",
  (app, routes) => {
    const all = Object.values(routes)
    const places = all.map((route) => `${route.method} ${route.path}`)
    expect(new Set(places).size).toBe(places.length)
    expect(all.filter((route) => route.app !== app)).toEqual([])
  },
)
