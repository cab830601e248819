/** A signed text as it is, letter for letter: paragraphs where it has empty lines, lists where its lines begin like one. */
export function PaperLines({ text }: { readonly text: string }) {
  return (
    <div class="paper">
      {paragraphsOf(text).map((lines) => (
        <div class="paper-part" key={lines.join("\n")}>
          {lines.map((line) => (
            <p class={isListed(line) ? "paper-line paper-line--listed" : "paper-line"} key={line}>
              {line}
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}

/** The lines of a text between its empty lines. */
export function paragraphsOf(text: string): readonly (readonly string[])[] {
  return text
    .split("\n\n")
    .map((part) => part.split("\n").filter((line) => line !== ""))
    .filter((lines) => lines.length > 0)
}

function isListed(line: string): boolean {
  return /^(- |\d+\. )/.test(line)
}
