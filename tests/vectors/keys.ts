import type { MemberId } from "@shn/domain"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { signKeyPair } from "@shn/primitives/sign"
import { caseIdOf, handleOf, keyIdOf, type MemberKeys, type ReporterKeys } from "@shn/sealed"

type Seeds = { readonly signSeed: Uint8Array; readonly kemSeed: Uint8Array }

/** A reporter's keys from their three seeds, without stretching a code. */
export async function reporterKeysFrom(
  seeds: Seeds & { readonly authSeed: Uint8Array },
): Promise<ReporterKeys> {
  const auth = signKeyPair(seeds.authSeed)
  const sign = signKeyPair(seeds.signSeed)
  const kem = await kemKeyPair(seeds.kemSeed)
  const [signPk, kemPk] = [sign.publicKey, kem.publicKey]
  const ids = {
    handle: handleOf(auth.publicKey),
    caseId: caseIdOf(signPk, kemPk),
    keyId: keyIdOf(signPk, kemPk),
  }
  return { kind: "reporter", ...ids, auth, sign, kem, argon2: "wasm" }
}

/** A member's keys from their two seeds. */
export async function memberKeysFrom(seeds: Seeds & { readonly memberId: MemberId }): Promise<MemberKeys> {
  const sign = signKeyPair(seeds.signSeed)
  const kem = await kemKeyPair(seeds.kemSeed)
  const keyId = keyIdOf(sign.publicKey, kem.publicKey)
  return { kind: "member", memberId: seeds.memberId, keyId, sign, kem, smk: new Uint8Array(32) }
}
