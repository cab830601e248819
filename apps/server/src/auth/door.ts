import type { OfficerRecord } from "@shn/wire"
import type { Organisation } from "../organisation.ts"

/** What judging a sign-in needs of a record. */
export type SignInRecord = Pick<
  OfficerRecord,
  "alias" | "keyId" | "memberId" | "salt" | "kdf" | "loginKeyHash" | "totpSecret"
>

/** One of the two doors that people sign in at. Whoever belongs to the other one is a stranger here. */
export type Door<R extends SignInRecord = SignInRecord> = {
  /** Begins the names of its counters, so that two people of one name do not share them. */
  readonly mark: string
  readonly record: (organisation: Organisation, alias: string) => R | null
}

export const DESK_DOOR = {
  mark: "",
  record: (organisation: Organisation, alias: string) => organisation.byAlias.get(alias) ?? null,
} as const satisfies Door

export const AGENCY_DOOR = {
  mark: "agency/",
  record: (organisation: Organisation, alias: string) =>
    organisation.agencies.byAlias.get(alias)?.record ?? null,
} as const satisfies Door
