import type { Boundary } from "@shn/domain"
import { Icon } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"

/** The person's switches, in sight as long as the case is open. Nobody on the desk can change them. */
export function BoundaryStrip({ boundaries }: { readonly boundaries: readonly Boundary[] }) {
  const { text } = useDesk()
  return (
    <section class="boundaries" aria-labelledby="boundaries-title">
      <h2 class="boundaries-title" id="boundaries-title">
        <Icon name="shield" />
        {text.cases.boundaries}
      </h2>
      {boundaries.length === 0 ? (
        <p class="boundaries-none">{text.cases.noBoundaries}</p>
      ) : (
        <ul class="boundaries-list">
          {boundaries.map((boundary) => (
            <li key={boundary} class={boundary.startsWith("wants_") ? "boundary boundary--wish" : "boundary"}>
              {text.words.boundary[boundary]}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The same switches with what each of them means for the work. */
export function BoundaryMeanings({ boundaries }: { readonly boundaries: readonly Boundary[] }) {
  const { text } = useDesk()
  return (
    <>
      <p class="quiet">{text.cases.boundariesHint}</p>
      <ul class="plain-list">
        {boundaries.map((boundary) => (
          <li key={boundary}>
            <strong>{text.words.boundary[boundary]}</strong>
            <br />
            {text.words.boundaryMeans[boundary]}
          </li>
        ))}
      </ul>
    </>
  )
}
