import type { KeyId } from "@shn/domain"
import {
  type FileFacts,
  isSignedPlan,
  type PackagePlan,
  type PlanError,
  type PlanOptions,
  planPackage,
  signManifest,
} from "@shn/evidence"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import type { SignKeyPair } from "@shn/primitives/sign"
import { listedMember, type PackagePlanBody, type VerifiedDirectory } from "@shn/sealed"
import type { HandOverView } from "./judge.ts"
import type { Leave, ThereFile } from "./leave.ts"
import type { TwoSigners } from "./signed-papers.ts"

/** The helpline has published no program that checks packages: their README says how to check them without one. */
const CHECKER = null

/** Somebody's clock may be a little ahead of ours. */
const CLOCK_SLACK_MS = 600_000

/** What the drafter signs and puts into the case, so that the approver can make the same. */
export type SignedPlan =
  | { readonly ok: true; readonly body: Omit<PackagePlanBody, "draftId" | "rev"> }
  | { readonly ok: false; readonly error: PlanError }

/** The first signature. @param packageId fresh UUID, version 4 */
export function planAsDrafter(input: {
  readonly leave: Leave
  readonly signers: TwoSigners
  readonly use: number
  readonly packageId: string
  readonly nowMs: number
  readonly sign: SignKeyPair
}): SignedPlan {
  const { leave, signers, use, packageId } = input
  const at = Math.floor(input.nowMs / 1000)
  const options = optionsOf(leave, { packageId, at, signers: [signers.drafter, signers.approver] })
  const plan = planPackage(leave.disclosure, options)
  if (!plan.ok) return plan
  return {
    ok: true,
    body: {
      packageId,
      use,
      at,
      signers: [signers.drafter, signers.approver],
      approvals: leave.along.map(({ msgId }) => msgId),
      files: leave.files.map(factsOf),
      signature: signManifest(plan.value.manifest, input.sign),
    },
  }
}

/** Why the second member does not sign what the first one did. */
export type PlanRefusal = PlanError | "other-signers" | "other-time" | "other-papers" | "differs"

export type OwnPlan =
  | {
      readonly ok: true
      readonly plan: PackagePlan
      readonly options: PlanOptions
      readonly first: DsseEnvelope
    }
  | { readonly ok: false; readonly error: PlanRefusal }

/**
 * Makes the plan anew on the approver's desk, from the case as it is opened here, and compares it with what the drafter signed.
 * Nothing is taken over from the message but what nobody could work out: the package's number, its time, the order of the papers.
 */
export function planAsApprover(
  { leave, signers, plan }: Pick<HandOverView, "signers" | "plan"> & { readonly leave: Leave },
  directory: VerifiedDirectory,
  nowMs: number,
): OwnPlan {
  const body = plan?.body
  if (body === undefined || signers === null) return { ok: false, error: "differs" }
  if (body.signers[0] !== signers.drafter || body.signers[1] !== signers.approver)
    return { ok: false, error: "other-signers" }
  const { nbf } = leave.disclosure.consent
  if (body.at < nbf || body.at * 1000 > nowMs + CLOCK_SLACK_MS) return { ok: false, error: "other-time" }
  const along = body.approvals.map((msgId) => leave.along.find((one) => one.msgId === msgId)?.envelope)
  const approvals = along.filter((envelope) => envelope !== undefined)
  if (approvals.length !== along.length) return { ok: false, error: "other-papers" }
  const options = {
    ...optionsOf(leave, { packageId: body.packageId, at: body.at, signers: body.signers }),
    papers: { ...leave.papers, approvals },
  }
  const own = planPackage(leave.disclosure, options)
  if (!own.ok) return own
  const drafter = listedMember(directory, signers.drafter)
  const isSame = drafter !== undefined && isSignedPlan(own.value, body.signature, drafter.signPk)
  return isSame
    ? { ok: true, plan: own.value, options, first: body.signature }
    : { ok: false, error: "differs" }
}

function optionsOf(
  leave: Leave,
  about: {
    readonly packageId: string
    readonly at: number
    readonly signers: readonly [KeyId, KeyId]
  },
): PlanOptions {
  return {
    id: about.packageId,
    at: about.at,
    checker: CHECKER,
    signers: about.signers,
    papers: leave.papers,
    files: leave.files.map(factsOf),
  }
}

function factsOf({ uploadId, size, name }: ThereFile): FileFacts {
  return { id: uploadId, size, extension: extensionOf(name) }
}

/** What follows the last dot of a name, where a package can carry it: "jpg"; "" otherwise. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? ""
}
