import type { Day } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { signKeyPair } from "@shn/primitives/sign"
import type { DirectoryMember, DirectoryStatement, Dsse } from "@shn/wire"
import { beforeAll, describe, expect, test } from "vitest"
import { keyOf, type MadeUpHelpline, madeUpHelpline, TODAY, value } from "../../../tests/support/helpline.ts"
import { certifiedMember, signDirectory, signRegistrars, verifyDirectory } from "./index.ts"

let helpline: MadeUpHelpline
beforeAll(async () => {
  helpline = await madeUpHelpline()
})

type Change = {
  readonly statement?: Partial<DirectoryStatement>
  readonly envelopes?: (statement: DirectoryStatement) => readonly Dsse[]
  readonly registrars?: Dsse
  readonly today?: string
  readonly atLeastVersion?: number
}

function check(change: Change = {}) {
  const statement = { ...helpline.statement, ...change.statement }
  const signed = helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys))
  return verifyDirectory({
    org: helpline.org,
    registrars: change.registrars ?? helpline.registrarsEnvelope,
    directory: change.envelopes === undefined ? signed : change.envelopes(statement),
    today: (change.today ?? TODAY) as Day,
    atLeastVersion: change.atLeastVersion ?? 0,
  })
}

const error = (change: Change) => {
  const result = check(change)
  return result.ok ? "ok" : result.error
}
const registrar = (at: number) => helpline.registrars[at]!
const first = (change: Partial<DirectoryMember>): DirectoryMember[] =>
  helpline.statement.members.map((member, at) => (at === 0 ? { ...member, ...change } : member))

describe("the list of staff keys", () => {
  test("is trusted when two of three registrars named by the root have signed the same list", () => {
    const directory = value(check())
    expect(directory.version).toBe(7)
    expect(directory.freshness).toBe("current")
    expect([directory.threshold, directory.registrars]).toEqual([2, 3])
  })

  test("is refused with one signature, the same registrar twice, a stranger's, or signatures over two lists", () => {
    const stranger = signKeyPair(helpline.random(32))
    const lists: NonNullable<Change["envelopes"]>[] = [
      (statement) => [signDirectory(statement, registrar(0))],
      (statement) => [signDirectory(statement, registrar(0)), signDirectory(statement, registrar(0))],
      (statement) => [signDirectory(statement, registrar(0)), signDirectory(statement, stranger)],
      (statement) => [
        signDirectory(statement, registrar(0)),
        signDirectory({ ...statement, version: 8 }, registrar(1)),
      ],
    ]
    for (const envelopes of lists) expect(error({ envelopes })).toBe("bad-chain")
    expect(error({ envelopes: () => [] })).toBe("damaged")
  })

  test("is refused when its registrars were not named by the root in this build", () => {
    const statement = {
      v: 1 as const,
      deploymentId: helpline.org.deploymentId,
      registrars: [{ id: "stranger", name: "Stranger", pk: base64url(registrar(0).publicKey) }],
      threshold: 1,
      issued: TODAY,
    }
    expect(error({ registrars: signRegistrars(statement, signKeyPair(helpline.random(32))) })).toBe(
      "bad-chain",
    )
    expect(error({ registrars: signRegistrars({ ...statement, threshold: 2 }, helpline.root) })).toBe(
      "bad-chain",
    )
    const elsewhere = { ...statement, deploymentId: base64url(helpline.random(16)) }
    expect(error({ registrars: signRegistrars(elsewhere, helpline.root) })).toBe("bad-chain")
    expect(error({ registrars: signRegistrars(statement, helpline.root) })).toBe("ok")
  })

  test("of another helpline is refused even when the same registrars signed it", () => {
    expect(error({ statement: { deploymentId: base64url(helpline.random(16)) } })).toBe("bad-chain")
  })

  test("that is older than one seen before is refused; the same version is not", () => {
    expect(error({ atLeastVersion: 8 })).toBe("older-version")
    expect(error({ atLeastVersion: 7 })).toBe("ok")
  })

  test.each([
    ["30 days", "2026-12-23", "ok"],
    ["31 days", "2026-12-24", "lives-too-long"],
    ["less than nothing", "2026-11-22", "lives-too-long"],
  ])("that lives %s is judged", (_, expires, outcome) => {
    expect(error({ statement: { expires: expires as Day } })).toBe(outcome)
  })

  test("that has expired can still be read, but certifies nobody new", () => {
    const last = value(check({ today: "2026-12-20" }))
    const expired = value(check({ today: "2026-12-21" }))
    expect([last.freshness, expired.freshness]).toEqual(["current", "expired"])
    expect(certifiedMember(last, keyOf(helpline, "Sana")).ok).toBe(true)
    expect(certifiedMember(expired, keyOf(helpline, "Sana"))).toEqual({
      ok: false,
      error: "directory-expired",
    })
  })

  test("with a role nobody knows is refused, and so is a key that is not the one its name is made from", () => {
    expect(error({ statement: { members: first({ roles: ["owner" as "expert"] }) } })).toBe("unknown-role")
    const other = helpline.statement.members[1]!
    expect(error({ statement: { members: first({ kemPk: other.kemPk }) } })).toBe("uncertified-key")
    expect(error({ statement: { members: first({ signPk: other.signPk }) } })).toBe("uncertified-key")
    expect(error({ statement: { members: first({ keyId: other.keyId }) } })).toBe("uncertified-key")
    const small = base64url(Uint8Array.of(1, ...new Uint8Array(31)))
    expect(error({ statement: { members: first({ signPk: small }) } })).toBe("uncertified-key")
  })

  test("with one person twice at work, or one key twice, is refused", () => {
    const [one, two] = helpline.statement.members
    const same = first({ memberId: two!.memberId })
    expect(error({ statement: { members: same } })).toBe("uncertified-key")
    expect(error({ statement: { members: [one!, { ...one!, status: "revoked" }] } })).toBe("uncertified-key")
  })

  test("certifies no key that was revoked or is not on it", () => {
    const directory = value(check({ statement: { members: first({ status: "revoked" }) } }))
    expect(certifiedMember(directory, helpline.statement.members[0]!.keyId)).toEqual({
      ok: false,
      error: "revoked",
    })
    const shorter = value(check({ statement: { members: helpline.statement.members.slice(1) } }))
    const gone = certifiedMember(shorter, helpline.statement.members[0]!.keyId)
    expect(gone).toEqual({ ok: false, error: "uncertified-key" })
  })

  test("is refused after one letter of a signature or of the list has changed", () => {
    const statement = helpline.statement
    const [a, b] = helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys))
    const swapped = (text: string) => `${text.slice(0, 40)}${text[40] === "A" ? "B" : "A"}${text.slice(41)}`
    const payload = { ...a!, payload: swapped(a!.payload) }
    const sig = { ...a!, signatures: [{ sig: swapped(a!.signatures[0].sig) }] as [{ sig: string }] }
    expect(error({ envelopes: () => [payload, b!] })).not.toBe("ok")
    expect(error({ envelopes: () => [sig, b!] })).toBe("bad-chain")
  })
})
