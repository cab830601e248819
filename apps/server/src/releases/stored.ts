import { type Release, readRelease } from "@shn/consent/release"
import type { SignedStatement } from "@shn/wire"
import type { ReleaseRow } from "../store/release-rows.ts"
import type { ReleaseFacts } from "./state.ts"

/** A signed statement as it was stored: its form was checked when it came. */
export function storedStatement(text: string): SignedStatement {
  return JSON.parse(text) as SignedStatement
}

/** What a stored release says. */
export function releaseIn({ dsse }: Pick<ReleaseRow, "dsse">): Release {
  const release = readRelease(storedStatement(dsse))
  if (release === null) throw new Error("a stored release is not one")
  return release
}

export function factsOf(row: ReleaseRow, handed: number): ReleaseFacts {
  return {
    handed: handed > 0,
    fetched: row.fetched === 1,
    revoked: row.revoked === 1,
    stopAnswered: row.stop_answered === 1,
    lastDay: row.exp_day,
  }
}
