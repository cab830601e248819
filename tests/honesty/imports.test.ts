import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  OPENING_FUNCTIONS,
  OPENING_PACKAGES,
  OPENING_PRIMITIVES,
  WORKSPACES,
} from "../../tools/imports/table.ts"
import { checkImports } from "../../tools/imports.ts"

const ROOT = fileURLToPath(new URL("../..", import.meta.url))

// A copy with the real front doors and the real `primitives`, in which each test plants its own violations.
let planted = ""
beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), "shn-imports-"))
  for (const { folder } of WORKSPACES) {
    cpSync(join(ROOT, folder, "package.json"), join(planted, folder, "package.json"))
    write(`${folder}/src/index.ts`, "export {}\n")
  }
  cpSync(join(ROOT, "packages/primitives/src"), join(planted, "packages/primitives/src"), { recursive: true })
})
afterAll(() => rmSync(planted, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(planted, path)), { recursive: true })
  writeFileSync(join(planted, path), text)
}

/** Plants one file, checks, takes it away again. @returns "rule:line" of each finding in that file */
function findingsOf(path: string, text: string): string[] {
  write(path, text)
  const { findings } = checkImports(planted)
  rmSync(join(planted, path))
  return findings.filter((each) => each.file === path).map((each) => `${each.rule}:${each.line}`)
}

const forms = (specifier: string) => [
  `import { a } from "${specifier}"`,
  `import "${specifier}"`,
  `import type { B } from "${specifier}"`,
  `export * from "${specifier}"`,
  `export type { C } from "${specifier}"`,
  `export const d = () => import("${specifier}")`,
  `export type E = import("${specifier}").E`,
  `export const f = require("${specifier}")`,
  `export const g = () => import(\`${specifier}\`)`,
]

test("the source of this project follows the import table", () => {
  const { filesRead, findings } = checkImports(ROOT)
  expect(filesRead).toBeGreaterThan(150)
  expect(findings).toEqual([])
})

test("the untouched copy has no finding: what follows is found because it was planted", () => {
  expect(checkImports(planted).findings).toEqual([])
})

const cells = WORKSPACES.flatMap((from) => WORKSPACES.filter((to) => to !== from).map((to) => ({ from, to })))
/** A door that the importing workspace may use where the cell is allowed. */
function door(from: string, to: string): string {
  if (to === "@shn/primitives") return "@shn/primitives/verify"
  return from === "@shn/server" && to === "@shn/consent" ? "@shn/consent/release" : to
}
const forbidden = cells.filter(({ from, to }) => !from.imports.includes(to.name))
const allowed = cells.filter(({ from, to }) => from.imports.includes(to.name))

test.each(forbidden.map(({ from, to }) => [from.name, to.name, from, to] as const))(
  "%s importing %s is caught in every form an import can take",
  (_from, _to, from, to) => {
    const lines = forms(door(from.name, to.name))
    const found = findingsOf(`${from.folder}/src/planted.ts`, lines.join("\n"))
    expect(found.filter((each) => each.startsWith("layer:"))).toEqual(lines.map((_, at) => `layer:${at + 1}`))
  },
)

test.each(allowed.map(({ from, to }) => [from.name, to.name, from, to] as const))(
  "%s importing %s is allowed",
  (_from, _to, from, to) => {
    expect(findingsOf(`${from.folder}/src/planted.ts`, forms(door(from.name, to.name)).join("\n"))).toEqual(
      [],
    )
  },
)

test("a file inside another workspace cannot be reached, by path or past the front door", () => {
  const lines = [
    'import { x } from "../../domain/src/index.ts"',
    'import { x } from "@shn/domain/src/index.ts"',
    'import { x } from "@shn/primitives/src/hash"',
    'import { x } from "@shn/primitives"',
    'import { x } from "@shn/nowhere"',
    'export const all = import.meta.glob("../../domain/src/*.ts")',
  ]
  expect(findingsOf("packages/sealed/src/planted.ts", lines.join("\n"))).toEqual([
    "reach-into:1",
    "front-door:2",
    "front-door:3",
    "front-door:4",
    "front-door:5",
    "reach-into:6",
  ])
})

test("country facts are read by guidance and by prerendering, and never imported by a page", () => {
  const text = 'import cards from "../../../../content/cards/law.md?raw"\ncards'
  expect(findingsOf("apps/reporter/src/prerender/planted.ts", text)).toEqual([])
  expect(findingsOf("packages/guidance/src/search/planted.ts", text)).toEqual([])
  expect(findingsOf("apps/reporter/src/pages/planted.ts", text)).toEqual(["reach-into:1"])
})

test("a name in a comment, a string or a regular expression is no import", () => {
  const lines = [
    '// import { x } from "@shn/sealed"',
    "/* import('@shn/sealed') */",
    "export const s = 'import \"@shn/sealed\"'",
    'export const r = /import "@shn\\/sealed"/',
  ]
  expect(findingsOf("packages/domain/src/planted.ts", lines.join("\n"))).toEqual([])
})

test("an import of something computed, of an undeclared package and of Node in a browser package is caught", () => {
  const lines = [
    "export const a = (name: string) => import(name)",
    'import express from "express"',
    'import { readFileSync } from "node:fs"',
    'import { join } from "path"',
  ]
  expect(findingsOf("packages/wire/src/planted.ts", lines.join("\n"))).toEqual([
    "computed-import:1",
    "undeclared-package:2",
    "node-module:3",
    "node-module:4",
  ])
})

test("shipped code cannot depend on what is there for tests", () => {
  write("packages/domain/src/testing/builders.ts", "export const x = 1\n")
  expect(findingsOf("packages/domain/src/planted.ts", 'export { x } from "./testing/builders.ts"')).toEqual([
    "test-support:1",
  ])
  expect(
    findingsOf("packages/domain/src/planted.test.ts", 'import { x } from "./testing/builders.ts"\nx'),
  ).toEqual([])
})

test("the server may use the one door of consent that checks a release, and no other", () => {
  const lines = forms("@shn/consent")
  const found = findingsOf("apps/server/src/planted.ts", lines.join("\n"))
  expect(found.filter((each) => each.startsWith("server-consent:"))).toEqual(
    lines.map((_, at) => `server-consent:${at + 1}`),
  )
  expect(findingsOf("apps/server/src/planted.ts", 'import "@shn/consent/release"')).toEqual([])
})

test("that door leads the server to nothing that reads a consent, signs or builds a package", () => {
  const reading = 'import { a } from "@shn/consent/release"'
  const throughDoor = (text: string) => {
    write("packages/consent/src/statement.ts", "export const a = 1\n")
    write("packages/consent/src/release.ts", `${text}\n`)
    const found = findingsOf("apps/server/src/planted.ts", reading)
    rmSync(join(planted, "packages/consent/src/statement.ts"))
    rmSync(join(planted, "packages/consent/src/release.ts"))
    return found
  }
  expect(throughDoor('export { verify as a } from "@shn/primitives/verify"')).toEqual([])
  expect(throughDoor('export type { a } from "./statement.ts"')).toEqual([])
  expect(throughDoor('export { a } from "./statement.ts"')).toEqual(["server-reaches-opening:1"])
  expect(throughDoor('export { dsseSign as a } from "@shn/primitives/dsse-sign"')).toEqual([
    "server-reaches-opening:1",
  ])
})

test.each([
  ["packages/consent", "@shn/sealed"],
  ["packages/consent", "@shn/wire"],
  ["packages/evidence", "@shn/sealed"],
  ["packages/evidence", "@shn/wire"],
  ["packages/evidence", "@shn/server"],
  ["apps/server", "@shn/evidence"],
])("%s cannot import %s, whatever else the table comes to allow", (folder, name) => {
  expect(findingsOf(`${folder}/src/planted.ts`, `import { a } from "${name}"`)).toContain("layer:1")
})

test.each(OPENING_PRIMITIVES)(
  "the server cannot import primitives/%s, directly or through another part",
  (part) => {
    const direct = findingsOf("apps/server/src/planted.ts", `import { a } from "@shn/primitives/${part}"`)
    expect(direct).toContain("server-primitive:1")
    expect(direct).toContain("server-reaches-opening:1")
    write("packages/domain/src/detour.ts", `export * from "../../primitives/src/${part}.ts"\n`)
    write("packages/domain/src/index.ts", 'export * from "./detour.ts"\n')
    const through = findingsOf("apps/server/src/planted.ts", 'import { a } from "@shn/domain"')
    rmSync(join(planted, "packages/domain/src/detour.ts"))
    write("packages/domain/src/index.ts", "export {}\n")
    expect(through).toEqual(["server-reaches-opening:1"])
  },
)

test.each(OPENING_PACKAGES)(
  "the server cannot import the npm package %s, nor depend on one that brings it",
  (name) => {
    expect(findingsOf("apps/server/src/planted.ts", `import { a } from "${name}"`)).toContain(
      "server-opening-package:1",
    )
    expect(
      findingsOf("apps/server/src/planted.ts", `export const a = () => import("${name}/deep")`),
    ).toContain("server-opening-package:1")
    const packages = {
      "node_modules/hono": { dependencies: { middle: "1.0.0" } },
      "node_modules/hono/node_modules/middle": { dependencies: { [name]: "1.0.0" } },
    }
    write("package-lock.json", JSON.stringify({ packages }))
    const { findings } = checkImports(planted)
    rmSync(join(planted, "package-lock.json"))
    expect(findings.map((each) => each.rule)).toEqual(["server-opening-package"])
  },
)

test.each(OPENING_FUNCTIONS)("the server cannot call %s of node:crypto or WebCrypto", (name) => {
  const lines = [
    `import { ${name} } from "node:crypto"`,
    'import nodeCrypto from "node:crypto"',
    `export const a = nodeCrypto.${name}`,
    `export const b = globalThis.crypto.subtle.${name}`,
    `export const c = crypto.subtle["${name}"]`,
  ]
  expect(findingsOf("apps/server/src/planted.ts", lines.join("\n")).sort()).toEqual(
    [1, 3, 4, 5].map((line) => `server-opening-function:${line}`),
  )
})

test("randomness comes from one file, and a pure package is handed its clock", () => {
  const lines = [
    "export const a = Math.random()",
    "export const b = crypto.getRandomValues(new Uint8Array(1))",
    "export const c = globalThis.crypto.randomUUID()",
    "export const d = Date.now()",
    "export const e = new Date()",
    "export const f = new Date(0)",
  ]
  expect(findingsOf("packages/domain/src/planted.ts", lines.join("\n")).sort()).toEqual([
    "ambient-clock:4",
    "ambient-clock:5",
    "ambient-random:1",
    "ambient-random:2",
    "ambient-random:3",
  ])
  const server = 'import { randomBytes } from "node:crypto"\nexport const a = Date.now()'
  expect(findingsOf("apps/server/src/planted.ts", server)).toEqual(["ambient-random:1"])
  expect(findingsOf("packages/primitives/src/random.ts.ts", "export const a = Math.random()")).toEqual([
    "ambient-random:1",
  ])
})

test("files that import each other in a circle are caught; erased type imports make no circle", () => {
  write("packages/domain/src/one.ts", 'import { two } from "./two.ts"\nexport const one = () => two\n')
  write("packages/domain/src/two.ts", 'import { one } from "./one.ts"\nexport const two = () => one\n')
  expect(checkImports(planted).findings.map((each) => each.rule)).toEqual(["cycle"])
  write(
    "packages/domain/src/two.ts",
    'import type { one } from "./one.ts"\nexport const two = (x: typeof one) => x\n',
  )
  expect(checkImports(planted).findings).toEqual([])
})

test("a checkout in which a workspace has no source, or a file does not parse, is an error and not a success", () => {
  write("packages/domain/src/planted.ts", "export const = 1")
  expect(() => checkImports(planted)).toThrow("packages/domain/src/planted.ts")
  rmSync(join(planted, "packages/domain/src/planted.ts"))
  rmSync(join(planted, "packages/ui/src"), { recursive: true })
  expect(() => checkImports(planted)).toThrow("packages/ui: no source file found")
})
