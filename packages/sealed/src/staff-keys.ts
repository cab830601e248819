import { err, type KeyId, type MemberId, ok, type Result } from "@shn/domain"
import { aeadOpen, aeadSeal } from "@shn/primitives/aead"
import { type Argon2Path, type Argon2Progress, argon2id } from "@shn/primitives/argon2"
import { base64url, concat, fromBase64url, utf8 } from "@shn/primitives/encode"
import { hkdf, sha256 } from "@shn/primitives/hash"
import { type KemKeyPair, kemKeyPair } from "@shn/primitives/hpke-open"
import { LABELS, type Label, labelBytes } from "@shn/primitives/labels"
import { type Random, randomBelow } from "@shn/primitives/random"
import { type SignKeyPair, signKeyPair } from "@shn/primitives/sign"
import { WORD_COUNT, wordAt } from "@shn/primitives/words"
import type { Kdf } from "@shn/wire"
import { keyIdOf, mustDecode } from "./identifiers.ts"

/** Step 2. What new members get, and the least that a device accepts from a server. */
export const STAFF_KDF: Kdf = { memoryKiB: 65_536, iterations: 3, parallelism: 1 }
// A server could otherwise freeze the device by asking for more.
const KDF_CEILING: Kdf = { memoryKiB: 1_048_576, iterations: 16, parallelism: 4 }
const PASSPHRASE_WORDS = 7

/** A member's keys, open. Live in memory only. */
export type MemberKeys = {
  readonly kind: "member"
  readonly memberId: MemberId
  readonly keyId: KeyId
  readonly sign: SignKeyPair
  readonly kem: KemKeyPair
  /** 32 bytes; also seals what is for this member alone. */
  readonly smk: Uint8Array
}

/** What a server keeps for a member; none of it opens anything without the passphrase. Byte fields are base64url. */
export type MemberRecord = {
  readonly memberId: MemberId
  readonly keyId: KeyId
  readonly signPk: string
  readonly kemPk: string
  readonly salt: string
  readonly kdf: Kdf
  /** SHA-256 of the login key. */
  readonly loginKeyHash: string
  /** 60 bytes: nonce ‖ sealed SMK ‖ tag. */
  readonly sealedSmk: string
  /** 92 bytes: nonce ‖ sealed sign and kem seeds ‖ tag. */
  readonly sealedSeeds: string
}

/** What a passphrase gives: one key to show the server, one that never leaves the device. */
export type StaffSecret = {
  /** base64url of 32 bytes. */
  readonly loginKey: string
  readonly wrapKey: Uint8Array
  readonly argon2: Argon2Path
}

/** Seven words, 77 bits: generated, because chosen ones are guessed. */
export function generatePassphrase(random: Random): string {
  return Array.from({ length: PASSPHRASE_WORDS }, () => wordAt(randomBelow(random, WORD_COUNT))).join(" ")
}

/** Step 2: makes a new member's keys and the record for the server. */
export async function createMember(
  random: Random,
  input: { readonly memberId: MemberId; readonly passphrase: string; readonly onProgress?: Argon2Progress },
): Promise<{ readonly record: MemberRecord; readonly keys: MemberKeys }> {
  const salt = base64url(random(16))
  const secret = await deriveStaffSecret({ ...input, salt, kdf: STAFF_KDF })
  if (!secret.ok) throw new Error(secret.error)
  const seeds = random(64)
  const keys = await openKeys(input.memberId, random(32), seeds)
  const sealedSmk = await aeadSeal(
    secret.value.wrapKey,
    keys.smk,
    boundTo(LABELS.staffSmk, input.memberId),
    random,
  )
  const sealedSeeds = await aeadSeal(keys.smk, seeds, boundTo(LABELS.staffSeeds, input.memberId), random)
  const record: MemberRecord = {
    memberId: input.memberId,
    keyId: keys.keyId,
    signPk: base64url(keys.sign.publicKey),
    kemPk: base64url(keys.kem.publicKey),
    salt,
    kdf: STAFF_KDF,
    loginKeyHash: base64url(sha256(mustDecode(secret.value.loginKey))),
    sealedSmk: base64url(sealedSmk),
    sealedSeeds: base64url(sealedSeeds),
  }
  return { record, keys }
}

/**
 * Step 2: stretches a passphrase as the server says, within our own limits.
 * @returns "kdf-below-floor" when the server asks for less than STAFF_KDF, "kdf-not-allowed" for a nonsensical or
 * frozen-device amount or a salt that is not 16 bytes
 */
export async function deriveStaffSecret(input: {
  readonly passphrase: string
  readonly salt: string
  readonly kdf: Kdf
  readonly onProgress?: Argon2Progress
}): Promise<Result<StaffSecret, "kdf-below-floor" | "kdf-not-allowed">> {
  const limits = checkKdf(input.kdf)
  if (!limits.ok) return limits
  const salt = fromBase64url(input.salt)
  if (salt === null || salt.length !== 16) return err("kdf-not-allowed")
  const passphrase = utf8(input.passphrase.normalize("NFKC").trim().toLowerCase().split(/\s+/).join(" "))
  const stretched = await argon2id({ secret: passphrase, salt, ...input.kdf }, input.onProgress)
  return ok({
    loginKey: base64url(hkdf(stretched.key, labelBytes(LABELS.staffLogin))),
    wrapKey: hkdf(stretched.key, labelBytes(LABELS.staffWrap)),
    argon2: stretched.path,
  })
}

/**
 * Step 2: opens what the server released after both factors.
 * @returns "wrong-passphrase" when the outer seal does not open (also for another member's seal), "damaged" when the
 * inner one does not, or the keys are not those the record is named after
 */
export async function unlockMember(
  released: {
    readonly memberId: MemberId
    readonly keyId: KeyId
    readonly sealedSmk: string
    readonly sealedSeeds: string
  },
  wrapKey: Uint8Array,
): Promise<Result<MemberKeys, "wrong-passphrase" | "damaged">> {
  const { memberId } = released
  const sealedSmk = fromBase64url(released.sealedSmk)
  const sealedSeeds = fromBase64url(released.sealedSeeds)
  if (sealedSmk === null || sealedSeeds === null) return err("damaged")
  const smk = await aeadOpen(wrapKey, sealedSmk, boundTo(LABELS.staffSmk, memberId))
  if (smk === null) return err("wrong-passphrase")
  if (smk.length !== 32) return err("damaged")
  const seeds = await aeadOpen(smk, sealedSeeds, boundTo(LABELS.staffSeeds, memberId))
  if (seeds === null || seeds.length !== 64) return err("damaged")
  const keys = await openKeys(memberId, smk, seeds)
  return keys.keyId === released.keyId ? ok(keys) : err("damaged")
}

async function openKeys(memberId: MemberId, smk: Uint8Array, seeds: Uint8Array): Promise<MemberKeys> {
  const sign = signKeyPair(seeds.slice(0, 32))
  const kem = await kemKeyPair(seeds.slice(32))
  return { kind: "member", memberId, keyId: keyIdOf(sign.publicKey, kem.publicKey), sign, kem, smk }
}

function checkKdf(kdf: Kdf): Result<Kdf, "kdf-below-floor" | "kdf-not-allowed"> {
  const names = ["memoryKiB", "iterations", "parallelism"] as const
  if (names.some((name) => !Number.isSafeInteger(kdf[name]) || kdf[name] > KDF_CEILING[name])) {
    return err("kdf-not-allowed")
  }
  return names.some((name) => kdf[name] < STAFF_KDF[name]) ? err("kdf-below-floor") : ok(kdf)
}

function boundTo(label: Label, memberId: MemberId): Uint8Array {
  return concat(labelBytes(label), utf8(memberId))
}
