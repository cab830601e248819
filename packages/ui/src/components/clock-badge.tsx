import type { PriorityLane } from "@shn/domain"
import type { ComponentChildren } from "preact"
import { formatDuration } from "../text/format.ts"
import { useUi } from "../ui-context.tsx"
import { Badge, type BadgeTone } from "./badge.tsx"
import { Icon } from "./icon.tsx"

const LANE_TONES: { readonly [L in PriorityLane]: BadgeTone } = {
  P0: "danger",
  P1: "warning",
  P2: "info",
  P3: "neutral",
}

export type LaneBadgeProps = { readonly lane: PriorityLane; readonly children: ComponentChildren }

/** How soon a case needs an answer, in words. */
export function LaneBadge({ lane, children }: LaneBadgeProps) {
  return <Badge tone={LANE_TONES[lane]}>{children}</Badge>
}

export type ClockBadgeProps = {
  /** Until the deadline; negative once it has passed. */
  readonly minutesLeft: number
  /** The whole time that was given, in minutes: half of it used makes the badge warm. */
  readonly minutesGiven: number
}

/** Time left before somebody has to act. */
export function ClockBadge({ minutesLeft, minutesGiven }: ClockBadgeProps) {
  const { common, locale } = useUi()
  const words =
    minutesLeft < 0
      ? common.timeOver(formatDuration(-minutesLeft, locale))
      : common.timeLeft(formatDuration(minutesLeft, locale))
  return (
    <span class={`badge clock clock--${clockUrgency(minutesLeft, minutesGiven)}`}>
      <Icon name="clock" />
      {words}
    </span>
  )
}

/** calm in the first half, soon in the second, late from 80 % on: where the coordinator is called in. */
export function clockUrgency(minutesLeft: number, minutesGiven: number): "calm" | "soon" | "late" {
  const used = minutesGiven <= 0 ? 1 : 1 - minutesLeft / minutesGiven
  return used < 0.5 ? "calm" : used < 0.8 ? "soon" : "late"
}
