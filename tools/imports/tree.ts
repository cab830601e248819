import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, posix, relative, sep } from "node:path"
import { type ParsedFile, parseFile } from "./parse.ts"
import { WORKSPACES, type Workspace } from "./table.ts"

/** One source file, with "/" in its path, relative to the top folder. */
export type SourceFile = ParsedFile & {
  readonly path: string
  readonly workspace: Workspace
  /** Tests and what only tests use: they may reach for more. */
  readonly isTest: boolean
}

/** All source of all workspaces, by path. */
export type SourceTree = {
  readonly root: string
  readonly files: ReadonlyMap<string, SourceFile>
  /** npm packages that each workspace declares in its package.json. */
  readonly declared: ReadonlyMap<string, ReadonlySet<string>>
}

const SOURCE = /\.(ts|tsx|mts|js|mjs|cjs|jsx)$/
const TEST = /\.test\.tsx?$|\/testing\//

/**
 * Reads and parses every source file of every workspace in the table.
 * @throws Error when a workspace of the table has no source at all: a checker that reads nothing must not pass
 */
export function readTree(root: string): SourceTree {
  const files = new Map<string, SourceFile>()
  const declared = new Map<string, ReadonlySet<string>>()
  for (const workspace of WORKSPACES) {
    const found = sourcesBelow(join(root, workspace.folder))
    if (found.length === 0) throw new Error(`${workspace.folder}: no source file found to check`)
    for (const absolute of found) {
      const path = relative(root, absolute).split(sep).join("/")
      const parsed = parseFile(path, readFileSync(absolute, "utf8"))
      files.set(path, { ...parsed, path, workspace, isTest: TEST.test(path) })
    }
    const { dependencies, devDependencies } = readManifest(root, workspace)
    declared.set(workspace.name, new Set(Object.keys({ ...dependencies, ...devDependencies })))
  }
  return { root, files, declared }
}

/** The file a relative import means, or null when it leads to nothing that is source (a style sheet, a picture). */
export function resolveRelative(tree: SourceTree, from: string, specifier: string): string | null {
  const path = relativePath(from, specifier)
  const stem = path.replace(/\.js$/, "")
  const candidates = [path, `${stem}.ts`, `${stem}.tsx`, `${path}/index.ts`, `${path}/index.tsx`]
  return candidates.find((candidate) => tree.files.has(candidate)) ?? null
}

/** Where a relative specifier points, from the top folder. */
export function relativePath(from: string, specifier: string): string {
  return posix.join(dirname(from), specifier.replace(/[?#].*$/, ""))
}

/** The file behind "@shn/x" or "@shn/x/y", or null when that front door does not exist. */
export function resolveWorkspace(tree: SourceTree, specifier: string): string | null {
  const [scope, name, ...rest] = specifier.split("/")
  const workspace = WORKSPACES.find((each) => each.name === `${scope}/${name}`)
  if (workspace === undefined) return null
  const target = frontDoor(readManifest(tree.root, workspace).exports ?? {}, rest.join("/"))
  return target === null ? null : posix.join(workspace.folder, target)
}

type Manifest = Partial<Record<"dependencies" | "devDependencies" | "exports", Record<string, string>>>

function readManifest(root: string, workspace: Workspace): Manifest {
  return JSON.parse(readFileSync(join(root, workspace.folder, "package.json"), "utf8"))
}

function frontDoor(exports: Record<string, string>, subpath: string): string | null {
  const exact = exports[subpath === "" ? "." : `./${subpath}`]
  if (exact !== undefined) return exact
  const pattern = exports["./*"]
  return pattern === undefined || subpath === "" || subpath.includes("/")
    ? null
    : pattern.replace("*", subpath)
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules" && entry.name !== "dist")
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sourcesBelow(path)
      return SOURCE.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : []
    })
}
