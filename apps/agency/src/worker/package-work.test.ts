import { readRelease } from "@shn/consent"
import { systemRandom } from "@shn/primitives/random"
import type { SaveTarget } from "@shn/staff"
import type { PartFetch } from "@shn/wire"
import { beforeAll, describe, expect, test } from "vitest"
import { NOW_MS, someReleaseId, storedPackage } from "../../../../tests/support/package.ts"
import { doPackageWork, type PackageOutcome, type PackagePlace, type Wish } from "./package-work.ts"

type Stored = Awaited<ReturnType<typeof storedPackage>>
let good: Stored
beforeAll(async () => {
  good = await storedPackage()
})

function placeOf({ over, facts, uploadId }: Stored, change: Partial<PackagePlace> = {}): PackagePlace {
  const { release } = over.options.papers
  return {
    releaseId: readRelease(release)?.releaseId ?? "",
    release: { ...release, signatures: [{ sig: release.signatures[0].sig }] },
    uploadId,
    facts,
    identities: [over.identity],
    staff: [over.drafter, over.approver].map(({ keyId, signer }) => [keyId, signer] as const),
    gone: [],
    agency: { ...over.agency, keys: [over.consent.to.key] },
    nowMs: NOW_MS,
    revocations: over.revocations,
    used: 0,
    ...change,
  }
}

/** Does the work against parts in memory. @param spoil what the line or our computer does to a part */
async function outcomeOf(
  stored: Stored,
  wish: Wish = { keep: "texts" },
  change: Partial<PackagePlace> = {},
  spoil: (n: number, bytes: Uint8Array) => Uint8Array | number = (_, bytes) => bytes,
): Promise<{ readonly outcome: PackageOutcome; readonly asked: readonly number[] }> {
  const asked: number[] = []
  const partFetch: PartFetch = async (path) => {
    const n = Number(path.split("/").at(-1))
    asked.push(n)
    const answer = spoil(n, stored.stored.get(n) ?? new Uint8Array(0))
    const isBytes = typeof answer !== "number"
    const body = isBytes ? answer : new Uint8Array(0)
    return {
      status: isBytes ? 200 : answer,
      headers: { get: () => null },
      text: async () => JSON.stringify({ problem: answer === 409 ? "release_revoked" : "not_found" }),
      arrayBuffer: async () => new Uint8Array(body).buffer,
    }
  }
  const outcomes: PackageOutcome[] = []
  await doPackageWork(
    { place: placeOf(stored, change), wish },
    {
      partFetch,
      pace: { wait: async () => undefined, isStopped: () => false },
      say: (news) => void (news.is === "done" && outcomes.push(news.outcome)),
    },
  )
  const [outcome] = outcomes
  if (outcome === undefined || outcomes.length > 1) throw new Error("one piece of work has one outcome")
  return { outcome, asked }
}

function expectNothingOf({ over }: Stored, outcome: PackageOutcome): void {
  const said = JSON.stringify(outcome)
  const secrets = [...Object.values(over.view), over.consent.text, ...over.files.map(({ label }) => label)]
  for (const secret of secrets) expect(said).not.toContain(JSON.stringify(secret).slice(1, -1))
}

/** A chosen place on a disk. */
function place(failsAt = Number.POSITIVE_INFINITY) {
  const log: string[] = []
  const written: Uint8Array[] = []
  const to: SaveTarget = {
    createWritable: async () => ({
      write: async (bytes) => {
        if (written.length >= failsAt) throw new Error("the disk is full")
        written.push(bytes.slice())
      },
      close: async () => void log.push("closed"),
      abort: async () => void log.push("aborted"),
    }),
  }
  return { to, log, bytes: () => Buffer.concat(written) }
}
const fileOf = ({ over }: Stored, at: number) => {
  const file = over.files[at]
  if (file === undefined) throw new Error("no such file")
  const path = `files/${String(over.disclosure.files.findIndex(({ id }) => id === file.id) + 1).padStart(3, "0")}-`
  return { file, path }
}

describe("a package at the agency", () => {
  test("opens with everything the person agreed to, their consent and their word that it is true", async () => {
    const { outcome } = await outcomeOf(good)
    if (outcome.is !== "whole") throw new Error(JSON.stringify(outcome))
    expect(outcome.opened.disclosure.view).toEqual(good.over.view)
    expect(outcome.opened.disclosure.consent.text).toBe(good.over.consent.text)
    expect(outcome.truth).not.toBe("")
    expect(outcome.left).toEqual([])
    expect(outcome.saved).toBeNull()
  })

  test("still opens when one of the two who signed it has left since, and says who", async () => {
    const { drafter } = good.over
    const { outcome } = await outcomeOf(good, { keep: "texts" }, { gone: [drafter.keyId] })
    expect(outcome).toMatchObject({ is: "whole", left: [drafter.keyId] })
  })

  test.each([
    ["it is of another release", { releaseId: someReleaseId() }, true],
    ["its signers are not on this device's list", { staff: [] }, false],
    [
      "it is for another agency",
      { agency: { id: "door-fia", inbox: "main", names: ["FIA"], keys: [] } },
      false,
    ],
    ["the consent was used as often as it may be", { used: 1 }, false],
    ["nobody could ask whether it was taken back", { revocations: null }, false],
  ] as const)("shows nothing of its contents when %s", async (_, change, isOtherRelease) => {
    const { outcome } = await outcomeOf(good, { keep: "texts" }, change)
    expect(outcome).toMatchObject({ is: "refused", isOtherRelease })
    expectNothingOf(good, outcome)
  })

  test("shows nothing of its contents, and saves nothing, when both who signed it have left since", async () => {
    const { drafter, approver } = good.over
    const to = place()
    const gone = [drafter.keyId, approver.keyId]
    const { outcome } = await outcomeOf(good, { keep: "zip", to: to.to }, { gone })
    expect(outcome).toMatchObject({ is: "refused", opened: { faults: [{ code: "signer-unknown" }] } })
    expectNothingOf(good, outcome)
    expect(to.log).toEqual(["aborted"])
  })

  test("is of another release also when our computer gave out another statement than the package holds", async () => {
    const { release } = placeOf(good)
    const { outcome } = await outcomeOf(
      good,
      { keep: "texts" },
      { release: { ...release, payload: `${release.payload}A` } },
    )
    expect(outcome).toMatchObject({ is: "refused", isOtherRelease: true })
  })

  test("that was changed before it was sent is refused with the reason", async () => {
    const spoilt = await storedPackage((sealed) =>
      sealed.map((byte, at) => (at === sealed.length - 9 ? byte ^ 1 : byte)),
    )
    const { outcome } = await outcomeOf(spoilt)
    expect(outcome).toMatchObject({
      is: "refused",
      opened: { faults: [{ code: "broken-off" }], fields: null },
    })
  })

  test("that opens with no key of mine is refused", async () => {
    const { outcome } = await outcomeOf(good, { keep: "texts" }, { identities: [await otherIdentity()] })
    expect(outcome).toMatchObject({ is: "refused", opened: { faults: [{ code: "does-not-open" }] } })
  })

  test.each([
    [
      "changed on the way",
      (_: number, bytes: Uint8Array) => bytes.map((byte, at) => (at === 99 ? byte ^ 1 : byte)),
      "part_changed",
    ],
    ["not there", () => 404, "part_missing"],
    ["no longer handed out, because it was taken back", () => 409, "refused"],
  ] as const)("of which a part is %s says so, and shows nothing", async (_, spoil, why) => {
    const { outcome } = await outcomeOf(good, { keep: "texts" }, {}, spoil)
    expect(outcome).toEqual({ is: "trouble", why })
  })
})

describe("saving from a package", () => {
  const pathOf = async (stored: Stored, at: number) => {
    const { outcome } = await outcomeOf(stored)
    if (outcome.is !== "whole") throw new Error(outcome.is)
    const { path } = fileOf(stored, at)
    return outcome.opened.manifest?.entries.find((entry) => entry.path.startsWith(path))?.path ?? ""
  }

  test("writes one file to the chosen place, exact to the last bit, and no other", async () => {
    const to = place()
    const { file } = fileOf(good, 0)
    const { outcome } = await outcomeOf(good, { keep: "file", path: await pathOf(good, 0), to: to.to })
    expect(outcome.is).toBe("whole")
    expect(to.log).toEqual(["closed"])
    expect(Buffer.compare(to.bytes(), file.bytes)).toBe(0)
  })

  test("hands it over in memory to a browser that cannot write to a chosen place", async () => {
    const { file } = fileOf(good, 0)
    const { outcome } = await outcomeOf(good, { keep: "file", path: await pathOf(good, 0), to: null })
    if (outcome.is !== "whole" || outcome.saved === null) throw new Error("nothing was saved")
    expect(Buffer.compare(new Uint8Array(outcome.saved), file.bytes)).toBe(0)
  })

  test("writes the whole zip, with every file in it", async () => {
    const to = place()
    await outcomeOf(good, { keep: "zip", to: to.to })
    expect(to.bytes().subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004")
    for (const { bytes } of good.over.files) expect(to.bytes().includes(Buffer.from(bytes))).toBe(true)
  })

  test("leaves nothing under a good name when the package turns out not to hold", async () => {
    const to = place()
    const { outcome } = await outcomeOf(good, { keep: "zip", to: to.to }, { used: 1 })
    expect([outcome.is, to.log]).toEqual(["refused", ["aborted"]])
  })

  test("says so when the disk is full, and leaves nothing", async () => {
    const to = place(1)
    const { outcome } = await outcomeOf(good, { keep: "zip", to: to.to })
    expect([outcome, to.log]).toEqual([{ is: "trouble", why: "not_written" }, ["aborted"]])
  })

  test("says so when the chosen place cannot be written at all", async () => {
    const to: SaveTarget = { createWritable: () => Promise.reject(new Error("not allowed")) }
    const { outcome, asked } = await outcomeOf(good, { keep: "zip", to })
    expect([outcome, asked]).toEqual([{ is: "trouble", why: "not_written" }, []])
  })
})

async function otherIdentity(): Promise<string> {
  return (await storedPackage()).over.identity
}

test("random bytes are no package", async () => {
  const noise = await storedPackage((sealed) => systemRandom(Math.min(sealed.length, 60_000)))
  expect((await outcomeOf(noise)).outcome).toMatchObject({ is: "refused" })
})
