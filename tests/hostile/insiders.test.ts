import type { OfferId } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { dssePayload } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { answerOffer, changePolicy, handOffer, settleOffers } from "@shn/sealed"
import {
  DESK_ROUTES,
  type Dsse,
  type OfferAnswer,
  OfferAnswerField,
  PAYLOAD_TYPES,
  REPORTER_ROUTES,
  type RosterChange,
  type RosterEntry,
  RosterEntryField,
  v,
} from "@shn/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { certified, keyOf, TODAY } from "../support/helpline.ts"
import { type Mailbox, opened, problemOf, startMailbox, submittedCase } from "../support/mailbox.ts"
import { must } from "../support/person.ts"

// People with rightful keys and a changed program. What every phone would refuse, the server must not take either:
// its list and the phones' would part, and from then on nobody could change who reads.

let box: Mailbox
beforeAll(async () => {
  box = await startMailbox()
})
afterAll(() => box.close())

type Colleague = Awaited<ReturnType<Mailbox["colleague"]>>
type Submitted = Awaited<ReturnType<typeof submittedCase>>

function entryOf(dsse: Dsse): RosterEntry {
  return v.parse(RosterEntryField, dssePayload(dsse)?.json)
}

/** The change with its entry edited and signed anew, as somebody with the key can. */
function forged(
  change: RosterChange,
  by: Colleague,
  edit: (entry: RosterEntry) => RosterEntry,
): RosterChange {
  const entry = edit(entryOf(change.entry)) as never
  return { ...change, entry: dsseSign(PAYLOAD_TYPES.roster, entry, by.keys.sign) }
}

async function changeInput(me: Colleague, caseId: Submitted["visitor"]["keys"]["caseId"]) {
  const view = await me.call(DESK_ROUTES.readCase, { caseId })
  return {
    opened: await opened(box, view, me.keys),
    me: me.keys,
    directory: box.helpline.directory,
    today: TODAY,
    random: box.helpline.random,
  }
}

/** A change in which nothing changes: what a coordinator may always send. */
async function harmless(me: Colleague, { visitor }: Submitted): Promise<RosterChange> {
  return must(await settleOffers({ ...(await changeInput(me, visitor.keys.caseId)), withdrawn: [] })).change
}

/** Nobody is being asked any more. */
async function withdrawAll(me: Colleague, { visitor, need }: Submitted): Promise<void> {
  const input = await changeInput(me, visitor.keys.caseId)
  const { change } = must(await settleOffers({ ...input, withdrawn: need.picks }))
  await me.call(DESK_ROUTES.changeRoster, change)
}

/** Whether the person can still change who reads: the promise that every attack here wants to break. */
async function personStaysInCharge({ visitor }: Submitted): Promise<void> {
  const view = await visitor.call(REPORTER_ROUTES.readCase, {})
  const read = await opened(box, view, visitor.keys)
  expect(read.findings).toEqual([])
  const { change } = must(
    await changePolicy({
      opened: read,
      me: visitor.keys,
      directory: box.helpline.directory,
      today: TODAY,
      random: box.helpline.random,
      policy: "same_discipline_only",
    }),
  )
  expect(await visitor.call(REPORTER_ROUTES.changeRoster, change)).toEqual({})
}

const GARBAGE = new Uint8Array(1168).fill(7)

describe("a coordinator with a changed program", () => {
  test("cannot lock the person out of their own case by sealing rubbish over their key", async () => {
    const submitted = await submittedCase(box)
    const sana = await box.colleague("Sana")
    const target = submitted.visitor.keys.keyId
    const change = await harmless(sana, submitted)
    const wrap = { keyId: target, epoch: 0, bytes: base64url(GARBAGE) }
    const attack = forged({ ...change, wraps: [wrap] }, sana, (entry) => ({
      ...entry,
      wrapHashes: { [target]: base64url(sha256(GARBAGE)) } as RosterEntry["wrapHashes"],
    }))
    expect(await problemOf(sana.call(DESK_ROUTES.changeRoster, attack))).toBe("roster_refused")
    await personStaysInCharge(submitted)
  })

  test.each<[string, (entry: RosterEntry, submitted: Submitted) => RosterEntry]>([
    [
      "rewrites what was seen before this epoch",
      (entry) => ({ ...entry, closed: { count: 1, heads: [base64url(new Uint8Array(32))] } }),
    ],
    [
      "names a preview for somebody who is not being asked",
      (entry, { visitor }) => ({
        ...entry,
        previewHashes: {
          [visitor.keys.keyId]: base64url(new Uint8Array(32)),
        } as RosterEntry["previewHashes"],
      }),
    ],
  ])("cannot wedge the list of readers with an entry that %s", async (_, edit) => {
    const submitted = await submittedCase(box)
    const sana = await box.colleague("Sana")
    const attack = forged(await harmless(sana, submitted), sana, (entry) => edit(entry, submitted))
    expect(await problemOf(sana.call(DESK_ROUTES.changeRoster, attack))).toBe("roster_refused")
    await personStaysInCharge(submitted)
  })

  test.each(["psych", "legal"] as const)(
    "cannot offer the need to somebody who is not certified for it, called a %s expert",
    async (discipline) => {
      const submitted = await submittedCase(box)
      const { need, visitor } = submitted
      const sana = await box.colleague("Sana")
      await withdrawAll(sana, submitted)
      const offer = must(
        await handOffer({
          ...(await changeInput(sana, visitor.keys.caseId)),
          nowMs: box.clock.nowMs,
          need: need.needId,
          expert: certified(box.helpline, "Zara"),
          reasons: [],
          note: "",
        }),
      )
      const omar = keyOf(box.helpline, "Omar")
      const zara = keyOf(box.helpline, "Zara")
      const renamed = (hashes: RosterEntry["wrapHashes"]) =>
        Object.fromEntries(
          Object.entries(hashes).map(([key, hash]) => [key === zara ? omar : key, hash]),
        ) as RosterEntry["wrapHashes"]
      const change = forged(offer.change, sana, (entry) => ({
        ...entry,
        members: entry.members.map((member) =>
          member.keyId === zara ? { ...member, keyId: omar, discipline } : member,
        ),
        wrapHashes: renamed(entry.wrapHashes),
        previewHashes: renamed(entry.previewHashes),
      }))
      const attack = {
        ...offer,
        keyId: omar,
        change: { ...change, wraps: change.wraps.map((wrap) => ({ ...wrap, keyId: omar })) },
        previewWrap: { ...offer.previewWrap, keyId: omar },
      }
      expect(await problemOf(sana.call(DESK_ROUTES.handOffer, attack))).toBe("roster_refused")
      await personStaysInCharge(submitted)
    },
  )
})

describe("an expert with a changed program", () => {
  test("is not handed the key for a yes that the person's phone would not count", async () => {
    const submitted = await submittedCase(box)
    const { visitor, need, aliases } = submitted
    const expert = await box.colleague(aliases[0] ?? "")
    const { offers } = await expert.call(DESK_ROUTES.offers, {})
    const offer = offers.find((one) => one.needId === need.needId)
    if (offer === undefined) throw new Error("no offer")
    const honest = must(
      answerOffer({
        offer,
        keys: expert.keys,
        directory: box.helpline.directory,
        answer: "accept",
        reason: "",
        today: TODAY,
      }),
    )
    // The person takes the proposal back and a coordinator makes it again: the yes to the first one is no yes to this.
    const sana = await box.colleague("Sana")
    await withdrawAll(sana, submitted)
    const again = must(
      await handOffer({
        ...(await changeInput(sana, visitor.keys.caseId)),
        nowMs: box.clock.nowMs,
        need: need.needId,
        expert: certified(box.helpline, aliases[0] ?? ""),
        reasons: [],
        note: "",
      }),
    )
    const { offerId } = await sana.call(DESK_ROUTES.handOffer, again)
    const statement = v.parse(OfferAnswerField, dssePayload(honest.answer)?.json)
    const stale: OfferAnswer = { ...statement, offerId: offerId as OfferId }
    const answer = dsseSign(PAYLOAD_TYPES.offerAnswer, stale as never, expert.keys.sign)
    expect(await problemOf(expert.call(DESK_ROUTES.answerOffer, { offerId, answer }))).toBe("answer_refused")
    const { caseId } = visitor.keys
    expect(await problemOf(expert.call(DESK_ROUTES.readCase, { caseId }))).toBe("not_on_roster")
  })
})
