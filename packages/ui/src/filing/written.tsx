import { classes } from "../components/classes.ts"

/**
 * What somebody wrote, as it is shown and printed: every paragraph runs the way of its own letters, and codes keep their order.
 * The marks around codes become elements, so that words which are marked and copied by hand hold no invisible sign.
 * @param text `shown` of a filing line
 */
export function Written({ text, kind }: { readonly text: string; readonly kind?: "paper" | undefined }) {
  const pieces = text.split(/\u2066([^\u2069]*)\u2069/)
  return (
    <div class={classes("written", kind === "paper" && "written--paper")} lang={languageOf(text)}>
      {pieces.map((piece, at) =>
        at % 2 === 0 ? (
          piece
        ) : (
          <bdi key={`${at}`} dir="ltr">
            {piece}
          </bdi>
        ),
      )}
    </div>
  )
}

/** For the letters and for screen readers; undefined where the text says nothing about it, such as a number alone. */
function languageOf(text: string): "ur" | "en" | undefined {
  if (/\p{Script=Arabic}/u.test(text)) return "ur"
  return /\p{Script=Latin}/u.test(text) ? "en" : undefined
}
