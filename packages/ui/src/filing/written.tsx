/**
 * What somebody wrote, as it is shown and printed: every line runs the way of its own letters, one of codes alone the way of the
 * text around it, and codes keep their order. The marks around codes become elements, so that words which are marked and copied by hand
 * hold no invisible sign.
 * @param text `shown` of a filing line
 */
export function Written({ text }: { readonly text: string }) {
  return (
    <div class="written" lang={languageOf(text)} dir={directionOf(text)}>
      {text.split("\n").map((line, at) => (
        <div key={`${at}`} dir={directionOf(line)} class={line.endsWith(":") ? "written-head" : undefined}>
          {line === "" ? <br /> : pieces(line)}
        </div>
      ))}
    </div>
  )
}

function pieces(line: string) {
  return line.split(CODE).map((piece, at) =>
    at % 2 === 0 ? (
      piece
    ) : (
      // A number that is broken over two lines is misread; only a long address may be.
      <bdi key={`${at}`} dir="ltr" class={piece.length <= LONGEST_WHOLE ? "written-whole" : undefined}>
        {piece}
      </bdi>
    ),
  )
}

/** In letters: a number with its country code in groups, a day, a CNIC. */
const LONGEST_WHOLE = 20
const CODE = /\u2066([^\u2069]*)\u2069/

/** By the first letter that is in no code. undefined: there is none, and what stands around it decides. */
function directionOf(text: string): "rtl" | "ltr" | undefined {
  const first = /\p{L}/u.exec(text.replace(new RegExp(CODE, "g"), ""))?.[0]
  if (first === undefined) return undefined
  return /\p{Script=Arabic}/u.test(first) ? "rtl" : "ltr"
}

/** For the letters and for screen readers; undefined where the text says nothing about it, such as a number alone. */
function languageOf(text: string): "ur" | "en" | undefined {
  if (/\p{Script=Arabic}/u.test(text)) return "ur"
  return /\p{Script=Latin}/u.test(text) ? "en" : undefined
}
