import { existsSync } from "node:fs"
import { join, posix } from "node:path"
import { expect, test } from "vitest"
import { filesEnding, ROOT, textOf } from "./project.ts"

const documents = filesEnding(".md")

test.each(documents)("every link in %s leads somewhere", (path) => {
  expect(deadLinks(path, textOf(path))).toEqual([])
})

test("the check notices a missing file and a missing heading", () => {
  const text =
    "[a](no-such.md) [b](README.md#no-such-heading) [c](README.md) [d](https://example.org/x)\n[e]: nowhere.md"
  expect(deadLinks("README.md", text)).toEqual(["no-such.md", "README.md#no-such-heading", "nowhere.md"])
})

function deadLinks(from: string, text: string): readonly string[] {
  const prose = text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "")
  const inline = [...prose.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
  const references = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)]
  return [...inline, ...references]
    .map((match) => match[1] ?? "")
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => !leadsSomewhere(from, link))
}

function leadsSomewhere(from: string, link: string): boolean {
  const [file = "", anchor] = link.split("#")
  const target = file === "" ? from : posix.join(posix.dirname(from), decodeURIComponent(file))
  if (!existsSync(join(ROOT, target))) return false
  return anchor === undefined || !target.endsWith(".md") || anchors(textOf(target)).includes(anchor)
}

/** Heading names as code hosts make them. */
function anchors(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#{1,6}\s+(.+?)\s*$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  )
}
