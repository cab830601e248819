import { createHash } from "node:crypto"
import { existsSync, readdirSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { LOCALES, type Locale } from "../packages/domain/src/vocabulary.ts"
import { wordsOfFunction } from "./text-pieces.ts"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const LOCK = "text.lock.json"

/** One sentence: its words, and how many parts of it change. */
export type Sentence = { readonly words: string; readonly parts: number }
/** Sentences by dotted key: "notice.care". */
export type FlatCatalogue = ReadonlyMap<string, Sentence>
/** For each translation, the fingerprint of the English sentence that each key was translated from. */
export type TextLock = Readonly<Record<string, Readonly<Record<string, string>>>>

export type TextArea = {
  /** Such as "ui/common" or "reporter/home". */
  readonly name: string
  readonly folder: string
  readonly catalogues: Readonly<Record<Locale, FlatCatalogue>>
  readonly lock: TextLock
}

/** Every area of the project: folders with an en.ts under `text/` of packages/ui and of the apps. */
export async function readAreas(root = ROOT): Promise<readonly TextArea[]> {
  const homes = ["packages", "apps"].flatMap((folder) => children(join(root, folder)))
  const folders = homes.flatMap((home) => children(join(home, "src", "text")))
  return Promise.all(
    folders.filter((folder) => existsSync(join(folder, "en.ts"))).map((folder) => readArea(folder)),
  )
}

/** Records that the translations of an area were made from its English as it is now. */
export async function acceptArea(area: TextArea): Promise<void> {
  const lock = Object.fromEntries(
    LOCALES.filter((locale) => locale !== "en").map((locale) => [locale, fingerprints(area.catalogues.en)]),
  )
  await writeFile(join(area.folder, LOCK), `${JSON.stringify(lock, null, 2)}\n`)
}

/** First 8 hex digits of SHA-256 over the words: enough to notice a change, short enough to read in a diff. */
export function fingerprint(sentence: Sentence): string {
  return createHash("sha256").update(sentence.words).digest("hex").slice(0, 8)
}

/** Turns nested messages into sentences by dotted key. @throws Error on a value that is no message. */
export function flatten(messages: unknown, prefix = ""): FlatCatalogue {
  const flat = new Map<string, Sentence>()
  if (typeof messages !== "object" || messages === null) throw new Error(`no catalogue at "${prefix}"`)
  for (const [key, value] of Object.entries(messages)) {
    const name = prefix === "" ? key : `${prefix}.${key}`
    if (typeof value === "string") flat.set(name, { words: value, parts: 0 })
    else if (typeof value === "function") {
      flat.set(name, { words: wordsOfFunction(String(value)), parts: value.length })
    } else for (const [inner, sentence] of flatten(value, name)) flat.set(inner, sentence)
  }
  return flat
}

function fingerprints(catalogue: FlatCatalogue): Record<string, string> {
  return Object.fromEntries([...catalogue].map(([key, sentence]) => [key, fingerprint(sentence)]))
}

async function readArea(folder: string): Promise<TextArea> {
  const [en, ur, urLatn] = await Promise.all(
    LOCALES.map((locale) => readCatalogue(join(folder, `${locale}.ts`))),
  )
  if (en === undefined || ur === undefined || urLatn === undefined)
    throw new Error(`unreadable area ${folder}`)
  const lockFile = join(folder, LOCK)
  return {
    name: `${basename(dirname(dirname(dirname(folder))))}/${basename(folder)}`,
    folder,
    catalogues: { en, ur, "ur-Latn": urLatn },
    lock: existsSync(lockFile) ? JSON.parse(await readFile(lockFile, "utf8")) : {},
  }
}

async function readCatalogue(file: string): Promise<FlatCatalogue> {
  if (!existsSync(file)) return new Map()
  const module: { readonly messages?: unknown } = await import(/* @vite-ignore */ pathToFileURL(file).href)
  return flatten(module.messages, "")
}

function children(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
}
