import { inboxKeyDigest } from "@shn/consent"
import type { Day } from "@shn/domain"
import { ok } from "@shn/domain"
import { describe, expect, it } from "vitest"
import {
  type MadeUpAgency,
  madeUpAgency,
  officerOf,
  withoutOfficer,
} from "../../../../tests/support/agency.ts"
import { directoryOf, keyOf, madeUpHelpline } from "../../../../tests/support/helpline.ts"
import { keyDigests, keyState, openedInboxes } from "./inbox-keys.ts"
import { type OfficerTrust, officerPlace } from "./officer-place.ts"

const helpline = await madeUpHelpline("agency session")
const before = await madeUpAgency(helpline.random, "door-nccia", ["Rabia", "Kamran"])
const after = await withoutOfficer(helpline.random, before, "Kamran")

const keyIdOf = (name: string) => officerOf(before, name).keys.keyId
const listOf = (agency: MadeUpAgency, today?: Day) =>
  directoryOf(helpline, { agencyInboxes: [agency.inbox] }, today)
const trustIn = (agency: MadeUpAgency): OfficerTrust => {
  const directory = listOf(agency)
  const place = officerPlace(keyIdOf("Rabia"))(directory)
  if (!place.ok) throw new Error(place.error)
  return { kind: "trusted", directory, ...place.value }
}
const inboxesOf = (agency: MadeUpAgency, name: string) =>
  openedInboxes(
    agency.wraps.filter(({ keyId }) => keyId === keyIdOf(name)),
    officerOf(before, name).keys.kem,
  )

describe("an officer's place in the list of keys", () => {
  it("is under their agency", () => {
    expect(officerPlace(keyIdOf("Rabia"))(listOf(before))).toMatchObject(
      ok({ agency: { agencyId: "door-nccia" } }),
    )
  })
  it("has ended for one who was removed, and was never there for a member of the helpline", () => {
    expect(officerPlace(keyIdOf("Kamran"))(listOf(after))).toEqual({ ok: false, error: "not-active" })
    expect(officerPlace(keyOf(helpline, "Sana"))(listOf(after))).toEqual({ ok: false, error: "not-listed" })
  })
})

describe("the keys of an inbox", () => {
  it("open for each officer, the newest first, also those from before a change", async () => {
    const inboxes = await inboxesOf(after, "Rabia")
    expect(inboxes.map(({ recipient }) => recipient)).toEqual([after.inbox.recipient, before.inbox.recipient])
    expect(keyDigests(inboxes)[0]).toBe(inboxKeyDigest(after.inbox.recipient))
    expect(keyState(inboxes, trustIn(after))).toBe("held")
  })
  it("are handed out at signing in: one changed since then is said, and so is having none at all", async () => {
    expect(keyState(await inboxesOf(before, "Rabia"), trustIn(after))).toBe("sign-in-again")
    expect(keyState([], trustIn(after))).toBe("no-key")
  })
  it("leave out what was wrapped to somebody else", async () => {
    expect(await openedInboxes(before.wraps, officerOf(before, "Rabia").keys.kem)).toHaveLength(1)
  })
})
