import { base64url } from "@shn/primitives/encode"
import { generateX25519Identity, identityToRecipient } from "age-encryption"
import { beforeAll, describe, expect, test } from "vitest"
import { openCopy, openCover, type PackageCover, sealCopy, sealCover } from "./cover.ts"

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
const digest = (fill: number) => base64url(new Uint8Array(32).fill(fill))
const cover: PackageCover = {
  releaseId: uuid(1),
  uploadId: uuid(2),
  key: digest(1),
  size: 5,
  sha256: digest(2),
  parts: 1,
  partsDigest: digest(3),
}
let mine = { identity: "", recipient: "" }
let another = { identity: "", recipient: "" }
beforeAll(async () => {
  mine = await inbox()
  another = await inbox()
})
async function inbox() {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

describe("the cover of a package", () => {
  test("opens in the inbox it was sealed to, also after a change of key, and says what was sealed", async () => {
    const sealed = await sealCover(cover, mine.recipient)
    expect(await openCover(sealed, [another.identity, mine.identity], cover.releaseId)).toEqual(cover)
  })

  test("is equally long for the smallest and the largest package", async () => {
    const large = { ...cover, size: 17_179_869_184, parts: 16_384 }
    expect((await sealCover(cover, mine.recipient)).length).toBe(1224)
    expect((await sealCover(large, mine.recipient)).length).toBe(1224)
  })

  test("does not open in another inbox, for another release, or when a byte has changed", async () => {
    const sealed = await sealCover(cover, mine.recipient)
    expect(await openCover(sealed, [another.identity], cover.releaseId)).toBeNull()
    expect(await openCover(sealed, [mine.identity], uuid(9))).toBeNull()
    for (const at of [0, 60, 180, 400, sealed.length - 1]) {
      const changed = sealed.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await openCover(changed, [mine.identity], cover.releaseId), String(at)).toBeNull()
    }
    expect(await openCover(sealed.slice(0, -1), [mine.identity], cover.releaseId)).toBeNull()
  })

  test("is nothing else that was sealed to the inbox", async () => {
    const copy = await sealCopy('{"payload":"x"}', mine.recipient)
    expect(await openCover(copy, [mine.identity], cover.releaseId)).toBeNull()
  })
})

describe("the agency's copy of its own answer", () => {
  test("opens for its officers and for nobody else", async () => {
    const copy = await sealCopy('{"payload":"x"}', mine.recipient)
    expect(await openCopy(copy, [mine.identity])).toBe('{"payload":"x"}')
    expect(await openCopy(copy, [another.identity])).toBeNull()
    expect(copy.length).toBe(1224)
  })
})
