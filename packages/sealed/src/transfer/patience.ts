import { err, type Result } from "@shn/domain"
import type { Pace, PortAnswer, WaitingFor } from "./ports.ts"

/** First wait after a lost call; each further one is twice as long, up to the longest. Milliseconds. */
export const FIRST_WAIT_MS = 500
export const LONGEST_WAIT_MS = 10_000
/** Tries of one part whose bytes arrive damaged each time: no line does that, so it is given up. */
export const MOST_DAMAGED = 6

/** Problems that pass by themselves, and what a person is told meanwhile. */
const PASSING: Readonly<Record<string, Exclude<WaitingFor, "nothing">>> = {
  offline: "line",
  nonsense_answer: "line",
  part_damaged: "line",
  busy: "server",
  failed: "server",
  storage_unreachable: "server",
}

/** Waits out what passes by itself, for as long as nobody stops it. Shared by all calls of one transfer. */
export type Patience = {
  /** Repeats the call until its answer is one that waiting does not change. "stopped" when stopped meanwhile. */
  readonly call: <T>(ask: () => PortAnswer<T>) => Promise<Result<T, string>>
  /** One wait after a problem; @returns false when waiting does not help or nobody wants it any more */
  readonly sitOut: (problem: string) => Promise<boolean>
  /** An answer came: the next loss begins with the short wait again. */
  readonly worked: () => void
  readonly waitingFor: () => WaitingFor
}

/** @param onChange called when what is waited for changes */
export function patience(pace: Pace, onChange: () => void): Patience {
  let losses = 0
  let waitingFor: WaitingFor = "nothing"
  const tell = (now: WaitingFor) => {
    if (now === waitingFor) return
    waitingFor = now
    onChange()
  }
  const worked = () => {
    losses = 0
    tell("nothing")
  }
  async function sitOut(problem: string): Promise<boolean> {
    const because = PASSING[problem]
    if (because === undefined || pace.isStopped()) return false
    tell(because)
    const ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** losses)
    losses++
    await pace.wait(ms)
    return !pace.isStopped()
  }
  async function call<T>(ask: () => PortAnswer<T>): Promise<Result<T, string>> {
    for (let damaged = 0; ; damaged++) {
      if (pace.isStopped()) return err("stopped")
      const answer = await ask()
      if (answer.ok) {
        worked()
        return answer
      }
      if (pace.isStopped()) return err("stopped")
      if (answer.error === "part_damaged" && damaged >= MOST_DAMAGED) return answer
      if (!(await sitOut(answer.error))) return pace.isStopped() ? err("stopped") : answer
      if (answer.error !== "part_damaged") damaged = -1
    }
  }
  return { call, sitOut, worked, waitingFor: () => waitingFor }
}
