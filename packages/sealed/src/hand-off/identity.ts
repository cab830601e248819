import {
  type CaseId,
  err,
  IDENTITY_FIELDS,
  type IdentityPart,
  type KeyId,
  ok,
  type Result,
} from "@shn/domain"
import { aeadOpen, aeadSeal } from "@shn/primitives/aead"
import { base64url, framed, fromBase64url, utf8 } from "@shn/primitives/encode"
import { hpkeOpen } from "@shn/primitives/hpke-open"
import { hpkeSeal } from "@shn/primitives/hpke-seal"
import { canonicalBytes, parseCanonical } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad, unpad } from "@shn/primitives/pad"
import type { Random } from "@shn/primitives/random"
import { v } from "@shn/wire"
import { certifiedMember, type VerifiedDirectory } from "../directory.ts"
import { idBytes } from "../identifiers.ts"
import type { CaseReader } from "../opened-case.ts"
import type { ReporterKeys } from "../reporter-keys.ts"
import type { IdentityAskBody, IdentityPartBody } from "./content.ts"

const NOTHING = new Uint8Array(0)
const VALUE = v.pipe(v.string(), v.maxLength(1_000))
const PART: v.GenericSchema<unknown, IdentityPart> = v.strictObject(
  Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, v.exactOptional(VALUE)])) as Record<
    (typeof IDENTITY_FIELDS)[number],
    v.ExactOptionalSchema<typeof VALUE, undefined>
  >,
)

/**
 * Seals who the person is under a key of its own, for the members that the question named and for the person, so that the rest of
 * the case's readers cannot open it. Bound to the case, the draft, the recipient and the purpose: it answers this question and
 * no other.
 * @param values as typed; only fields that were asked for are sealed
 * @returns "not-certified" when a member named in the question is not on the list of staff, or no longer
 */
export async function sealIdentity(input: {
  readonly ask: IdentityAskBody
  readonly values: IdentityPart
  readonly me: ReporterKeys
  readonly directory: VerifiedDirectory
  readonly random: Random
}): Promise<Result<IdentityPartBody, "not-certified" | "directory-expired">> {
  const { ask, me, directory, random } = input
  const { draftId, to, purpose } = ask
  const readers: { keyId: KeyId; kemPk: Uint8Array }[] = [{ keyId: me.keyId, kemPk: me.kem.publicKey }]
  for (const keyId of new Set(ask.readers)) {
    const member = certifiedMember(directory, keyId)
    if (!member.ok) return err(member.error === "directory-expired" ? "directory-expired" : "not-certified")
    readers.push({ keyId, kemPk: member.value.kemPk })
  }
  const key = random(32)
  const asked = Object.fromEntries(
    ask.fields.flatMap((field) => {
      const value = input.values[field]
      return value === undefined || value === "" ? [] : [[field, value]]
    }),
  )
  const sealed = await aeadSeal(key, pad(canonicalBytes(asked)), aadOf(me.caseId, ask), random)
  const wraps = await Promise.all(
    readers.map(async ({ keyId, kemPk }) => ({
      keyId,
      wrap: base64url(
        await hpkeSeal({
          recipientPk: kemPk,
          info: wrapInfo(me.caseId, draftId, keyId),
          aad: NOTHING,
          plaintext: key,
          random,
        }),
      ),
    })),
  )
  return ok({ draftId, to, purpose, sealed: base64url(sealed), wraps })
}

/** @returns "not-for-me" for a reader of the case who was not named in the question; "damaged" when it does not open */
export async function openIdentity(
  caseId: CaseId,
  part: IdentityPartBody,
  me: CaseReader,
): Promise<Result<IdentityPart, "not-for-me" | "damaged">> {
  const mine = part.wraps.find(({ keyId }) => keyId === me.keyId)
  if (mine === undefined) return err("not-for-me")
  const wrap = fromBase64url(mine.wrap)
  const sealed = fromBase64url(part.sealed)
  if (wrap === null || sealed === null) return err("damaged")
  const info = wrapInfo(caseId, part.draftId, me.keyId)
  const key = await hpkeOpen({ keys: me.kem, info, aad: NOTHING, sealed: wrap })
  const padded = key?.length === 32 ? await aeadOpen(key, sealed, aadOf(caseId, part)) : null
  const content = padded === null ? null : unpad(padded)
  const parsed = v.safeParse(PART, content === null ? undefined : parseCanonical(content))
  return parsed.success ? ok(parsed.output) : err("damaged")
}

/** Whether an answer belongs to this question. */
export function isAnswerTo(part: IdentityPartBody, ask: IdentityAskBody): boolean {
  return (
    part.draftId === ask.draftId &&
    part.to.id === ask.to.id &&
    part.to.inbox === ask.to.inbox &&
    part.to.key === ask.to.key &&
    [...part.purpose].sort().join() === [...ask.purpose].sort().join()
  )
}

function aadOf(caseId: CaseId, about: Pick<IdentityPartBody, "draftId" | "to" | "purpose">): Uint8Array {
  const { id, inbox, key } = about.to
  const purpose = [...about.purpose].sort()
  return framed(
    labelBytes(LABELS.identity),
    idBytes(caseId),
    utf8(about.draftId),
    canonicalBytes({ id, inbox, key }),
    canonicalBytes(purpose),
  )
}

function wrapInfo(caseId: CaseId, draftId: string, keyId: KeyId): Uint8Array {
  return framed(labelBytes(LABELS.identityKey), idBytes(caseId), utf8(draftId), idBytes(keyId))
}
