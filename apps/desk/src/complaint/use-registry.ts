import { type Card, loadFalseComplaintLaw, loadRegistry, type RegistryAgency } from "@shn/guidance"
import { useCallback, useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { todayBy } from "./rules.ts"

/** The agencies and the law on false reports in the language of the screens. */
export type Registry = {
  readonly agencies: readonly RegistryAgency[]
  readonly law: Card<"law">
}
export type RegistryState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly registry: Registry }

/**
 * Fetches them when a screen first needs them: a desk that reports nothing carries none of it.
 * @param isNeeded false: nothing is fetched
 */
export function useRegistry(isNeeded: boolean): {
  readonly state: RegistryState
  readonly again: () => void
} {
  const { locale, serverNow } = useDesk()
  const [state, setState] = useState<RegistryState>({ kind: "loading" })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (!isNeeded) return
    let isOver = false
    setState({ kind: "loading" })
    void Promise.all([loadRegistry(locale, todayBy(serverNow)), loadFalseComplaintLaw(locale)])
      .then(([agencies, law]): RegistryState => ({ kind: "ready", registry: { agencies, law } }))
      .catch((): RegistryState => ({ kind: "failed" }))
      .then((next) => {
        if (!isOver) setState(next)
      })
    return () => {
      isOver = true
    }
  }, [isNeeded, locale, serverNow, tries])
  const again = useCallback(() => setTries((before) => before + 1), [])
  return { state, again }
}
