import { expect, test } from "vitest"
import { publishedFiles, textOf } from "./project.ts"

const TEXT = /\.(md|ts|tsx|mjs|js|json|css|html|yml|yaml|csv|txt)$|^\.ci\/run$|^\.npmrc$/
const files = publishedFiles().filter((path) => TEXT.test(path))

/** Words we never use for people, and why we do not is in docs/GLOSSARY.md. */
const NEVER = /\b(victims?|perpetrators?|mukhbir)\b/i
// They list the words in order to forbid them.
const LISTS = ["docs/GLOSSARY.md", "tools/text-words.ts"]

// Laws and reports are quoted word for word in content/; the rest is our own voice.
const ownVoice = files.filter(
  (path) => /^(packages|apps|tools|docs|[A-Z]+\.md)/.test(path) && !LISTS.includes(path),
)

test("nothing published names a path of somebody's machine", () => {
  const machinePath = /(?<![\w.~-])\/(?:home\/[a-z]|root\/|Users\/|work\/|tmp\/)/
  expect(offending(files, machinePath)).toEqual([])
  expect(machinePath.test('see "/home/sara/notes"')).toBe(true)
})

test("nothing published names a package registry", () => {
  const registry = /https?:\/\/[^\s"']*(?:registry|artifactory|verdaccio|nexus)[^\s"']*/i
  expect(offending(files, registry)).toEqual([])
  expect(registry.test("http://registry.example:4873/x")).toBe(true)
})

test("people are called by the words of the glossary", () => {
  expect(ownVoice.length).toBeGreaterThan(100)
  expect(offending(ownVoice, NEVER)).toEqual([])
  expect(NEVER.test("the Victims said")).toBe(true)
})

test("we never promise that the server can never read: we say what is true", () => {
  const promise = /server (?:can|could|will) never (?:read|see|open)/i
  expect(offending(ownVoice, promise)).toEqual([])
})

function offending(paths: readonly string[], pattern: RegExp): readonly string[] {
  return paths.flatMap((path) =>
    path === "tests/honesty/published-text.test.ts"
      ? []
      : textOf(path)
          .split("\n")
          .flatMap((line, at) =>
            pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 120)}`] : [],
          ),
  )
}
