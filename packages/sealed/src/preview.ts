import { type CaseId, err, type KeyId, type NeedId, ok, type Result } from "@shn/domain"
import { aeadOpen, aeadSeal } from "@shn/primitives/aead"
import { base64url, concat, framed, fromBase64url, utf8 } from "@shn/primitives/encode"
import { hpkeOpen } from "@shn/primitives/hpke-open"
import { hpkeSeal } from "@shn/primitives/hpke-seal"
import { canonicalBytes, parseCanonical } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad, unpad } from "@shn/primitives/pad"
import type { Random } from "@shn/primitives/random"
import { sign } from "@shn/primitives/sign"
import { verify } from "@shn/primitives/verify"
import { CaseIdField, NeedIdField, type OfferView, type PreviewWrap, v } from "@shn/wire"
import { sealedHash } from "./case-key.ts"
import type { CertifiedMember, VerifiedDirectory } from "./directory.ts"
import { idBytes } from "./identifiers.ts"
import { foldOfferRoster } from "./offer.ts"
import type { ReporterKeys } from "./reporter-keys.ts"
import type { Roster } from "./roster.ts"
import type { MemberKeys } from "./staff-keys.ts"

/** Longest preview, in UTF-16 code units: names and places for the conflict check, not the story. */
export const MAX_PREVIEW_LENGTH = 4_000
const SIGNATURE_BYTES = 64
const NOTHING = new Uint8Array(0)
const PREVIEW = v.strictObject({
  v: v.literal(1),
  caseId: CaseIdField,
  need: NeedIdField,
  text: v.pipe(v.string(), v.maxLength(MAX_PREVIEW_LENGTH)),
})

/** A preview key: one per case and need, 32 bytes, unrelated to the case key. */
export type PreviewKey = { readonly caseId: CaseId; readonly need: NeedId; readonly key: Uint8Array }

/** Step 4a: seals what a conflict check needs, signed by the reporter. @returns base64url */
export async function sealPreview(
  previewKey: PreviewKey,
  text: string,
  keys: ReporterKeys,
  random: Random,
): Promise<string> {
  const signed = canonicalBytes({ v: 1, caseId: previewKey.caseId, need: previewKey.need, text })
  const plaintext = pad(concat(sign(signatureInput(signed), keys.sign), signed))
  return base64url(await aeadSeal(previewKey.key, plaintext, place(previewKey), random))
}

/** Seals a preview key to one proposed expert, bound to case, need, roster entry and key. */
export async function wrapPreviewKey(
  previewKey: PreviewKey,
  contextHash: Uint8Array,
  expert: CertifiedMember,
  random: Random,
): Promise<PreviewWrap> {
  const info = wrapInfo(previewKey, contextHash, expert.keyId)
  const sealed = await hpkeSeal({
    recipientPk: expert.kemPk,
    info,
    aad: NOTHING,
    plaintext: previewKey.key,
    random,
  })
  return { keyId: expert.keyId, bytes: base64url(sealed) }
}

/**
 * Step 4a: what an expert sees before saying yes or no. The story is not in it.
 * @returns "not-for-me" when no accepted roster entry signs this wrap for my key, or it does not open; "damaged" when
 * the preview does not open or was not signed by the reporter
 */
export async function openPreview(input: {
  readonly offer: OfferView
  readonly keys: MemberKeys
  readonly directory: VerifiedDirectory
}): Promise<Result<{ readonly text: string; readonly roster: Roster }, "not-for-me" | "damaged">> {
  const { offer, keys } = input
  const roster = foldOfferRoster(offer, input.directory)
  const sealedKey = fromBase64url(offer.previewWrap.bytes)
  if (roster === null || sealedKey === null) return err("not-for-me")
  const hash = sealedHash(offer.previewWrap)
  const named = roster.entries.find(({ entry }) => entry.previewHashes[keys.keyId] === hash)
  const reader = named?.readers.find(({ keyId }) => keyId === keys.keyId)
  if (named === undefined || reader?.need !== offer.needId) return err("not-for-me")
  const where = { caseId: offer.caseId, need: offer.needId }
  const info = wrapInfo(where, named.contextHash, keys.keyId)
  const key = await hpkeOpen({ keys: keys.kem, info, aad: NOTHING, sealed: sealedKey })
  if (key?.length !== 32) return err("not-for-me")
  const text = await openSealedPreview({ ...where, key }, offer)
  return text === null ? err("damaged") : ok({ text, roster })
}

async function openSealedPreview(previewKey: PreviewKey, offer: OfferView): Promise<string | null> {
  const sealed = fromBase64url(offer.preview)
  const signPk = fromBase64url(offer.signPk)
  if (sealed === null || signPk === null) return null
  const plaintext = await aeadOpen(previewKey.key, sealed, place(previewKey))
  const content = plaintext === null ? null : unpad(plaintext)
  if (content === null || content.length < SIGNATURE_BYTES) return null
  const signed = content.slice(SIGNATURE_BYTES)
  if (!verify(content.slice(0, SIGNATURE_BYTES), signatureInput(signed), signPk)) return null
  const parsed = v.safeParse(PREVIEW, parseCanonical(signed))
  const isHere =
    parsed.success && parsed.output.caseId === offer.caseId && parsed.output.need === offer.needId
  return isHere ? parsed.output.text : null
}

type Place = { readonly caseId: CaseId; readonly need: NeedId }

function place({ caseId, need }: Place): Uint8Array {
  return framed(labelBytes(LABELS.preview), idBytes(caseId), utf8(need))
}

function wrapInfo({ caseId, need }: Place, contextHash: Uint8Array, keyId: KeyId): Uint8Array {
  return concat(labelBytes(LABELS.previewKey), idBytes(caseId), utf8(need), contextHash, idBytes(keyId))
}

function signatureInput(signed: Uint8Array): Uint8Array {
  return concat(labelBytes(LABELS.previewSignature), signed)
}
