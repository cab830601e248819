import type { Day } from "@shn/domain"
import { signDirectory } from "@shn/sealed"
import { judgeTrust, storedSeenVersion } from "@shn/staff"
import type { DirectoryStatement } from "@shn/wire"
import { beforeAll, describe, expect, it } from "vitest"
import { keyOf, type MadeUpHelpline, madeUpHelpline, TODAY } from "../../../../tests/support/helpline.ts"
import { canAddReaders, memberPlace } from "./directory-check.ts"

let helpline: MadeUpHelpline
beforeAll(async () => {
  helpline = await madeUpHelpline("desk directory")
})

function judged(
  change: Partial<DirectoryStatement> = {},
  seen = 0,
  signers = helpline.registrars.slice(0, 2),
  me = keyOf(helpline, "Sana"),
) {
  const seenVersion = storedSeenVersion(null, "seen")
  seenVersion.write(seen)
  const statement = { ...helpline.statement, ...change }
  const answer = {
    registrars: helpline.registrarsEnvelope,
    directory: signers.map((keys) => signDirectory(statement, keys)),
  }
  return {
    trust: judgeTrust({ deployment: helpline.org, seenVersion }, answer, memberPlace(me), TODAY),
    seenVersion,
  }
}

describe("the list of staff keys on the desk (PROTOCOL step 3)", () => {
  it("is trusted when the chain holds, and its version is remembered", () => {
    const { trust, seenVersion } = judged()
    expect(trust).toMatchObject({ kind: "trusted", roles: ["coordinator"] })
    expect(canAddReaders(trust)).toBe(true)
    expect(seenVersion.read()).toBe(helpline.statement.version)
  })
  it("is refused when it is older than one seen before", () => {
    expect(judged({}, helpline.statement.version + 1).trust).toEqual({
      kind: "refused",
      trouble: "older-version",
    })
  })
  it("is refused when too few registrars signed it, and is not remembered", () => {
    const { trust, seenVersion } = judged({}, 0, helpline.registrars.slice(0, 1))
    expect(trust).toEqual({ kind: "refused", trouble: "bad-chain" })
    expect(seenVersion.read()).toBe(0)
  })
  it("lets nobody be added once it has run out, but is still read", () => {
    const { trust } = judged({ issued: "2026-10-20" as Day, expires: "2026-11-10" as Day })
    expect(trust.kind).toBe("trusted")
    expect(canAddReaders(trust)).toBe(false)
  })
  it("opens nothing for somebody who is not on it or no longer works here", () => {
    const others = helpline.statement.members.filter((member) => member.alias !== "Sana")
    expect(judged({ members: others }).trust).toEqual({ kind: "refused", trouble: "not-listed" })
    const ended = helpline.statement.members.map((member) =>
      member.alias === "Sana" ? { ...member, status: "revoked" as const } : member,
    )
    expect(judged({ members: ended }).trust).toEqual({ kind: "refused", trouble: "not-active" })
  })
})
