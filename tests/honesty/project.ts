import { readdirSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"

/** The top folder of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url))

// What git ignores, and git's own folder: everything else is published.
const NOT_PUBLISHED = new Set(["node_modules", "dist", ".cache", "data", "coverage", ".git"])

/** Every published file, relative to the top folder, with "/" between the parts. */
export function publishedFiles(below = ROOT): readonly string[] {
  return readdirSync(below, { withFileTypes: true })
    .filter((entry) => !NOT_PUBLISHED.has(entry.name))
    .flatMap((entry) => {
      const path = join(below, entry.name)
      return entry.isDirectory() ? publishedFiles(path) : [relative(ROOT, path).split(sep).join("/")]
    })
}

/** Published files whose name ends in one of these. @throws Error when there is none: a test that reads nothing must not pass */
export function filesEnding(...endings: readonly string[]): readonly string[] {
  const found = publishedFiles().filter((path) => endings.some((ending) => path.endsWith(ending)))
  if (found.length === 0) throw new Error(`no file ends in ${endings.join(" or ")}`)
  return found
}

/** Text of a published file. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8")
}

/** All different matches of a pattern's first group (or whole match) in a text, sorted. */
export function matches(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[0]))].sort()
}

/** Cells of every table row of a document, without head and rule lines. */
export function tableRows(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split("\n")
    .filter((line) => /^\|.*\|\s*$/.test(line) && !/^\|[\s:|-]+\|\s*$/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}
