import { handOffDigest, signApproval } from "@shn/consent"
import {
  type AgeBand,
  type ComplaintField,
  type Day,
  err,
  IDENTITY_CODE_PREFIX,
  type IdentityPart,
  isIdentityField,
  type MessageId,
  ok,
  type Result,
  releasedFields,
  type StaffAct,
  type ThreeWay,
} from "@shn/domain"
import {
  type ApprovalBody,
  type ComplaintBody,
  type HandOffBody,
  type HandOffTo,
  type MemberKeys,
  termsOf,
  viewOf,
} from "@shn/sealed"
import { allLimits, type DraftFacts, inputOf } from "./rules.ts"

/** Everything that will leave, as it will leave. Call it with a draft without obstacles. */
export function handOffOf(
  facts: DraftFacts,
  about: {
    readonly saved: Pick<ComplaintBody, "draftId" | "rev">
    readonly to: HandOffTo
    readonly identityPart: MessageId | null
    readonly lastDay: Day
    readonly age: AgeBand
    readonly law: string
  },
): HandOffBody {
  const { copy, form, identity } = facts
  const released = Object.entries(releasedFields(inputOf(facts)))
  const isNamed = copy.identity === "named"
  return {
    ...about.saved,
    to: about.to,
    purpose: [...new Set(copy.purpose)].sort(),
    identity: copy.identity,
    fields: Object.fromEntries(released.filter(([code]) => !code.startsWith(IDENTITY_CODE_PREFIX))),
    identityFields: isNamed ? filledFields(form.fields, identity) : [],
    identityPart: isNamed ? about.identityPart : null,
    evidence: copy.draft.evidence.map(({ id, sha256, label }) => ({ id, sha256, label })),
    limits: allLimits(facts),
    lastDay: about.lastDay,
    uses: 1,
    minor: minorOf(about.age),
    agencyNeedsName: form.needsName,
    law: about.law,
  }
}

/** Whether the person is under 18, as far as they said. */
export function minorOf(age: AgeBand): ThreeWay {
  if (age === "unsaid") return "unknown"
  return age === "under_18" ? "yes" : "no"
}

/**
 * My name under exactly what lies there.
 * @returns "identity-not-open" when who the person is cannot be seen here: nobody signs what they cannot read
 */
export function approvalFor(
  offered: HandOffBody,
  act: StaffAct,
  by: {
    readonly casePk: Uint8Array
    readonly identity: IdentityPart | null
    readonly me: MemberKeys
    readonly nowMs: number
  },
): Result<ApprovalBody, "identity-not-open"> {
  const view = viewOf(offered, by.identity)
  if (view === null) return err("identity-not-open")
  const handOff = handOffDigest(termsOf(by.casePk, offered, view))
  const envelope = signApproval({ act, handOff, by: by.me.keyId, nowMs: by.nowMs }, by.me.sign)
  return ok({ draftId: offered.draftId, rev: offered.rev, envelope })
}

function filledFields(
  fields: readonly { readonly key: ComplaintField }[],
  identity: IdentityPart | null,
): HandOffBody["identityFields"] {
  return fields.flatMap(({ key }) => {
    if (!isIdentityField(key)) return []
    return (identity?.[key] ?? "").trim() === "" ? [] : [key]
  })
}
