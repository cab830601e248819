import type { CaseId, IdentityPart } from "@shn/domain"
import { type IdentityPartBody, openIdentity, type Said } from "@shn/sealed"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"

/** Who the person is, as far as it is for my eyes. */
export type OpenedIdentity =
  | { readonly kind: "none" }
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly part: IdentityPart }
  | { readonly kind: "not-for-me" }
  | { readonly kind: "damaged" }

/** Opens the person's answer with my key. It stays in this screen's memory and goes with it. */
export function useIdentity(caseId: CaseId, said: Said<IdentityPartBody> | null): OpenedIdentity {
  const { session } = useDesk()
  const [held, setHeld] = useState<{ readonly of: string; readonly identity: OpenedIdentity } | null>(null)
  const msgId = said?.msgId ?? null
  useEffect(() => {
    if (said === null) return
    let isOver = false
    void openIdentity(caseId, said.body, session.keys).then((opened) => {
      if (isOver) return
      setHeld({
        of: said.msgId,
        identity: opened.ok ? { kind: "open", part: opened.value } : { kind: opened.error },
      })
    })
    return () => {
      isOver = true
    }
    // The message never changes; its id stands for it.
  }, [caseId, msgId, session.keys])
  if (msgId === null) return { kind: "none" }
  return held?.of === msgId ? held.identity : { kind: "opening" }
}

/** The fields, where they are open here. */
export function partOf(identity: OpenedIdentity): IdentityPart | null {
  return identity.kind === "open" ? identity.part : null
}
