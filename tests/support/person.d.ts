import { type Discipline, type Result, type RoutingFacets } from "@shn/domain"
import { type OpenedCase, type ReporterKeys, type SubmitBody, type VerifiedDirectory } from "@shn/sealed"
import { type ApiFailure, type CaseView, type Deployment, type Route, type v } from "@shn/wire"
/** A reporter without a screen: the same protocol code as the app, over the same routes. For load, kills and forgeries. */
export type Person = {
  readonly keys: ReporterKeys
  /** Nine groups of digits. */
  readonly receipt: string
  readonly token: string
}
export declare class Refused extends Error {
  readonly problem: ApiFailure
  constructor(problem: ApiFailure, path: string)
}
/** Calls a route as a page of `origin` would. @throws Refused with the problem code */
export declare function call<R extends Route>(
  origin: string,
  route: R,
  body: v.InferInput<R["request"]>,
  token?: string,
): Promise<v.InferOutput<R["answer"]>>
export declare function must<T>(result: Result<T, string>): T
export declare function directoryOf(origin: string, org: Deployment): Promise<VerifiedDirectory>
/** Makes a receipt and opens an empty case. */
export declare function openPerson(origin: string, org: Deployment): Promise<Person>
export type CaseWish = {
  readonly story: string
  readonly preview?: string
  readonly discipline?: Discipline
  readonly facets?: Partial<RoutingFacets>
}
/** Asks the router and seals a whole case, ready to submit. */
export declare function sealCase(
  origin: string,
  org: Deployment,
  person: Person,
  wish: CaseWish,
): Promise<SubmitBody>
/** Logs in with nothing but the keys of the receipt. @returns the token */
export declare function comeBack(origin: string, keys: ReporterKeys): Promise<string>
/** Reads and opens the person's own case. */
export declare function readOwnCase(
  origin: string,
  org: Deployment,
  keys: ReporterKeys,
): Promise<{
  view: CaseView
  opened: OpenedCase
  token: string
}>
/** Seals and sends one message from the person. */
export declare function say(origin: string, org: Deployment, keys: ReporterKeys, text: string): Promise<void>
/** The texts of a conversation, story first. */
export declare function textsOf(opened: OpenedCase): readonly string[]
