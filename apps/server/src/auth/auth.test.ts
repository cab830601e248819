import { base64url, fromBase64url } from "@shn/primitives/encode"
import { loginAnswer } from "@shn/sealed"
import { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import { TOTP } from "otpauth"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { NOW_MS, reporterOf } from "../../../../tests/support/helpline.ts"
import {
  loginKeyOf,
  type Mailbox,
  openingOf,
  openVisitor,
  problemOf,
  startMailbox,
  TOTP_SECRET,
} from "../../../../tests/support/mailbox.ts"
import { challengeEnd, newChallenge } from "./challenge.ts"
import { waitAfterMs } from "./sign-in.ts"

let box: Mailbox
beforeAll(async () => {
  box = await startMailbox()
})
beforeEach(() => {
  box.clock.nowMs += 10 * 60_000
})
afterAll(() => box.close())

const random = (length: number) => new Uint8Array(length).fill(3)

test("a challenge is ours for one purpose and until its end, and not when one bit is changed", () => {
  const secret = new Uint8Array(32).fill(1)
  const challenge = newChallenge(secret, "login/a", 60_000, random)
  expect(challengeEnd(secret, "login/a", challenge, 59_999)).toBe(60_000)
  expect(challengeEnd(secret, "login/a", challenge, 60_000)).toBeNull()
  expect(challengeEnd(secret, "login/b", challenge, 0)).toBeNull()
  expect(challengeEnd(new Uint8Array(32), "login/a", challenge, 0)).toBeNull()
  expect(challengeEnd(secret, "login/a", challenge.subarray(1), 0)).toBeNull()
  for (let at = 0; at < 32; at += 1) {
    const flipped = Uint8Array.from(challenge, (byte, place) => (place === at ? byte ^ 1 : byte))
    expect(challengeEnd(secret, "login/a", flipped, 0)).toBeNull()
  }
})

test("a person comes back with the key of the receipt, once per challenge and within a minute", async () => {
  const { keys } = await openVisitor(box)
  const origin = box.server.origins().reporter
  const call = box.call()
  const answer = async (waitMs = 0, site = origin) => {
    const { challenge } = await call(REPORTER_ROUTES.loginChallenge, { handle: keys.handle })
    box.clock.nowMs += waitMs
    return { handle: keys.handle, challenge, signature: loginAnswer(keys, site, challenge) }
  }
  const good = await answer()
  expect(await problemOf(call(REPORTER_ROUTES.login, good))).toBe("ok")
  expect(await problemOf(call(REPORTER_ROUTES.login, good))).toBe("login_failed")
  expect(await problemOf(call(REPORTER_ROUTES.login, await answer(61_000)))).toBe("login_failed")
  expect(await problemOf(call(REPORTER_ROUTES.login, await answer(0, "https://evil.example")))).toBe(
    "login_failed",
  )
  const stranger = await reporterOf(box.helpline)
  const { challenge } = await call(REPORTER_ROUTES.loginChallenge, { handle: stranger.handle })
  expect(challenge).toHaveLength(43)
  const signature = loginAnswer(stranger, origin, challenge)
  expect(
    await problemOf(call(REPORTER_ROUTES.login, { handle: stranger.handle, challenge, signature })),
  ).toBe("login_failed")
})

test("a visit ends after fifteen minutes, and at once when the person leaves", async () => {
  const visitor = await openVisitor(box)
  expect(await problemOf(visitor.call(REPORTER_ROUTES.readCase, {}))).toBe("ok")
  box.clock.nowMs += 20 * 60_000
  expect(await problemOf(visitor.call(REPORTER_ROUTES.readCase, {}))).toBe("token_expired")
  const again = await openVisitor(box)
  await again.call(REPORTER_ROUTES.logout, {})
  expect(await problemOf(again.call(REPORTER_ROUTES.readCase, {}))).toBe("token_expired")
})

test("a phone whose line was cut while opening may open again with the same puzzle; other keys may not", async () => {
  const keys = await reporterOf(box.helpline)
  const body = await openingOf(box, keys)
  const call = box.call()
  expect(await problemOf(call(REPORTER_ROUTES.openCase, body))).toBe("ok")
  expect(await problemOf(call(REPORTER_ROUTES.openCase, body))).toBe("ok")
  const other = await reporterOf(box.helpline)
  const stolen = { ...(await openingOf(box, other)), work: body.work }
  expect(await problemOf(call(REPORTER_ROUTES.openCase, stolen))).toBe("opening_refused")
  const fresh = await openingOf(box, other)
  const flipped = fromBase64url(fresh.proof)!
  flipped[3] = flipped[3]! ^ 1
  expect(await problemOf(call(REPORTER_ROUTES.openCase, { ...fresh, proof: base64url(flipped) }))).toBe(
    "opening_refused",
  )
  expect(await problemOf(call(REPORTER_ROUTES.openCase, { ...fresh, caseId: keys.caseId }))).toBe(
    "opening_refused",
  )
})

const sheet = (alias: string, part: Partial<{ key: Uint8Array; atMs: number }> = {}) => ({
  alias,
  loginKey: base64url(part.key ?? loginKeyOf(alias)),
  totp: new TOTP({ secret: TOTP_SECRET }).generate({ timestamp: part.atMs ?? box.clock.nowMs }),
})

async function signIn(body: ReturnType<typeof sheet>) {
  const response = await fetch(box.deskUrl + DESK_ROUTES.signIn.path, {
    method: "POST",
    headers: { origin: box.server.origins().desk, "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  const { problem } = (await response.json()) as { problem?: string }
  const wait = response.headers.get("retry-after")
  return { problem, wait, cookie: response.headers.get("set-cookie") }
}

test("a name that nobody has gets a salt of the same shape, the same one each time, and nothing else differs", async () => {
  const ask = (alias: string) =>
    box
      .call()(REPORTER_ROUTES.directory, {})
      .then(() => start(alias))
  const start = async (alias: string) => {
    const response = await fetch(box.deskUrl + DESK_ROUTES.signInStart.path, {
      method: "POST",
      headers: { origin: box.server.origins().desk, "content-type": "application/json" },
      body: JSON.stringify({ alias }),
    })
    return (await response.json()) as { salt: string; kdf: unknown }
  }
  const [known, unknown, again, other] = await Promise.all(["Hina", "Nobody", "Nobody", "Somebody"].map(ask))
  expect(unknown).toEqual(again)
  expect(unknown!.salt).toHaveLength(known!.salt.length)
  expect(unknown!.salt).not.toBe(other!.salt)
  expect(unknown!.kdf).toEqual(known!.kdf)
})

test("both factors open a session in a cookie that only this browser's pages over this origin send", async () => {
  const { problem, cookie } = await signIn(sheet("Hina"))
  expect(problem).toBeUndefined()
  expect(cookie).toMatch(/^__Host-shn=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/)
})

test("a cookie of a neighbour, whose name only looks like ours, opens nothing", async () => {
  const own = (await signIn(sheet("Bilal"))).cookie?.split(";")[0] ?? ""
  const ask = async (cookie: string) =>
    (await fetch(box.deskUrl + DESK_ROUTES.myCases.path, { headers: { cookie } })).status
  expect(await ask(own)).toBe(200)
  expect(await ask(`other=1; ${own}; more=2`)).toBe(200)
  expect(await ask(`\u00a0${own}`)).toBe(401)
  expect(await ask(`a=1; \u00a0${own}`)).toBe(401)
  expect(await ask(`${own}; __Host-shn=${"A".repeat(43)}`)).toBe(401)
})

test("six digits are used once; those of the step before still count, older ones do not", async () => {
  expect((await signIn(sheet("Zara"))).problem).toBeUndefined()
  expect((await signIn(sheet("Zara"))).problem).toBe("code_used")
  box.clock.nowMs += 120_000
  expect((await signIn(sheet("Zara", { atMs: box.clock.nowMs - 30_000 }))).problem).toBeUndefined()
  expect((await signIn(sheet("Zara", { atMs: box.clock.nowMs - 90_000 }))).problem).toBe("sign_in_failed")
})

test("wrong tries make the name wait, longer each time but never for ever, and unknown names alike", async () => {
  expect([1, 2, 3, 4, 5, 50].map(waitAfterMs)).toEqual([0, 0, 5_000, 10_000, 20_000, 300_000])
  for (const alias of ["Omar", "Nobody"]) {
    const wrong = () => signIn(sheet(alias, { key: new Uint8Array(32) }))
    expect((await wrong()).problem).toBe("sign_in_failed")
    expect((await wrong()).problem).toBe("sign_in_failed")
    expect((await wrong()).problem).toBe("sign_in_failed")
    expect(await wrong()).toMatchObject({ problem: "too_many_tries", wait: "5" })
  }
  box.clock.nowMs += 6_000
  expect((await signIn(sheet("Omar", { key: new Uint8Array(32) }))).problem).toBe("sign_in_failed")
})

test("whoever guesses at a helper's passphrase never keeps the helper out", async () => {
  for (let guess = 0; guess < 40; guess += 1) await signIn(sheet("Omar", { key: new Uint8Array(32) }))
  expect((await signIn(sheet("Omar", { key: new Uint8Array(32) }))).problem).toBe("too_many_tries")
  expect((await signIn(sheet("Omar"))).problem).toBeUndefined()
})

test("with the right passphrase the six digits are still not to be guessed", async () => {
  const guess = () => signIn(sheet("Sana", { atMs: box.clock.nowMs - 3_600_000 }))
  for (let at = 0; at < 3; at += 1) expect((await guess()).problem).toBe("sign_in_failed")
  expect(await guess()).toMatchObject({ problem: "too_many_tries", wait: "5" })
  expect((await signIn(sheet("Sana"))).problem).toBe("too_many_tries")
})

test("a hundred guesses at the same moment are not a hundred tries", async () => {
  const guesses = await Promise.all(
    Array.from({ length: 100 }, () => signIn(sheet("Noor", { key: new Uint8Array(32) }))),
  )
  expect(guesses.filter(({ problem }) => problem === "sign_in_failed")).toHaveLength(3)
})

test("a session ends after an hour alone, after twelve hours in any case, and when signed out", async () => {
  const hina = await box.colleague("Hina")
  const isOpen = () => problemOf(hina.call(DESK_ROUTES.myCases, {}))
  for (let hour = 0; hour < 13; hour += 1) {
    expect([hour, await isOpen()]).toEqual([hour, "ok"])
    box.clock.nowMs += 55 * 60_000
  }
  box.clock.nowMs += 10 * 60_000
  expect(await isOpen()).toBe("session_ended")
  const idle = await box.colleague("Hina")
  box.clock.nowMs += 60 * 60_000
  expect(await problemOf(idle.call(DESK_ROUTES.myCases, {}))).toBe("session_ended")
  const leaving = await box.colleague("Hina")
  await leaving.call(DESK_ROUTES.signOut, {})
  expect(await problemOf(leaving.call(DESK_ROUTES.myCases, {}))).toBe("session_ended")
  expect(box.clock.nowMs).toBeGreaterThan(NOW_MS)
})
