import { expect, test } from "vitest"
import { filesEnding, tableRows, textOf } from "./project.ts"

type Manifest = Readonly<
  Record<
    "dependencies" | "devDependencies" | "optionalDependencies" | "peerDependencies",
    Record<string, string>
  >
>

const manifests = filesEnding("package.json").map((path) => ({
  path,
  manifest: JSON.parse(textOf(path)) as Partial<Manifest>,
}))
const declared = manifests.flatMap(({ path, manifest }) =>
  [
    manifest.dependencies,
    manifest.devDependencies,
    manifest.optionalDependencies,
    manifest.peerDependencies,
  ].flatMap((group) => Object.entries(group ?? {}).map(([name, version]) => ({ path, name, version }))),
)

test("every dependency has a line of reason in DEPENDENCIES, and every line a dependency", () => {
  const used = [
    ...new Set(declared.map((each) => each.name).filter((name) => !name.startsWith("@shn/"))),
  ].sort()
  const rows = tableRows(textOf("docs/DEPENDENCIES.md")).filter(([name]) => name?.startsWith("`"))
  expect(rows.map(([name]) => name?.replaceAll("`", "")).sort()).toEqual(used)
  for (const [name, reason = ""] of rows) expect(reason.length, `${name} needs a reason`).toBeGreaterThan(10)
})

test("every version is pinned exactly", () => {
  expect(declared.length).toBeGreaterThan(20)
  expect(declared.filter((each) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(each.version))).toEqual([])
})

test("a package that several workspaces use is pinned to one version", () => {
  const versions = new Map<string, string>()
  const split = declared.filter(({ name, version }) => {
    const first = versions.get(name) ?? version
    versions.set(name, first)
    return first !== version
  })
  expect(split).toEqual([])
})

test("the lock file names no server to download from", () => {
  const { packages } = JSON.parse(textOf("package-lock.json")) as {
    packages: Record<string, { resolved?: string }>
  }
  const entries = Object.entries(packages)
  expect(entries.length).toBeGreaterThan(100)
  expect(entries.filter(([, entry]) => entry.resolved?.includes("://"))).toEqual([])
})
