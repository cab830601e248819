import { type Alias, type MemberId, parseAlias } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { randomUuidV4 } from "@shn/primitives/random"
import { createMember, deriveStaffSecret, type MemberRecord, signDirectory } from "@shn/sealed"
import { type SignInStage, signIn, storedSeenVersion } from "@shn/staff"
import type { ApiOptions, DirectoryMember, Kdf, ProblemCode } from "@shn/wire"
import { beforeAll, describe, expect, it } from "vitest"
import { type MadeUpHelpline, madeUpHelpline, NOW_MS, value } from "../../../../tests/support/helpline.ts"
import { DESK_DOOR } from "./door.ts"

const PASSPHRASE = "seven words that nobody else has ever said"
const ALIAS: Alias = value(parseAlias("Mahnoor"))

let helpline: MadeUpHelpline
let record: MemberRecord

beforeAll(async () => {
  helpline = await madeUpHelpline("desk sign-in")
  const memberId = randomUuidV4(helpline.random) as MemberId
  record = (await createMember(helpline.random, { memberId, passphrase: PASSPHRASE })).record
})

type Wish = {
  readonly kdf?: Kdf
  readonly refuse?: { readonly problem: ProblemCode; readonly retryAfter?: string }
  readonly released?: Partial<MemberRecord>
  readonly seenVersion?: number
  readonly passphrase?: string
}

/** Signs in against a made-up server that answers as wished. */
async function tried(wish: Wish = {}) {
  const asked: string[] = []
  const json = (status: number, body: unknown, retryAfter = "") => ({
    status,
    headers: { get: (name: string) => (name === "retry-after" && retryAfter !== "" ? retryAfter : null) },
    text: () => Promise.resolve(JSON.stringify(body)),
  })
  const fetch: ApiOptions["fetch"] = (url) => {
    asked.push(url)
    if (url === "/api/sign-in/start") {
      return Promise.resolve(json(200, { salt: record.salt, kdf: wish.kdf ?? record.kdf }))
    }
    if (url === "/api/sign-in/finish") {
      if (wish.refuse !== undefined) {
        return Promise.resolve(json(429, { problem: wish.refuse.problem }, wish.refuse.retryAfter))
      }
      const { memberId, keyId, sealedSmk, sealedSeeds } = { ...record, ...wish.released }
      return Promise.resolve(
        json(200, { memberId, alias: ALIAS, keyId, roles: ["coordinator"], sealedSmk, sealedSeeds }),
      )
    }
    return Promise.resolve(json(200, directory()))
  }
  const seenVersion = storedSeenVersion(null, "seen")
  seenVersion.write(wish.seenVersion ?? 0)
  const stages: SignInStage[] = []
  const outcome = await signIn(
    {
      deployment: helpline.org,
      fetch,
      clock: () => NOW_MS,
      random: helpline.random,
      stretch: (input, onProgress) => deriveStaffSecret({ ...input, onProgress }),
      seenVersion,
    },
    DESK_DOOR,
    { alias: ALIAS, passphrase: wish.passphrase ?? PASSPHRASE, totp: "123456" },
    (stage) => {
      if (stages.at(-1) !== stage) stages.push(stage)
    },
  )
  return { outcome, asked, stages }
}

function directory() {
  const me: DirectoryMember = {
    memberId: record.memberId,
    alias: ALIAS,
    roles: ["expert"],
    disciplines: ["psych"],
    gender: "woman",
    languages: ["ur"],
    signPk: record.signPk,
    kemPk: record.kemPk,
    keyId: record.keyId,
    keyEpoch: 0,
    status: "active",
    outside: false,
  }
  const statement = { ...helpline.statement, members: [...helpline.statement.members, me] }
  return {
    registrars: helpline.registrarsEnvelope,
    directory: helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys)),
  }
}

describe("signing in (PROTOCOL step 2)", () => {
  it("opens my keys, and believes the signed directory about my role, not the server", async () => {
    const { outcome, stages } = await tried()
    expect(outcome).toMatchObject({ ok: true, session: { alias: "Mahnoor", roles: ["expert"] } })
    expect(stages).toEqual(["asking", "stretching", "checking", "opening", "directory"])
  })
  it.each<Kdf>([
    { memoryKiB: 19_456, iterations: 3, parallelism: 1 },
    { memoryKiB: 65_536, iterations: 1, parallelism: 1 },
    { memoryKiB: 8, iterations: 1, parallelism: 1 },
  ])("refuses a server that asks for a weaker key, and tells it nothing: %o", async (kdf) => {
    const { outcome, asked } = await tried({ kdf })
    expect(outcome).toEqual({ ok: false, failure: { kind: "kdfWeak" } })
    expect(asked).toEqual(["/api/sign-in/start"])
  })
  it("refuses a server that would freeze the device", async () => {
    const { outcome, asked } = await tried({
      kdf: { memoryKiB: 4_000_000_000, iterations: 3, parallelism: 1 },
    })
    expect(outcome).toEqual({ ok: false, failure: { kind: "kdfOdd" } })
    expect(asked).toHaveLength(1)
  })
  it.each([
    ["sign_in_failed", { kind: "wrong" }],
    ["code_used", { kind: "codeUsed" }],
    ["too_many_tries", { kind: "tooMany", seconds: null }],
    ["busy", { kind: "api", failure: "busy" }],
  ] as const)("says clearly what is wrong when the server says %s", async (problem, failure) => {
    expect((await tried({ refuse: { problem } })).outcome).toEqual({ ok: false, failure })
  })
  it("says how long to wait after too many tries, when the server tells", async () => {
    const { outcome } = await tried({ refuse: { problem: "too_many_tries", retryAfter: "40" } })
    expect(outcome).toEqual({ ok: false, failure: { kind: "tooMany", seconds: 40 } })
  })
  it("closes keys that are not mine", async () => {
    const other = randomUuidV4(helpline.random) as MemberId
    const { outcome } = await tried({ released: { memberId: other } })
    expect(outcome).toEqual({ ok: false, failure: { kind: "notYours" } })
  })
  it("notices keys that were damaged on the way", async () => {
    const { outcome } = await tried({ released: { sealedSeeds: base64url(new Uint8Array(92)) } })
    expect(outcome).toEqual({ ok: false, failure: { kind: "damaged" } })
  })
})

describe("the directory at sign in (PROTOCOL step 3)", () => {
  it("is refused with a warning when this device has seen a newer one", async () => {
    const { outcome } = await tried({ seenVersion: 8 })
    expect(outcome).toMatchObject({
      ok: true,
      session: { trust: { kind: "refused", trouble: "older-version" } },
    })
  })
})
