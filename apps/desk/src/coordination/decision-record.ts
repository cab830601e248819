import {
  type AssignmentDecision,
  type AssignmentInput,
  HARD_RULES,
  LANES,
  type NeedId,
  PERSON_REASONS,
  RELAXATIONS,
  replay,
  SCORE_TERMS,
} from "@shn/domain"
import { base64url, framed, fromBase64url, fromUtf8, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { hpkeOpen } from "@shn/primitives/hpke-open"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { unpad } from "@shn/primitives/pad"
import type { MemberKeys } from "@shn/sealed"
import { type DecisionAnswer, KeyIdField, NeedIdField, RoutingFacetsField, v } from "@shn/wire"

/** A stored decision of the router, opened with my key, and what working it out again gave. */
export type DecisionRecord = {
  readonly decision: AssignmentDecision
  readonly facets: AssignmentInput["facets"]
  readonly madeAtMs: number
  readonly replayed: "same" | "different"
}

export type DecisionProblem = "no-copy" | "unreadable"

/**
 * PROTOCOL step 10: opens this coordinator's copy, compares it with the stored hash, and decides again on this device
 * from the stored inputs.
 * @returns "no-copy" when none was sealed to me; "unreadable" when it does not open, is of another need, or does not
 * fit its hash: then it says nothing and must not be shown
 */
export async function openDecision(
  answer: v.InferOutput<typeof DecisionAnswer>,
  needId: NeedId,
  keys: MemberKeys,
): Promise<
  | { readonly ok: true; readonly value: DecisionRecord }
  | { readonly ok: false; readonly error: DecisionProblem }
> {
  if (answer.sealed === null) return { ok: false, error: "no-copy" }
  const sealed = fromBase64url(answer.sealed)
  const id = fromBase64url(keys.keyId)
  if (sealed === null || id === null) return { ok: false, error: "unreadable" }
  const info = framed(labelBytes(LABELS.decision), utf8(needId), id)
  const padded = await hpkeOpen({ keys: keys.kem, info, aad: new Uint8Array(0), sealed })
  const plaintext = padded === null ? null : unpad(padded)
  if (plaintext === null || base64url(sha256(plaintext)) !== answer.inputHash) {
    return { ok: false, error: "unreadable" }
  }
  const record = readRecord(plaintext, needId)
  return record === null ? { ok: false, error: "unreadable" } : { ok: true, value: record }
}

function readRecord(plaintext: Uint8Array, needId: NeedId): DecisionRecord | null {
  const parsed = v.safeParse(RECORD, parsedJson(plaintext))
  if (!parsed.success || parsed.output.needId !== needId) return null
  const { input, decision } = parsed.output
  return {
    decision,
    facets: input.facets,
    madeAtMs: input.nowMs,
    replayed: replayed(input as unknown as AssignmentInput, decision),
  }
}

/** Inputs come from the server's hands: whatever cannot be worked out again was not what decided. */
function replayed(input: AssignmentInput, decision: AssignmentDecision): "same" | "different" {
  try {
    return replay(input, decision)
  } catch {
    return "different"
  }
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? "")
  } catch {
    return null
  }
}

const points = v.number()
const DECISION = v.strictObject({
  policyVersion: v.string(),
  lane: v.picklist(LANES),
  offerDeadlineMs: v.nullable(v.number()),
  picks: v.array(KeyIdField),
  ranked: v.array(
    v.strictObject({
      keyId: KeyIdField,
      score: points,
      terms: v.strictObject(
        Object.fromEntries(SCORE_TERMS.map((term) => [term, v.nullable(points)])) as Record<
          (typeof SCORE_TERMS)[number],
          v.NullableSchema<v.NumberSchema<undefined>, undefined>
        >,
      ),
      prices: v.strictObject({ load: points, scarcity: points }),
      net: points,
      reasons: v.array(v.picklist(PERSON_REASONS)),
    }),
  ),
  removed: v.array(v.strictObject({ keyId: KeyIdField, failedRules: v.array(v.picklist(HARD_RULES)) })),
  relaxationsTried: v.array(v.strictObject({ given: v.array(v.picklist(RELAXATIONS)), fitting: v.number() })),
  relaxed: v.array(v.picklist(RELAXATIONS)),
  bindingRule: v.nullable(v.picklist([...HARD_RULES, "empty_pool"])),
})
const RECORD = v.strictObject({
  v: v.literal(1),
  needId: NeedIdField,
  salt: v.string(),
  input: v.looseObject({ facets: RoutingFacetsField, nowMs: v.number() }),
  decision: DECISION,
})
