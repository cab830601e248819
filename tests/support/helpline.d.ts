import { type Day, type Discipline, type KeyId, type NeedId, type Result, type StaffRole } from "@shn/domain"
import { type Random } from "@shn/primitives/random"
import { type SignKeyPair } from "@shn/primitives/sign"
import {
  type CertifiedMember,
  type MemberKeys,
  type ReporterKeys,
  type SubmitBody,
  type VerifiedDirectory,
} from "@shn/sealed"
import type {
  CaseView,
  Deployment,
  DirectoryMember,
  DirectoryStatement,
  Dsse,
  Envelope,
  OfferView,
  RosterChange,
} from "@shn/wire"
/** A made-up helpline for tests: every key comes from a seed, so that two runs give the same bytes. */
export declare const NOW_MS: number
export declare const TODAY: Day
export type MadeUpMember = {
  readonly keys: MemberKeys
  readonly listed: DirectoryMember
}
export type MadeUpHelpline = {
  readonly org: Deployment
  readonly root: SignKeyPair
  readonly registrars: readonly SignKeyPair[]
  readonly registrarsEnvelope: Dsse
  readonly statement: DirectoryStatement
  readonly members: Readonly<Record<string, MadeUpMember>>
  readonly directory: VerifiedDirectory
  readonly random: Random
}
export declare function value<T>(result: Result<T, string>): T
export declare function madeUpMember(
  random: Random,
  alias: string,
  roles: readonly StaffRole[],
  disciplines: readonly Discipline[],
): Promise<MadeUpMember>
export declare function madeUpHelpline(seed?: string): Promise<MadeUpHelpline>
/** Signs and verifies a (changed) directory of the helpline. */
export declare function directoryOf(
  helpline: Omit<MadeUpHelpline, "directory">,
  change?: Partial<DirectoryStatement>,
  today?: Day,
): VerifiedDirectory
export declare function staff(helpline: MadeUpHelpline, alias: string): MadeUpMember
export declare function keyOf(helpline: MadeUpHelpline, alias: string): KeyId
export declare function certified(helpline: MadeUpHelpline, alias: string): CertifiedMember
/** A reporter whose keys come from the seed at once: stretching a code is tested where it belongs. */
export declare function reporterOf(helpline: MadeUpHelpline): Promise<ReporterKeys>
/** What the test's server holds about a case. */
export type StoredCase = CaseView & {
  readonly previews: SubmitBody["needs"]
}
export type NewCaseOptions = {
  readonly story?: string
  readonly policy?: "ask_me" | "same_discipline_only"
  readonly coordinators?: readonly string[]
  readonly picks?: readonly string[]
  readonly discipline?: Discipline
}
/** A reporter with one need, one coordinator and two proposed experts, unless said otherwise. */
export declare function newCase(
  helpline: MadeUpHelpline,
  options?: NewCaseOptions,
): Promise<{
  keys: ReporterKeys
  body: SubmitBody
  stored: StoredCase
  need: NeedId
}>
export declare function store(keys: ReporterKeys, body: SubmitBody): StoredCase
export declare function withChange(stored: StoredCase, change: RosterChange): StoredCase
export declare function withAnswer(stored: StoredCase, answer: Dsse): StoredCase
export declare function withEnvelope(stored: StoredCase, envelope: Envelope): StoredCase
/** The offer as the server shows it to one expert. */
export declare function offerTo(stored: StoredCase, need: NeedId, keyId: KeyId, random: Random): OfferView
