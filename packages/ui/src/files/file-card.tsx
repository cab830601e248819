import type { ComponentChildren } from "preact"
import { classes } from "../components/classes.ts"
import { ProgressBar } from "../components/progress-bar.tsx"

export type FileCardProps = {
  /** As the person knows it; direction follows its own letters. */
  readonly name: string
  /** Kind and size: "Picture, 2.3 MB". */
  readonly facts: ComponentChildren
  readonly icon: FileIconName
  /** Where it is, in words. */
  readonly status?: ComponentChildren
  /** "good": it is there. "bad": somebody must do something. */
  readonly tone?: "plain" | "good" | "bad" | undefined
  /** 0 to 1, or null while nobody can know; left out when nothing is under way. The status becomes its label. */
  readonly fraction?: number | null | undefined
  readonly actions?: ComponentChildren
  /** The file itself, opened. */
  readonly children?: ComponentChildren
}

export type FileIconName = keyof typeof PATHS

const PATHS = {
  picture: "M4 5h16v14H4V5Zm0 11 4.500-4.500 4 4 3-3L20 17M15.500 9.500v.1",
  film: "M4 6h11v12H4V6Zm11 4.500 5-3v9l-5-3",
  sound:
    "M12 3.500a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0V6A2.500 2.500 0 0 1 12 3.500ZM6.500 11a5.500 5.500 0 0 0 11 0M12 16.500v4",
  file: "M6.500 3.500h7l4 4v13h-11v-17Zm7 0v4h4M9.500 12h5m-5 4h5",
} as const

/** The ending stays in one piece on its side of the name, whatever letters stand before it: "jpg.exe" looks like that. */
function FileName({ name }: { readonly name: string }) {
  const dot = /\.[\w-]{1,16}$/.exec(name)?.index ?? name.length
  // The whole runs the way of its first letter, not of the page: "report.zip" on a page in Urdu does not turn into ".zipreport".
  const isUrdu = /^[^A-Za-z]*[\u0590-\u08ff]/.test(name)
  return (
    <bdi dir={isUrdu ? "rtl" : "ltr"}>
      <bdi class="notranslate">{name.slice(0, dot)}</bdi>
      <bdi class="notranslate" dir="ltr">
        {name.slice(dot)}
      </bdi>
    </bdi>
  )
}

/** One file: what it is, where it is, and what can be done with it. */
export function FileCard(props: FileCardProps) {
  const { tone = "plain", fraction } = props
  return (
    <article class={classes("file", `file--${tone}`)}>
      <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <path d={PATHS[props.icon]} />
      </svg>
      <div class="file-body">
        <p class="file-name">
          <FileName name={props.name} />
        </p>
        <p class="file-facts">{props.facts}</p>
        {fraction !== undefined ? (
          <ProgressBar label={props.status} fraction={fraction} />
        ) : (
          props.status !== undefined && <p class="file-status">{props.status}</p>
        )}
        {props.children}
        {props.actions !== undefined && <div class="file-actions">{props.actions}</div>}
      </div>
    </article>
  )
}
