import type { KeyId, StaffRole } from "@shn/domain"
import { CheckCard, FailedState, Fieldset, LoadingState, Notice } from "@shn/ui"
import { useCallback, useEffect, useState } from "preact/hooks"
import type { HelpRuntime, StaffNames } from "./help-runtime.ts"
import type { StepProps } from "./step-frame.tsx"

type Names =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly names: StaffNames }

/** Whom to leave out, from the signed list; and who from outside watches over the case instead. */
export function LeaveOut({
  state,
  dispatch,
  text,
  words,
  runtime,
}: StepProps & { readonly runtime: HelpRuntime | null }) {
  const [names, setNames] = useState<Names>({ kind: "loading" })
  const load = useCallback(async () => {
    if (runtime === null) return
    setNames({ kind: "loading" })
    const result = await runtime.staffNames()
    setNames(result.ok ? { kind: "ready", names: result.value } : { kind: "failed" })
  }, [runtime])
  useEffect(() => void load(), [load])

  const { leftOut } = state.answers
  const toggleKey = (keyId: KeyId) =>
    dispatch({
      type: "set",
      change: {
        leftOut: { ...leftOut, keyIds: without(leftOut.keyIds, keyId) ?? [...leftOut.keyIds, keyId] },
      },
    })
  const toggleRole = (role: StaffRole) =>
    dispatch({
      type: "set",
      change: { leftOut: { ...leftOut, roles: without(leftOut.roles, role) ?? [...leftOut.roles, role] } },
    })

  if (names.kind === "loading") return <LoadingState lines={2} />
  if (names.kind === "failed") {
    return <FailedState sentence={text.expert.leaveOutFailed} onRetry={() => void load()} />
  }
  const { people, trustees } = names.names
  return (
    <>
      <Fieldset legend={text.expert.leaveOut}>
        {people.map((person) => (
          <CheckCard
            key={`${person.role}-${person.keyId}`}
            label={<bdi>{person.alias}</bdi>}
            note={
              person.role === "coordinator"
                ? words.role.coordinator
                : words.list.and(person.disciplines.map((discipline) => words.expert[discipline]))
            }
            checked={leftOut.keyIds.includes(person.keyId)}
            onChange={() => toggleKey(person.keyId)}
          />
        ))}
        {(["coordinator", "expert"] as const).map((role) => (
          <CheckCard
            key={role}
            label={text.expert.leaveOutRole[role]}
            checked={leftOut.roles.includes(role)}
            onChange={() => toggleRole(role)}
          />
        ))}
      </Fieldset>
      {trustees.length > 0 ? (
        <Notice kind="info">
          <p>{text.expert.trusteeAdded(words.list.and(trustees))}</p>
        </Notice>
      ) : (
        <Notice kind="warning">
          <p>{text.expert.noTrustee}</p>
        </Notice>
      )}
    </>
  )
}

// The list without the item; undefined when it was not in it.
function without<T>(list: readonly T[], item: T): readonly T[] | undefined {
  return list.includes(item) ? list.filter((other) => other !== item) : undefined
}
