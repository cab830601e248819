import type { MessageId, Result } from "@shn/domain"
import type { HandOffContent, OpenedCase } from "@shn/sealed"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { sayInOrder } from "./say-in-order.ts"
import { type MakeRefusal, sayFailureWords } from "./words.ts"

export type Saying = {
  readonly isBusy: boolean
  /** What went wrong last, as a sentence; "" when nothing did. */
  readonly trouble: string
  /** @returns the ids of the messages; null when not all of them were sent */
  readonly say: (
    makeFrom: (opened: OpenedCase) => Result<readonly HandOffContent[], MakeRefusal>,
  ) => Promise<readonly MessageId[] | null>
}

/** Says something about a hand-off in the case, and shows the case anew. */
export function useSay(opened: OpenedCase, lookAgain: () => Promise<void>): Saying {
  const desk = useDesk()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState("")
  const say: Saying["say"] = async (makeFrom) => {
    setBusy(true)
    setTrouble("")
    const result = await sayInOrder(desk, opened.caseKeys.caseId, makeFrom)
    await lookAgain()
    setBusy(false)
    if (!result.ok) setTrouble(sayFailureWords(desk.text, result.error))
    return result.ok ? result.value : null
  }
  return { isBusy, trouble, say }
}
