import { err, type NeedId, ok, type Result } from "@shn/domain"
import { base64url, framed, fromBase64url, fromUtf8, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { hpkeOpen } from "@shn/primitives/hpke-open"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { unpad } from "@shn/primitives/pad"
import { v } from "@shn/wire"
import { idBytes } from "./identifiers.ts"
import type { MemberKeys } from "./staff-keys.ts"

/** What the router was told and what it answered, as the server sealed it: the server's word, not the reporter's. */
export type DecisionRecord = { readonly needId: NeedId; readonly input: unknown; readonly decision: unknown }

const RECORD = v.strictObject({
  v: v.literal(1),
  needId: v.string(),
  salt: v.string(),
  input: v.unknown(),
  decision: v.unknown(),
})

/**
 * Step 10: opens a coordinator's copy of a router decision.
 * @param sealed base64url of the copy @param inputHash base64url of the hash that the server kept
 * @returns "not-for-me" when it was sealed to another key or for another need; "damaged" when it is not the record
 * whose hash was kept
 */
export async function openDecision(input: {
  readonly needId: NeedId
  readonly sealed: string
  readonly inputHash: string
  readonly keys: MemberKeys
}): Promise<Result<DecisionRecord, "not-for-me" | "damaged">> {
  const { needId, keys } = input
  const sealed = fromBase64url(input.sealed)
  if (sealed === null) return err("damaged")
  const info = framed(labelBytes(LABELS.decision), utf8(needId), idBytes(keys.keyId))
  const padded = await hpkeOpen({ keys: keys.kem, info, aad: new Uint8Array(0), sealed })
  if (padded === null) return err("not-for-me")
  const plaintext = unpad(padded)
  if (plaintext === null || base64url(sha256(plaintext)) !== input.inputHash) return err("damaged")
  const parsed = v.safeParse(RECORD, parseJson(fromUtf8(plaintext) ?? ""))
  if (!parsed.success || parsed.output.needId !== needId) return err("damaged")
  return ok({ needId, input: parsed.output.input, decision: parsed.output.decision })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
