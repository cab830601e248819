import { Button, Stack } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"

/** One room of "what may leave": its heading takes the focus when it opens, and there is a way back. */
export function Room(props: {
  readonly title: string
  /** What was pressed to get out again; left out where the room has its own buttons. */
  readonly back?: { readonly label: string; readonly onBack: () => void }
  readonly children: ComponentChildren
}) {
  return (
    <Stack gap="wide">
      <RoomTitle key={props.title}>{props.title}</RoomTitle>
      {props.children}
      {props.back !== undefined && (
        <Button kind="quiet" wide onClick={props.back.onBack}>
          {props.back.label}
        </Button>
      )}
    </Stack>
  )
}

/** A heading that is read out when it appears. Give it a `key` where one follows another in its place. */
export function RoomTitle(props: { readonly level?: 2 | 3; readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const Heading = props.level === 3 ? "h3" : "h2"
  return (
    <Heading ref={heading} tabIndex={-1} class="room-title">
      {props.children}
    </Heading>
  )
}
