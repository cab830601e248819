import type { Line } from "@shn/guidance"
import { Badge } from "@shn/ui"
import type { LearnText } from "../../text/learn/area.ts"

type Lines = readonly Line[] | undefined

/** One sentence; a fact that we could not fully confirm carries its mark. */
export function Said({ line, text }: { readonly line: Line; readonly text: LearnText }) {
  return (
    <>
      {line.text}
      {line.verify === true && (
        <>
          {" "}
          <Badge tone="warning">{text.foot.verify}</Badge>
        </>
      )}
    </>
  )
}

/** Sentences under each other. */
export function Paragraphs({ lines, text }: { readonly lines: Lines; readonly text: LearnText }) {
  return (
    <>
      {(lines ?? []).map((line) => (
        <p key={line.text}>
          <Said line={line} text={text} />
        </p>
      ))}
    </>
  )
}

/** A list: "points", "order" (counted), "climb" (a ladder from calm to serious), or "stop" (better not). */
export function Points({
  lines,
  text,
  look = "points",
}: {
  readonly lines: Lines
  readonly text: LearnText
  readonly look?: "points" | "order" | "climb" | "stop" | undefined
}) {
  const List = look === "order" || look === "climb" ? "ol" : "ul"
  return (
    <List class={`learn-list learn-list--${look}`}>
      {(lines ?? []).map((line) => (
        <li key={line.text}>
          <Said line={line} text={text} />
        </li>
      ))}
    </List>
  )
}

/** A heading with a list under it; nothing at all when there is nothing to say. */
export function Part(props: {
  readonly title: string
  readonly lines: Lines
  readonly text: LearnText
  readonly look?: "points" | "order" | "climb" | "stop" | undefined
}) {
  if (props.lines === undefined || props.lines.length === 0) return null
  return (
    <section class="learn-part">
      <h2>{props.title}</h2>
      <Points lines={props.lines} text={props.text} look={props.look} />
    </section>
  )
}
