import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import {
  type CardFileError,
  type ContentBundle,
  parseCardFile,
  parsePairs,
  parseSources,
  parseSpellings,
  wordLines,
  words,
} from "../packages/guidance/src/index.ts"

/** The stamps of the English texts that the translations were made from. */
export const STAMPS_FILE = "stamps.json"

/**
 * Reads everything under content/.
 * @throws Error naming file, line and problem of every card file that cannot be read.
 */
export async function readContent(folder: string): Promise<ContentBundle> {
  const problems: CardFileError[] = []
  const files = (await readdir(join(folder, "cards"))).filter((name) => name.endsWith(".md")).sort()
  const cards = await Promise.all(
    files.map(async (name) => {
      const read = parseCardFile(name, await readFile(join(folder, "cards", name), "utf8"), (error) =>
        problems.push(error),
      )
      return read.ok ? read.value : []
    }),
  )
  if (problems.length > 0)
    throw new Error(
      problems.map(({ file, line, problem }) => `content/cards/${file}:${line}: ${problem}`).join("\n"),
    )
  const list = (name: string) => readFile(join(folder, "words", `${name}.txt`), "utf8")
  return {
    cards: cards.flat(),
    sources: parseSources(await readFile(join(folder, "sources.txt"), "utf8")),
    words: {
      banned: parsePairs(await list("banned")),
      wrong: parsePairs(await list("wrong")),
      roman: parseSpellings(await list("roman-urdu")),
      sameInRoman: wordLines(await list("same-in-roman")),
      warnedNumbers: wordLines(await list("warned-numbers")),
      latinInUrdu: wordLines(await list("latin-in-urdu")),
      names: wordLines(await list("names")),
      search: wordLines(await list("search")).map(words),
    },
    stamps: parseStamps(await readFile(join(folder, STAMPS_FILE), "utf8")),
  }
}

function parseStamps(text: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text)
  if (typeof value !== "object" || value === null) throw new Error(`${STAMPS_FILE} is not a JSON object`)
  return Object.fromEntries(Object.entries(value).map(([key, stamp]) => [key, String(stamp)]))
}
