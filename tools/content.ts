// Looks after content/. npx tsx tools/content.ts check | build | accept <card id>...  ("all" accepts every card)
import { mkdir, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { dayOf } from "../packages/domain/src/index.ts"
import { type ContentBundle, stampOf, validateContent } from "../packages/guidance/src/index.ts"
import { emitContent } from "./content-emit.ts"
import { readContent, STAMPS_FILE } from "./content-read.ts"

const ROOT = join(import.meta.dirname, "..")
const CONTENT = join(ROOT, "content")
const EMITTED = join(ROOT, "packages/guidance/src/content")

const [command = "check", ...names] = process.argv.slice(2)
const bundle = await readContent(CONTENT)

if (command === "check") report(bundle)
else if (command === "build") await build(bundle)
else if (command === "accept") await accept(bundle, names)
else throw new Error("use: npx tsx tools/content.ts check | build | accept <card id>...")

function report(content: ContentBundle): boolean {
  const findings = validateContent(content, dayOf(Date.now()))
  for (const { code, card, at, field, locale, advice } of findings)
    console.log(
      `content/cards/${at} ${card} ${[field, locale].filter(Boolean).join(" ")}: ${code}: ${advice}`,
    )
  console.log(`${content.cards.length} cards, ${findings.length} findings`)
  process.exitCode = findings.length === 0 ? 0 : 1
  return findings.length === 0
}

async function build(content: ContentBundle): Promise<void> {
  if (!report(content)) return
  await rm(EMITTED, { recursive: true, force: true })
  for (const [path, text] of emitContent(content)) {
    await mkdir(dirname(join(EMITTED, path)), { recursive: true })
    await writeFile(join(EMITTED, path), text)
  }
}

async function accept(content: ContentBundle, ids: readonly string[]): Promise<void> {
  const chosen = content.cards.filter((card) => ids.includes("all") || ids.includes(card.id))
  if (chosen.length === 0) throw new Error('name the id of a card, or "all"')
  const fresh = chosen.flatMap((card) =>
    Object.entries(card.text).map(([field, text]): [string, string] => [
      `${card.id}/${field}`,
      stampOf(text.en ?? []),
    ]),
  )
  const alive = new Set(
    content.cards.flatMap((card) => Object.keys(card.text).map((field) => `${card.id}/${field}`)),
  )
  const stamps = new Map([...Object.entries(content.stamps).filter(([key]) => alive.has(key)), ...fresh])
  const sorted = Object.fromEntries([...stamps].sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(join(CONTENT, STAMPS_FILE), `${JSON.stringify(sorted, null, 2)}\n`)
  console.log(`${chosen.length} cards: their translations count as made from today's English`)
}
