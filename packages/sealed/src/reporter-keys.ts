import type { CaseId, Handle, KeyId, Result } from "@shn/domain"
import { type Argon2Path, type Argon2Progress, argon2id } from "@shn/primitives/argon2"
import { hkdf, sha256Half } from "@shn/primitives/hash"
import { type KemKeyPair, kemKeyPair } from "@shn/primitives/hpke-open"
import { LABELS, type Label, labelBytes } from "@shn/primitives/labels"
import type { Random } from "@shn/primitives/random"
import * as code from "@shn/primitives/receipt-code"
import { type SignKeyPair, signKeyPair } from "@shn/primitives/sign"
import { caseIdOf, handleOf, keyIdOf, mustDecode } from "./identifiers.ts"

/** Step 1. Fixed in the client and never sent by a server, so that no server can ask for less (OWASP floor, 2025). */
export const RECEIPT_KDF = { memoryKiB: 19_456, iterations: 2, parallelism: 1 } as const

/** Everything a receipt code opens. Lives in memory only. */
export type ReporterKeys = {
  readonly kind: "reporter"
  readonly handle: Handle
  readonly caseId: CaseId
  /** The reporter's name as reader and author on the roster. */
  readonly keyId: KeyId
  /** Logs in, nothing else. */
  readonly auth: SignKeyPair
  /** The case key: signs messages, roster entries and later consents. */
  readonly sign: SignKeyPair
  /** Opens key wraps. */
  readonly kem: KemKeyPair
  /** "js" when WebAssembly was not available (slow). */
  readonly argon2: Argon2Path
}

/** 88 random bits. @see receiptCode for how a person writes them down */
export function newReceiptSecret(random: Random): Uint8Array {
  return random(code.RECEIPT_SECRET_BYTES)
}

/** The code's two faces: nine groups of four digits, and nine English words. */
export function receiptCode(secret: Uint8Array, deploymentId: string): code.ReceiptCode {
  return code.receiptCode(secret, mustDecode(deploymentId))
}

/** Reads a code as typed or pasted; every wrong one gives the same answer. @returns the 11-byte secret */
export function parseReceiptCode(
  text: string,
  deploymentId: string,
): Result<Uint8Array, code.ReceiptCodeError> {
  return code.parseReceiptCode(text, mustDecode(deploymentId))
}

/**
 * Step 1: secret to keys. Takes about half a second on a slow phone, several seconds without WebAssembly.
 * @param secret 11 bytes
 * @param deploymentId of the build, 22 characters
 * @param onProgress called on the slow path only, 0 to 1
 */
export async function deriveReporterKeys(
  secret: Uint8Array,
  deploymentId: string,
  options: { readonly onProgress?: Argon2Progress } = {},
): Promise<ReporterKeys> {
  const salt = sha256Half(labelBytes(LABELS.receipt), mustDecode(deploymentId))
  const { key: root, path } = await argon2id({ secret, salt, ...RECEIPT_KDF }, options.onProgress)
  const branch = (label: Label) => hkdf(root, labelBytes(label))
  const auth = signKeyPair(branch(LABELS.reporterAuth))
  const sign = signKeyPair(branch(LABELS.reporterSign))
  const kem = await kemKeyPair(branch(LABELS.reporterKem))
  return {
    kind: "reporter",
    handle: handleOf(auth.publicKey),
    caseId: caseIdOf(sign.publicKey, kem.publicKey),
    keyId: keyIdOf(sign.publicKey, kem.publicKey),
    auth,
    sign,
    kem,
    argon2: path,
  }
}
