import type { AssignmentDecision, AssignmentInput, KeyId, NeedId } from "@shn/domain"
import { base64url, framed, fromBase64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad } from "@shn/primitives/pad"
import type { Random } from "@shn/primitives/random"
import { sealTo } from "@shn/primitives/seal-to"
import type { Organisation } from "../organisation.ts"

/** What the server keeps of a decision of the router. PROTOCOL step 10. Bytes are base64url: it waits in a proposal. */
export type KeptDecision = {
  readonly policyVersion: string
  readonly inputHash: string
  readonly winner: KeyId | null
  readonly bindingRule: string | null
  readonly copies: readonly { readonly keyId: KeyId; readonly bytes: string }[]
}

/**
 * Seals inputs and outcome to the coordinators and keeps a hash. The salt inside makes the hash useless for trying
 * out guesses at what was asked.
 */
export async function keptDecision(
  needId: NeedId,
  input: AssignmentInput,
  decision: AssignmentDecision,
  readers: readonly KeyId[],
  organisation: Organisation,
  random: Random,
): Promise<KeptDecision> {
  const record = { v: 1, needId, salt: base64url(random(16)), input, decision }
  const plaintext = utf8(JSON.stringify(record))
  const copies: { keyId: KeyId; bytes: string }[] = []
  for (const keyId of readers) {
    const kemPk = fromBase64url(organisation.members.get(keyId)?.kemPk ?? "")
    const id = fromBase64url(keyId)
    if (kemPk === null || id === null) continue
    const info = framed(labelBytes(LABELS.decision), utf8(needId), id)
    copies.push({ keyId, bytes: base64url(await sealTo(kemPk, info, pad(plaintext), random)) })
  }
  return {
    policyVersion: decision.policyVersion,
    inputHash: base64url(sha256(plaintext)),
    winner: decision.picks[0] ?? null,
    bindingRule: decision.bindingRule,
    copies,
  }
}
