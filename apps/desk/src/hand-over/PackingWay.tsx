import { Actions, Button, Notice, ProgressBar } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import type { OneHandOver } from "./one-hand-over.ts"
import { usePacking } from "./use-packing.ts"
import { packingWords, troubleWords } from "./words.ts"

/** A package of this tab on its way, or why nothing came of it. It stands here whatever else has changed meanwhile. */
export function PackingWay({ handOff, papers, view, lookAgain }: OneHandOver) {
  const { text, packing } = useDesk()
  const { build, failed } = text.handOver
  const { draftId } = handOff
  const way = usePacking(draftId, lookAgain)
  if (way === null) return null
  const { state } = way
  if (state.is === "failed") {
    // Another window of mine was quicker.
    if (view.step === "handed") return null
    const nameOf = (path: string) => papers.consent.evidence.find(({ id }) => id === path)?.label ?? path
    return (
      <Notice kind="warning" title={failed.title} live="assertive">
        <p>{troubleWords(text, state.trouble, nameOf)}</p>
        <p>{state.isGone ? failed.gone : failed.leftOver}</p>
      </Notice>
    )
  }
  const progress = state.is === "packing" ? state.progress : null
  return (
    <div class="hand-over-way">
      <ProgressBar
        label={packingWords(text.handOver, state)}
        fraction={
          progress === null || progress.totalBytes === 0 ? null : progress.doneBytes / progress.totalBytes
        }
      />
      {state.is === "packing" && (
        <>
          <Actions>
            <Button kind="quiet" onClick={() => packing[state.isPaused ? "goOn" : "pause"](draftId)}>
              {state.isPaused ? build.goOn : build.pause}
            </Button>
            <Button kind="quiet" onClick={() => packing.stop(draftId)}>
              {build.stop}
            </Button>
          </Actions>
          <p class="quiet">{build.stays}</p>
        </>
      )}
    </div>
  )
}
