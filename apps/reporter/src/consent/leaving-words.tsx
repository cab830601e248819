import { fieldName, type View } from "@shn/consent"
import { Details, Facts, useUi } from "@shn/ui"

/** Words longer than this are begun here and stand whole under "everything". */
const BEGINNING = 240

/** The words that leave, by the names that the consent gives them; and the whole of it, letter for letter, one tap away. */
export function LeavingWords({ view, all }: { readonly view: View; readonly all: string }) {
  const { locale } = useUi()
  const fields = Object.entries(view).sort(([a], [b]) => (a < b ? -1 : 1))
  const named = (code: string) => fieldName(code, locale) ?? code
  const isCut = fields.some(([, words]) => words.length > BEGINNING)
  return (
    <>
      <Facts
        items={fields.map(([code, words]) => ({
          term: named(code),
          detail: (
            <Typed>{words.length > BEGINNING ? `${words.slice(0, BEGINNING).trimEnd()} …` : words}</Typed>
          ),
        }))}
      />
      {isCut && (
        <Details summary={all}>
          <Facts
            items={fields.map(([code, words]) => ({ term: named(code), detail: <Typed>{words}</Typed> }))}
          />
        </Details>
      )}
    </>
  )
}

/** Somebody's own words, as typed: their line breaks, their direction, no translation. */
export function Typed({ children }: { readonly children: string }) {
  return (
    <span class="typed notranslate" dir="auto">
      {children}
    </span>
  )
}
