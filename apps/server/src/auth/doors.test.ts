import { base64url } from "@shn/primitives/encode"
import { AGENCY_ROUTES, DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import { TOTP } from "otpauth"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import {
  installAgencies,
  type MadeUpAgency,
  madeUpAgency,
  signedInOfficer,
} from "../../../../tests/support/agency.ts"
import {
  caller,
  FACETS,
  loginKeyOf,
  type Mailbox,
  openVisitor,
  problemOf,
  startMailbox,
  TOTP_SECRET,
} from "../../../../tests/support/mailbox.ts"

let box: Mailbox
let agency: MadeUpAgency
beforeAll(async () => {
  box = await startMailbox()
  // One officer has the name of a member of staff: people of one name are two people.
  agency = await madeUpAgency(box.helpline.random, "nccia", ["Rabia", "Omar"])
  await installAgencies(box, 8, [agency])
})
beforeEach(() => {
  box.clock.nowMs += 10 * 60_000
})
afterAll(() => box.close())

const totp = () => TOTP.generate({ secret: secretOf(), timestamp: box.clock.nowMs })
const secretOf = () => new TOTP({ secret: TOTP_SECRET }).secret
const officersDoor = () => caller(box.agencyUrl, { origin: box.server.origins().agency ?? "" })
const desk = () => caller(box.deskUrl, { origin: box.server.origins().desk })
const both = (alias: string) => ({ alias, loginKey: base64url(loginKeyOf(alias)), totp: totp() }) as never

describe("the agency's door and the desk's", () => {
  test("an officer signs in at the agency's door and gets the inbox keys that were wrapped to them alone", async () => {
    const answer = await officersDoor()(AGENCY_ROUTES.signIn, both("Rabia"))
    expect(answer).toMatchObject({ alias: "Rabia", agencyId: "nccia" })
    expect(answer.inboxWraps.map(({ keyId }) => keyId)).toEqual([answer.keyId])
  })

  test("an officer is a stranger at the desk, and staff are strangers at the agency's door", async () => {
    expect(await problemOf(desk()(DESK_ROUTES.signIn, both("Rabia")))).toBe("sign_in_failed")
    expect(await problemOf(officersDoor()(AGENCY_ROUTES.signIn, both("Sana")))).toBe("sign_in_failed")
    const salt = async (
      call: ReturnType<typeof desk>,
      route: typeof DESK_ROUTES.signInStart,
      alias: string,
    ) => (await call(route, { alias } as never)).salt
    const start = AGENCY_ROUTES.signInStart as unknown as typeof DESK_ROUTES.signInStart
    expect(await salt(desk(), DESK_ROUTES.signInStart, "Rabia")).not.toBe(
      await salt(officersDoor(), start, "Rabia"),
    )
    expect(await salt(officersDoor(), start, "Sana")).not.toBe(
      await salt(desk(), DESK_ROUTES.signInStart, "Sana"),
    )
    expect(await salt(officersDoor(), start, "Sana")).toBe(await salt(officersDoor(), start, "Sana"))
  })

  test("a session of one door opens nothing at the other", async () => {
    const rabia = await signedInOfficer(box, agency, "Rabia")
    expect(await problemOf(rabia.call(AGENCY_ROUTES.inbox, {}))).toBe("ok")
    const atDesk = caller(box.deskUrl, { origin: box.server.origins().desk, cookie: rabia.cookie })
    for (const route of [DESK_ROUTES.myCases, DESK_ROUTES.offers, DESK_ROUTES.unowned])
      expect(await problemOf(atDesk(route, {}))).toBe("session_ended")
    const sana = await box.colleague("Sana")
    expect(await problemOf(sana.call(DESK_ROUTES.myCases, {}))).toBe("ok")
    const atAgency = caller(box.agencyUrl, { origin: box.server.origins().agency ?? "", cookie: sana.cookie })
    expect(await problemOf(atAgency(AGENCY_ROUTES.inbox, {}))).toBe("session_ended")
  })

  test("guessing at an officer of the same name keeps no member of staff waiting", async () => {
    for (let n = 0; n < 6; n += 1) {
      const wrong = { ...(both("Omar") as object), totp: "000000" } as never
      await problemOf(officersDoor()(AGENCY_ROUTES.signIn, wrong))
    }
    expect(await problemOf(officersDoor()(AGENCY_ROUTES.signIn, both("Omar")))).toBe("too_many_tries")
    expect(await problemOf(desk()(DESK_ROUTES.signIn, both("Omar")))).toBe("ok")
  })

  test("signing out ends the officer's session", async () => {
    const rabia = await signedInOfficer(box, agency, "Rabia")
    await rabia.call(AGENCY_ROUTES.signOut, {})
    expect(await problemOf(rabia.call(AGENCY_ROUTES.inbox, {}))).toBe("session_ended")
  })

  test("officers are never proposed, and no phone is told to seal a case to one", async () => {
    const visitor = await openVisitor(box)
    const needId = crypto.randomUUID()
    const facets = { ...FACETS, languages: [...FACETS.languages] }
    const proposal = await visitor.call(REPORTER_ROUTES.propose, {
      needs: [{ needId, facets }],
      work: null,
    } as never)
    const officers = new Set<string>(agency.inbox.officers.map(({ keyId }) => keyId))
    const named = [
      ...proposal.coordinators,
      ...proposal.needs.flatMap(({ picks }) => picks.map(({ keyId }) => keyId)),
    ]
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((keyId) => officers.has(keyId))).toEqual([])
  })
})
