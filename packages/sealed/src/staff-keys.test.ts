import type { MemberId } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { beforeAll, describe, expect, test } from "vitest"
import { value } from "../../../tests/support/helpline.ts"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { createMember, deriveStaffSecret, generatePassphrase, STAFF_KDF, unlockMember } from "./index.ts"

const random = seededRandom("staff")
const memberId = "0d9e4a52-6b7f-4c3a-9d7e-0123456789ab" as MemberId
const passphrase = generatePassphrase(random)
let made: Awaited<ReturnType<typeof createMember>>
beforeAll(async () => {
  made = await createMember(random, { memberId, passphrase })
})

const stretch = (words: string, change: object = {}) =>
  deriveStaffSecret({ passphrase: words, salt: made.record.salt, kdf: made.record.kdf, ...change })

describe("a member of staff", () => {
  test("gets seven words that nobody chose", () => {
    expect(passphrase.split(" ")).toHaveLength(7)
    expect(generatePassphrase(random)).not.toBe(passphrase)
  })

  test("signs in with the words however they are typed, and gets the same keys back", async () => {
    const secret = value(await stretch(`  ${passphrase.toUpperCase().replaceAll(" ", "   ")}\n`))
    expect(base64url(sha256(fromBase64url(secret.loginKey)!))).toBe(made.record.loginKeyHash)
    const keys = value(await unlockMember(made.record, secret.wrapKey))
    expect(keys).toEqual(made.keys)
  })

  test("cannot be unlocked with the login key that the server saw, nor with other words", async () => {
    const secret = value(await stretch(passphrase))
    const shown = fromBase64url(secret.loginKey)!
    expect(await unlockMember(made.record, shown)).toEqual({ ok: false, error: "wrong-passphrase" })
    const wrong = value(await stretch(`${passphrase} again`))
    expect(await unlockMember(made.record, wrong.wrapKey)).toEqual({ ok: false, error: "wrong-passphrase" })
  })

  test("does not get another member's seal passed off as their own", async () => {
    const { wrapKey } = value(await stretch(passphrase))
    const otherId = "11111111-6b7f-4c3a-9d7e-0123456789ab" as MemberId
    const renamed = { ...made.record, memberId: otherId }
    expect(await unlockMember(renamed, wrapKey)).toEqual({ ok: false, error: "wrong-passphrase" })
    const swapped = { ...made.record, sealedSeeds: made.record.sealedSmk }
    expect(await unlockMember(swapped, wrapKey)).toEqual({ ok: false, error: "damaged" })
    const otherKey = { ...made.record, keyId: base64url(random(16)) as typeof made.record.keyId }
    expect(await unlockMember(otherKey, wrapKey)).toEqual({ ok: false, error: "damaged" })
    expect(await unlockMember({ ...made.record, sealedSmk: "=" }, wrapKey)).toEqual({
      ok: false,
      error: "damaged",
    })
  })

  test.each([
    ["less memory", { memoryKiB: STAFF_KDF.memoryKiB - 1 }, "kdf-below-floor"],
    ["fewer rounds", { iterations: 2 }, "kdf-below-floor"],
    ["no lanes", { parallelism: 0 }, "kdf-below-floor"],
    ["memory that freezes the device", { memoryKiB: 2 ** 24 }, "kdf-not-allowed"],
    ["a fraction", { iterations: 3.5 }, "kdf-not-allowed"],
  ])("whose server asks for %s is told, and nothing is derived", async (_, change, error) => {
    expect(await stretch(passphrase, { kdf: { ...STAFF_KDF, ...change } })).toEqual({ ok: false, error })
  })

  test("whose server sends a salt of another length is told", async () => {
    const salt = base64url(random(8))
    expect(await stretch(passphrase, { salt })).toEqual({ ok: false, error: "kdf-not-allowed" })
  })
})
