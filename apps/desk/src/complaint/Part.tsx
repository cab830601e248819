import { Card } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { type Place, placeId } from "./words.ts"

/** One part of the drafting screen, with a place that the check can lead to. */
export function Part(props: {
  readonly place: Place
  readonly title: string
  readonly hint?: string | undefined
  readonly errors?: readonly string[] | undefined
  /** Worth another look, and no mistake. */
  readonly notes?: readonly string[] | undefined
  readonly children: ComponentChildren
}) {
  return (
    <div id={placeId(props.place)} tabIndex={-1} class="complaint-part">
      <Card title={props.title}>
        {props.hint !== undefined && <p class="quiet">{props.hint}</p>}
        {(props.errors ?? []).map((sentence) => (
          <p key={sentence} class="field-error">
            {sentence}
          </p>
        ))}
        {(props.notes ?? []).map((sentence) => (
          <p key={sentence} class="part-note">
            {sentence}
          </p>
        ))}
        {props.children}
      </Card>
    </div>
  )
}

/** Leads the eye and the keyboard to a part of this screen. */
export function goToPlace(place: Place): void {
  const found = document.getElementById(placeId(place))
  found?.scrollIntoView({ block: "start" })
  found?.focus({ preventScroll: true })
}
