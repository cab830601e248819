import type { CaseId, KeyId } from "@shn/domain"
import { aeadOpen, aeadSeal } from "@shn/primitives/aead"
import { base64url, concat, fromBase64url, uint32 } from "@shn/primitives/encode"
import { hkdf, sha256 } from "@shn/primitives/hash"
import { hpkeOpen, type KemKeyPair } from "@shn/primitives/hpke-open"
import { hpkeSeal } from "@shn/primitives/hpke-seal"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import type { Random } from "@shn/primitives/random"
import type { CaseWrap, EpochLink } from "@shn/wire"
import type { CertifiedMember } from "./directory.ts"
import { idBytes } from "./identifiers.ts"
import type { ReporterKeys } from "./reporter-keys.ts"
import type { Roster } from "./roster.ts"

/** Somebody keys may be sealed to: certified by the verified directory, or the reporter themself. */
export type WrapTarget = CertifiedMember | ReporterKeys | ReporterTarget

/** The reporter as seen by a coordinator: public keys that were checked against the caseId. */
export type ReporterTarget = {
  readonly kind: "reporter-target"
  readonly keyId: KeyId
  readonly kemPk: Uint8Array
}

/** One epoch's case key and where it belongs. `key` is 32 bytes. */
export type CaseKey = { readonly caseId: CaseId; readonly epoch: number; readonly key: Uint8Array }

const NOTHING = new Uint8Array(0)

/** 32 fresh bytes. */
export function newCaseKey(caseId: CaseId, epoch: number, random: Random): CaseKey {
  return { caseId, epoch, key: random(32) }
}

/** Step 4b: seals a case key to one reader, bound to case, epoch, the entry that names them, and their key. */
export async function wrapCaseKey(
  caseKey: CaseKey,
  contextHash: Uint8Array,
  target: WrapTarget,
  random: Random,
): Promise<CaseWrap> {
  const info = wrapInfo(caseKey.caseId, caseKey.epoch, contextHash, target.keyId)
  const recipientPk = "kemPk" in target ? target.kemPk : target.kem.publicKey
  const bytes = await hpkeSeal({ recipientPk, info, aad: NOTHING, plaintext: caseKey.key, random })
  return { keyId: target.keyId, epoch: caseKey.epoch, bytes: base64url(bytes) }
}

/** base64url SHA-256 of a wrap, a preview wrap or a link: what a roster entry signs. */
export function sealedHash(sealed: { readonly bytes: string }): string {
  const bytes = fromBase64url(sealed.bytes)
  return bytes === null ? "" : base64url(sha256(bytes))
}

/** keyId -> hash of what was sealed to it. */
export function sealedHashes(
  sealed: readonly { readonly keyId: KeyId; readonly bytes: string }[],
): Record<KeyId, string> {
  return Object.fromEntries(sealed.map((one) => [one.keyId, sealedHash(one)]))
}

/**
 * Opens my wrap of an epoch. A wrap whose hash no accepted entry of that epoch signs is never opened.
 * @returns null when there is none for me, or it does not open
 */
export async function openCaseKey(
  caseId: CaseId,
  roster: Roster,
  wrap: CaseWrap,
  me: { readonly keyId: KeyId; readonly kem: KemKeyPair },
): Promise<CaseKey | null> {
  const sealed = fromBase64url(wrap.bytes)
  const hash = sealedHash(wrap)
  const named = roster.entries.find(
    ({ entry }) => entry.e === wrap.epoch && entry.wrapHashes[me.keyId] === hash && hash !== "",
  )
  if (wrap.keyId !== me.keyId || sealed === null || named === undefined) return null
  const info = wrapInfo(caseId, wrap.epoch, named.contextHash, me.keyId)
  const key = await hpkeOpen({ keys: me.kem, info, aad: NOTHING, sealed })
  return key?.length === 32 ? { caseId, epoch: wrap.epoch, key } : null
}

/** Seals the key of the epoch before under a newer one, so that a new member can read back and nobody can read forward. */
export async function sealLink(newer: CaseKey, older: CaseKey, random: Random): Promise<EpochLink> {
  const sealed = await aeadSeal(linkKey(newer), older.key, linkAad(newer), random)
  return { epoch: newer.epoch, bytes: base64url(sealed) }
}

/**
 * All case keys that follow from mine by walking the links back. A link that no entry signs is not opened; the walk
 * ends there, and messages of older epochs then have no key.
 */
export async function keysBackFrom(
  newest: CaseKey,
  roster: Roster,
  links: readonly EpochLink[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  const keys = new Map([[newest.epoch, newest.key]])
  for (let current = newest; current.epoch > 0; ) {
    const older = await openLink(current, roster, links)
    if (older === null) break
    keys.set(older.epoch, older.key)
    current = older
  }
  return keys
}

async function openLink(
  newer: CaseKey,
  roster: Roster,
  links: readonly EpochLink[],
): Promise<CaseKey | null> {
  const start = roster.entries.find(({ entry }) => entry.e === newer.epoch && entry.link !== "")
  const link = links.find((one) => one.epoch === newer.epoch && sealedHash(one) === start?.entry.link)
  const sealed = link === undefined ? null : fromBase64url(link.bytes)
  if (sealed === null) return null
  const key = await aeadOpen(linkKey(newer), sealed, linkAad(newer))
  return key?.length === 32 ? { caseId: newer.caseId, epoch: newer.epoch - 1, key } : null
}

function wrapInfo(caseId: CaseId, epoch: number, contextHash: Uint8Array, keyId: KeyId): Uint8Array {
  return concat(labelBytes(LABELS.caseKey), idBytes(caseId), uint32(epoch), contextHash, idBytes(keyId))
}

function linkKey(newer: CaseKey): Uint8Array {
  return hkdf(newer.key, labelBytes(LABELS.epochLink))
}

function linkAad(newer: CaseKey): Uint8Array {
  return concat(labelBytes(LABELS.epochLink), idBytes(newer.caseId), uint32(newer.epoch))
}
