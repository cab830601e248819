import { err, LOCALES, type Locale, ok, type Result } from "@shn/domain"
import type { SourceCard, SourceLine } from "./bundle.ts"
import { words } from "./word-file.ts"

/** Why a content file could not be read: what is wrong, in words for the person who edits it, and the line. */
export type CardFileError = { readonly file: string; readonly line: number; readonly problem: string }

const HEAD = ["kind", "sources", "confidence", "checked", "expires", "reviewer", "shown"] as const
const META = /^([a-z_]+): *(.*)$/
const TAG = /^(en|ur|ur-Latn): *(.*)$/
const VERIFY = / *\{verify\}$/

type Draft = {
  id: string
  line: number
  meta: Map<string, string>
  text: Map<string, Map<Locale, SourceLine[]>>
}

/**
 * Reads one content file. The form (docs/CONTENT-GUIDE.md): `key: value` lines at the top count for every
 * card of the file; `# id` opens a card and its own `key: value` lines; `## field` opens a field; `en:`,
 * `ur:` or `ur-Latn:` begins the text in that language, on the same line or as `- ` entries below it.
 * Lines beginning with `>` are notes for editors and are skipped.
 * @returns the cards, or "damaged" with the first problem told to `report`.
 */
export function parseCardFile(
  file: string,
  source: string,
  report: (error: CardFileError) => void,
): Result<readonly SourceCard[], "damaged"> {
  const defaults = new Map<string, string>()
  const drafts: Draft[] = []
  let field: Map<Locale, SourceLine[]> | undefined
  let list: SourceLine[] | undefined
  for (const [index, raw] of source.split("\n").entries()) {
    const text = raw.trimEnd()
    const card = drafts.at(-1)
    const problem = ((): string | undefined => {
      if (text === "" || text.startsWith(">")) return undefined
      if (text.startsWith("## ")) {
        const name = text.slice(3).trim()
        if (card === undefined) return "a field (##) before the first card (#)"
        if (card.text.has(name)) return `the field "${name}" appears twice in this card`
        field = new Map()
        list = undefined
        card.text.set(name, field)
        return undefined
      }
      if (text.startsWith("# ")) {
        drafts.push({ id: text.slice(2).trim(), line: index + 1, meta: new Map(), text: new Map() })
        field = undefined
        list = undefined
        return undefined
      }
      if (field === undefined) return addMeta(text, card?.meta ?? defaults)
      if (text.startsWith("- ")) {
        if (list === undefined) return 'an entry ("- ") before its language ("en:")'
        list.push(lineOf(text.slice(2)))
        return undefined
      }
      const tag = TAG.exec(text)
      const locale = LOCALES.find((known) => known === tag?.[1])
      if (locale === undefined) return 'expected "en:", "ur:", "ur-Latn:" or an entry beginning with "- "'
      if (field.has(locale)) return `the language "${locale}" appears twice in this field`
      list = tag?.[2] ? [lineOf(tag[2])] : []
      field.set(locale, list)
      return undefined
    })()
    if (problem !== undefined) {
      report({ file, line: index + 1, problem })
      return err("damaged")
    }
  }
  return ok(drafts.map((draft) => cardOf(file, defaults, draft)))
}

function addMeta(text: string, into: Map<string, string>): string | undefined {
  const pair = META.exec(text)
  if (pair?.[1] === undefined) return 'expected "key: value"'
  if (into.has(pair[1])) return `"${pair[1]}" appears twice`
  into.set(pair[1], pair[2] ?? "")
  return undefined
}

function lineOf(written: string): SourceLine {
  return { text: written.replace(VERIFY, "").trim(), verify: VERIFY.test(written) }
}

function cardOf(file: string, defaults: ReadonlyMap<string, string>, draft: Draft): SourceCard {
  const value = (key: string): string => draft.meta.get(key) ?? defaults.get(key) ?? ""
  const own = [...draft.meta].filter(([key]) => !HEAD.some((head) => head === key))
  return {
    id: draft.id,
    at: `${file}:${draft.line}`,
    kind: value("kind"),
    sources: words(value("sources")),
    confidence: value("confidence"),
    checkedOn: value("checked"),
    expiresOn: value("expires"),
    reviewer: value("reviewer"),
    shown: value("shown") !== "no",
    meta: Object.fromEntries(own),
    text: Object.fromEntries([...draft.text].map(([name, byLocale]) => [name, Object.fromEntries(byLocale)])),
  }
}
