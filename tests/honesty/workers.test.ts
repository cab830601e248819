import { expect, test } from "vitest"
import { filesEnding, matches, textOf } from "./project.ts"

// The server gives a worker's script its own content policy, and knows such a script by its name (http/headers.ts).
const WORKER_IMPORT = /from "([^"]+)\?(?:shared)?worker[^"]*"/g

test("every script that runs as a worker is named name.worker.ts", () => {
  const found = filesEnding(".ts", ".tsx")
    .filter((path) => /^(apps|packages)\//.test(path))
    .flatMap((path) => matches(textOf(path), WORKER_IMPORT))
  expect(found.length).toBeGreaterThanOrEqual(2)
  expect(found.filter((path) => !path.endsWith(".worker.ts"))).toEqual([])
})

test("a worker under another name is seen", () => {
  expect(matches('import address from "./stretch.ts?worker&url"', WORKER_IMPORT)).toEqual(["./stretch.ts"])
})
