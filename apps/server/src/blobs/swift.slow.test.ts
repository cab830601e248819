import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { s3Blobs, s3State } from "./s3.ts"
import { blobContract, onePart, uploadId } from "./testing/contract.ts"
import { startSwift, swiftMissing, type TestSwift } from "./testing/swift.ts"

const missing = swiftMissing()
const reason = missing === null ? "" : ` (not checked here: ${missing})`

describe.skipIf(missing !== null)(`parts kept in a bucket of OpenStack Swift${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "shn-swift-parts-"))
  let swift: TestSwift
  beforeAll(async () => {
    swift = await startSwift()
  })
  afterAll(async () => {
    await swift?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  blobContract(() => ({ blobs: s3Blobs(swift.settings), folder }))

  test("many parts are dropped in several goes, and each go says whether there is more", async () => {
    const blobs = s3Blobs(swift.settings, 10)
    const parts = Array.from({ length: 25 }, (_, n) => onePart(folder, 20, `part ${n}`, n))
    await Promise.all(parts.map(({ put }) => put(blobs)))
    const goes = []
    for (let n = 0; n < 3; n += 1) goes.push(await blobs.drop(uploadId(20)))
    expect(goes).toEqual(["more", "more", "gone"].map((value) => ({ ok: true, value })))
    for (const { place } of parts) expect(await blobs.get(place)).toEqual({ ok: false, error: "not_found" })
  })

  test("bytes that are not those of the signed digest are refused by the bucket itself", async () => {
    const blobs = s3Blobs(swift.settings)
    const [one, other] = [onePart(folder, 21, "one"), onePart(folder, 21, "two")]
    const crossed = {
      ...blobs,
      put: (_: unknown, ...rest: [never, never]) => blobs.put(other.place, ...rest),
    }
    expect(await one.put(crossed as typeof blobs)).toEqual({ ok: false, error: "storage_unreachable" })
    expect(await blobs.get(other.place)).toEqual({ ok: false, error: "not_found" })
  })

  test("a wrong secret is refused", async () => {
    expect(await s3State(swift.settings)).toBe("usable")
    expect(await s3State({ ...swift.settings, secret: "wrong" })).toBe("refused")
    expect(await s3State({ ...swift.settings, bucket: "nobodys" })).toBe("refused")
  })
})
