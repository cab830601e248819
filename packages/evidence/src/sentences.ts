import type { KeyId, Locale } from "@shn/domain"
import type { OpenedPackage } from "./open.ts"
import type { PackageText } from "./text/package/area.ts"
import { messages as en } from "./text/package/en.ts"
import { messages as ur } from "./text/package/ur.ts"
import { messages as urLatn } from "./text/package/ur-Latn.ts"

/** One thing that was checked, in words. */
export type Sentence = { readonly verdict: "holds" | "fails"; readonly code: string; readonly text: string }

const TEXTS: Readonly<Record<Locale, PackageText>> = { en, ur, "ur-Latn": urLatn }

/**
 * What an opened package shows, as sentences: everything that fails, or, if nothing does, everything that was made sure of and
 * what that does not show.
 * @param alias the working name of a member, from the reader's own directory
 */
export function sentencesOf(
  opened: OpenedPackage,
  locale: Locale,
  alias: (keyId: KeyId) => string,
): readonly Sentence[] {
  const text = TEXTS[locale]
  const { manifest, disclosure } = opened
  if (disclosure === null || manifest === null) {
    return [
      ...opened.faults.map(({ code, path }): Sentence => {
        const words = text.fails[code]
        return {
          verdict: "fails",
          code,
          text: typeof words === "string" ? words : words(isolated(path ?? "?")),
        }
      }),
      ...opened.paperFindings.map((code): Sentence => ({ verdict: "fails", code, text: text.papers[code] })),
      ...opened.consentFindings.map(
        (code): Sentence => ({ verdict: "fails", code, text: text.consent[code] }),
      ),
    ]
  }
  const holds = (code: string, words: string): Sentence => ({ verdict: "holds", code, text: words })
  const [first, second] = manifest.signers
  const files = manifest.entries.filter((entry) => entry.role === "file").length
  return [
    holds("opened", text.holds.opened),
    holds("signed", text.holds.signed(isolated(alias(first)), isolated(alias(second)))),
    holds("contents", text.holds.contents(String(manifest.entries.length), String(files))),
    holds("text", text.holds.text),
    holds("consent", text.holds.consent),
    holds("unproven", text.holds.unproven),
  ]
}

/** A name inside a sentence of either direction (Unicode FSI ... PDI); marks that the name brings along are taken out. */
function isolated(name: string): string {
  return `\u2068${name.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")}\u2069`
}
