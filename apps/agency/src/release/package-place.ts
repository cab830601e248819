import type { StaffSigner } from "@shn/consent"
import type { KeyId } from "@shn/domain"
import { openCover } from "@shn/evidence"
import { fromBase64url } from "@shn/primitives/encode"
import { findStaffEverIn, ONLY_INBOX } from "@shn/sealed"
import { type OpenedRelease, UploadIdField, v } from "@shn/wire"
import type { Session } from "../session/door.ts"
import { keyDigests } from "../session/inbox-keys.ts"
import type { PackagePlace } from "../worker/package-work.ts"

/**
 * Where the newest package of a release lies and what it is checked against: the officer's own directory, the keys of the inbox, and
 * what our computer said about taking back.
 * @param asOfMs when our computer said it, by its own clock
 * @returns null when no package lies there, "no-cover" when its cover opens with no key of mine
 */
export async function packagePlace(
  view: OpenedRelease,
  session: Session,
  asOfMs: number,
): Promise<PackagePlace | "no-cover" | null> {
  const newest = view.packages.at(-1)
  const { trust, inboxes } = session
  if (newest === undefined || trust.kind !== "trusted") return null
  const { releaseId } = view.line
  const identities = inboxes.map(({ identity }) => identity)
  const cover = await openCover(fromBase64url(newest.cover) ?? new Uint8Array(0), identities, releaseId)
  const uploadId = v.safeParse(UploadIdField, cover?.uploadId)
  if (cover === null || !uploadId.success || uploadId.output !== newest.uploadId) return "no-cover"
  const { size, sha256, parts, partsDigest } = cover
  const { members } = trust.directory
  const findStaff = findStaffEverIn(trust.directory)
  const staff = members.flatMap(({ keyId }): (readonly [KeyId, StaffSigner])[] => {
    const found = findStaff(keyId)
    return found === undefined
      ? []
      : [[keyId, { memberId: found.memberId, roles: found.roles, signPk: found.signPk }]]
  })
  return {
    releaseId,
    release: view.release,
    uploadId: uploadId.output,
    facts: { key: fromBase64url(cover.key) ?? new Uint8Array(0), size, sha256, parts, partsDigest },
    identities,
    staff,
    gone: members.flatMap(({ keyId, status }) => (status === "active" ? [] : [keyId])),
    agency: {
      id: trust.agency.agencyId,
      inbox: ONLY_INBOX,
      names: Object.values(trust.agency.names),
      keys: keyDigests(inboxes),
    },
    nowMs: asOfMs,
    revocations: { asOfMs, envelopes: view.revocation === null ? [] : [view.revocation] },
    // The newest of several: each one before it was one use of the same consent.
    used: newest.use - 1,
  }
}
