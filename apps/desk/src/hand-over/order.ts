import type { FindStaff, StaffSigner } from "@shn/consent"
import { type CaseId, err, type KeyId, ok, type Result } from "@shn/domain"
import { signManifest } from "@shn/evidence"
import { fromBase64url } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import type { SignKeyPair } from "@shn/primitives/sign"
import { findStaffIn, newUploadId, type VerifiedDirectory } from "@shn/sealed"
import type { ThereFile } from "./leave.ts"
import type { Looked } from "./look-over.ts"
import type { PackingOrder } from "./packing-tray.ts"
import { type PlanRefusal, planAsApprover } from "./plan.ts"

/**
 * The approver's signature, and everything that the worker needs. Signs only what this desk has made itself.
 * @returns why nothing is signed; "not-now" when it may not leave at this moment
 */
export function packingOrder(input: {
  readonly caseId: CaseId
  readonly signedMsgId: string
  readonly looked: Looked
  readonly sign: SignKeyPair
  readonly nowMs: number
  readonly random: Random
}): Result<PackingOrder, PlanRefusal | "not-now"> {
  const { caseId, signedMsgId, looked, nowMs, random } = input
  const { view, handOff, directory } = looked
  const { leave } = view
  if (leave === null || view.mine !== "approver" || view.release === null) return err("not-now")
  const own = planAsApprover({ leave, signers: view.signers, plan: view.plan }, directory, nowMs)
  if (!own.ok) return own
  return ok({
    caseId,
    draftId: handOff.draftId,
    use: view.use,
    signedMsgId,
    work: {
      caseId,
      uploadId: newUploadId(random),
      key: random(32),
      releaseId: view.release.releaseId,
      consent: leave.disclosure.envelope,
      context: leave.context,
      options: own.options,
      kept: leave.kept,
      signatures: [own.first, signManifest(own.plan.manifest, input.sign)],
      staff: staffOf(directory),
      codeWord: leave.isCodeWordNeeded,
      minor: leave.minor,
      recipient: leave.agency.recipient,
      files: leave.files.map(fileOf),
    },
  })
}

function staffOf(directory: VerifiedDirectory): readonly (readonly [KeyId, StaffSigner])[] {
  const find: FindStaff = findStaffIn(directory)
  return directory.members.flatMap(({ keyId }) => {
    const found = find(keyId)
    if (found === undefined) return []
    const { memberId, roles, signPk } = found
    return [[keyId, { memberId, roles, signPk }] as const]
  })
}

function fileOf({ uploadId, key, size, sha256, parts, partsDigest }: ThereFile) {
  const facts = { key: fromBase64url(key) ?? new Uint8Array(0), size, sha256, parts, partsDigest }
  return { id: uploadId, uploadId, facts }
}
