import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type AssignmentDecision, type AssignmentInput, type DeclineReason, dayOf, replay } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { answerOffer, handOffer, openDecision, removeMembers, sealMessage } from "@shn/sealed"
import { DESK_ROUTES, type OfferView, REPORTER_ROUTES } from "@shn/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { certified, keyOf, TODAY } from "../../../tests/support/helpline.ts"
import {
  type Mailbox,
  opened,
  openVisitor,
  organisationOf,
  problemOf,
  sealedCase,
  staffOf,
  startMailbox,
  submittedCase,
} from "../../../tests/support/mailbox.ts"
import { must } from "../../../tests/support/person.ts"
import type { StoreLocation } from "./store/store.ts"
import { startPostgres, type TestPostgres } from "./store/testing/postgres.ts"

let postgres: TestPostgres
const folder = mkdtempSync(join(tmpdir(), "shn-flow-"))
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ENGINES: readonly (readonly [string, () => Promise<StoreLocation>])[] = [
  ["SQLite", async () => ({ folder: mkdtempSync(join(folder, "one-")) })],
  ["PostgreSQL", async () => ({ postgresUrl: await postgres.freshDatabase() })],
]

describe.each(ENGINES)("the mailbox on %s", (_, location) => {
  let box: Mailbox
  beforeAll(async () => {
    box = await startMailbox(await location())
  })
  afterAll(() => box.close())

  type Colleague = Awaited<ReturnType<Mailbox["colleague"]>>

  async function offersTo(alias: string) {
    const colleague = await box.colleague(alias)
    return { colleague, ...(await colleague.call(DESK_ROUTES.offers, {})) }
  }

  async function offerOf(alias: string, needId: string): Promise<{ colleague: Colleague; offer: OfferView }> {
    const { colleague, offers } = await offersTo(alias)
    const offer = offers.find((one) => one.needId === needId)
    if (offer === undefined) throw new Error(`no offer to ${alias}`)
    return { colleague, offer }
  }

  function answerTo(offer: OfferView, { keys }: Colleague, reason: DeclineReason | "" = "") {
    const { directory } = box.helpline
    const answer = reason === "" ? "accept" : "decline"
    return must(answerOffer({ offer, keys, directory, answer, reason, today: dayOf(box.clock.nowMs) }))
  }

  async function accepted(alias: string, needId: string): Promise<Colleague> {
    const { colleague, offer } = await offerOf(alias, needId)
    await colleague.call(DESK_ROUTES.answerOffer, answerTo(offer, colleague))
    return colleague
  }

  test("the same submission twenty times at once is one case", async () => {
    const visitor = await openVisitor(box)
    const body = await sealedCase(box, visitor)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => visitor.call(REPORTER_ROUTES.submit, body)),
    )
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(["submitted"]))
    const view = await visitor.call(REPORTER_ROUTES.readCase, {})
    expect(view.envelopes).toHaveLength(body.envelopes.length)
    expect(view.roster).toHaveLength(1)
    expect(view.needs).toHaveLength(1)
    const other = await sealedCase(box, visitor)
    expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, other))).toBe("conflict")
  })

  test("the reporter gets her own key only, and an expert gets none before accepting", async () => {
    const { visitor, need, aliases } = await submittedCase(box)
    const view = await visitor.call(REPORTER_ROUTES.readCase, {})
    expect(view.wraps.map(({ keyId }) => keyId)).toEqual([visitor.keys.keyId])
    const { colleague } = await offerOf(aliases[0]!, need.needId)
    const { caseId } = visitor.keys
    expect(await problemOf(colleague.call(DESK_ROUTES.readCase, { caseId }))).toBe("not_on_roster")
    const { colleague: second, offers } = await offersTo(aliases[1]!)
    expect(offers.filter((offer) => offer.needId === need.needId)).toEqual([])
    expect(await problemOf(second.call(DESK_ROUTES.readCase, { caseId }))).toBe("not_on_roster")
  })

  test("on acceptance the facets, the runner-up's keys and the exact times are gone", async () => {
    const { visitor, need, aliases } = await submittedCase(box)
    const colleague = await accepted(aliases[0]!, need.needId)
    const { store } = box.server
    const row = await store.needs.find(need.needId)
    expect(row).toMatchObject({ phase: "accepted", facets: null, weight: 2, holder: colleague.keys.keyId })
    const [offer] = await store.offers.ofNeed(need.needId)
    expect(offer).toMatchObject({ state: "accepted", opened_ms: null, deadline_ms: null, closed_day: TODAY })
    const runnerUp = keyOf(box.helpline, aliases[1]!)
    expect(await store.roster.wrapsOf(visitor.keys.caseId, runnerUp)).toEqual([])
    expect(await store.needs.previewWrap(need.needId, runnerUp)).toBeUndefined()
    expect((await store.jobs.all()).filter(({ subject }) => subject === offer?.offer_id)).toEqual([])
    const view = await colleague.call(DESK_ROUTES.readCase, { caseId: visitor.keys.caseId })
    const read = await opened(box, view, colleague.keys)
    expect(read.conversation.messages[0]?.content).toMatchObject({ kind: "intake" })
    const lines = (await visitor.call(REPORTER_ROUTES.readCase, {})).access
    expect(lines.filter(({ keyId }) => keyId === colleague.keys.keyId).map(({ act }) => act)).toEqual([
      "preview",
      "read",
    ])
  })

  test("danger now is offered to the best two at once, and of two who accept together one is told that it is taken", async () => {
    const { need, aliases } = await submittedCase(box, { lane: "P0" })
    const both = await Promise.all(aliases.map((alias) => offerOf(alias, need.needId)))
    expect(both).toHaveLength(2)
    const outcomes = await Promise.all(
      both.map(({ colleague, offer }) =>
        problemOf(colleague.call(DESK_ROUTES.answerOffer, answerTo(offer, colleague))),
      ),
    )
    expect([...outcomes].sort()).toEqual(["already_taken", "ok"])
    const winner = both[outcomes.indexOf("ok")]!
    expect(
      await winner.colleague.call(DESK_ROUTES.answerOffer, answerTo(winner.offer, winner.colleague)),
    ).toEqual({
      state: "accepted",
    })
  })

  test("after a no the next one is asked, after two the coordinators hold the need", async () => {
    const { visitor, need, aliases } = await submittedCase(box)
    const first = await offerOf(aliases[0]!, need.needId)
    await first.colleague.call(
      DESK_ROUTES.answerOffer,
      answerTo(first.offer, first.colleague, "conflict_of_interest"),
    )
    const { store } = box.server
    expect(await store.roster.wrapsOf(visitor.keys.caseId, first.colleague.keys.keyId)).toEqual([])
    expect(
      await problemOf(first.colleague.call(DESK_ROUTES.answerOffer, answerTo(first.offer, first.colleague))),
    ).toBe("offer_gone")
    const second = await offerOf(aliases[1]!, need.needId)
    await second.colleague.call(
      DESK_ROUTES.answerOffer,
      answerTo(second.offer, second.colleague, "no_capacity"),
    )
    const sana = await box.colleague("Sana")
    const { needs } = await sana.call(DESK_ROUTES.unowned, {})
    expect(needs.find(({ needId }) => needId === need.needId)).toMatchObject({
      state: "held",
      offers: [
        { state: "declined", reason: "conflict_of_interest", deadline: null },
        { state: "declined", reason: "no_capacity", deadline: null },
      ],
    })
  })

  test("an offer that nobody answers goes to the next at its deadline, with a nudge and a word to the coordinator before", async () => {
    const { need, aliases } = await submittedCase(box)
    const { store } = box.server
    const began = box.clock.nowMs
    const step = async () => (await store.offers.ofNeed(need.needId))[0]
    box.clock.nowMs = began + 6 * 3_600_000
    await box.server.runJobs()
    expect(await step()).toMatchObject({ state: "open", step: "nudge" })
    box.clock.nowMs = began + 10 * 3_600_000
    await box.server.runJobs()
    expect(await step()).toMatchObject({ state: "open", step: "tell_coordinator" })
    box.clock.nowMs = began + 14 * 3_600_000
    await box.server.runJobs()
    expect(await step()).toMatchObject({ state: "expired", deadline_ms: null, closed_day: TODAY })
    expect((await offersTo(aliases[1]!)).offers.map(({ needId }) => needId)).toContain(need.needId)
    box.clock.nowMs = began
  })

  test("a removed expert loses every key and every later read, and the need waits for a coordinator", async () => {
    const { visitor, need, aliases } = await submittedCase(box)
    const expert = await accepted(aliases[0]!, need.needId)
    const sana = await box.colleague("Sana")
    const { caseId } = visitor.keys
    const view = await sana.call(DESK_ROUTES.readCase, { caseId })
    const change = must(
      await removeMembers({
        opened: await opened(box, view, sana.keys),
        me: sana.keys,
        directory: box.helpline.directory,
        today: TODAY,
        random: box.helpline.random,
        keyIds: [expert.keys.keyId, keyOf(box.helpline, aliases[1]!)],
      }),
    ).change
    expect(await problemOf(expert.call(DESK_ROUTES.changeRoster, change))).toBe("not_allowed")
    await sana.call(DESK_ROUTES.changeRoster, change)
    expect(await sana.call(DESK_ROUTES.changeRoster, change)).toEqual({})
    expect(await problemOf(expert.call(DESK_ROUTES.readCase, { caseId }))).toBe("not_on_roster")
    expect(await box.server.store.roster.wrapsOf(caseId, expert.keys.keyId)).toEqual([])
    const { needs } = await sana.call(DESK_ROUTES.unowned, {})
    expect(needs.find(({ needId }) => needId === need.needId)).toMatchObject({ state: "held", facets: null })
    const old = must(
      await sealMessage({
        opened: await opened(box, view, sana.keys),
        me: sana.keys,
        content: { kind: "text", body: { text: "too late" } },
        nowMs: box.clock.nowMs,
        random: box.helpline.random,
      }),
    )
    expect(await problemOf(sana.call(DESK_ROUTES.addEnvelope, { envelope: old }))).toBe("epoch_moved")

    const fresh = await sana.call(DESK_ROUTES.readCase, { caseId })
    const offer = must(
      await handOffer({
        opened: await opened(box, fresh, sana.keys),
        me: sana.keys,
        directory: box.helpline.directory,
        today: TODAY,
        nowMs: box.clock.nowMs,
        random: box.helpline.random,
        need: need.needId,
        expert: certified(box.helpline, aliases[1]!),
        reasons: ["speaks_language"],
        note: "",
      }),
    )
    expect(await problemOf(sana.call(DESK_ROUTES.handOffer, offer))).toBe("bad_request")
    const { offerId } = await sana.call(DESK_ROUTES.handOffer, { ...offer, facets: need.facets })
    expect(await sana.call(DESK_ROUTES.handOffer, { ...offer, facets: need.facets })).toEqual({ offerId })
    const next = await accepted(aliases[1]!, need.needId)
    const reread = await next.call(DESK_ROUTES.readCase, { caseId })
    expect((await opened(box, reread, next.keys)).conversation.messages.length).toBeGreaterThan(2)
  })

  test("of two roster entries made at the same time one is refused, and the roster keeps one line", async () => {
    const { visitor, need, aliases } = await submittedCase(box)
    const expert = await accepted(aliases[0]!, need.needId)
    const coordinators = await Promise.all(["Sana", "Bilal"].map((alias) => box.colleague(alias)))
    const { caseId } = visitor.keys
    const changes = await Promise.all(
      coordinators.map(async (one) => {
        const view = await one.call(DESK_ROUTES.readCase, { caseId })
        const input = {
          opened: await opened(box, view, one.keys),
          me: one.keys,
          directory: box.helpline.directory,
          today: TODAY,
          random: box.helpline.random,
          keyIds: [expert.keys.keyId],
        }
        return must(await removeMembers(input)).change
      }),
    )
    const outcomes = await Promise.all(
      coordinators.map((one, at) => problemOf(one.call(DESK_ROUTES.changeRoster, changes[at]!))),
    )
    expect([...outcomes].sort()).toEqual(["conflict", "ok"])
    expect((await visitor.call(REPORTER_ROUTES.readCase, {})).roster).toHaveLength(2)
    // The entry still calls the runner-up proposed, but nobody will ask them: their copy of the new key is not kept.
    expect(await box.server.store.roster.wrapsOf(caseId, keyOf(box.helpline, aliases[1]!))).toEqual([])
  })

  test("a key that nobody signed for, and one whose bytes were changed, are refused", async () => {
    const visitor = await openVisitor(box)
    const body = await sealedCase(box, visitor)
    const [wrap] = body.wraps
    const ghost = { ...body, wraps: [...body.wraps, { ...wrap!, keyId: keyOf(box.helpline, "Omar") }] }
    expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, ghost))).toBe("roster_refused")
    const bytes = fromBase64url(wrap!.bytes)!
    bytes[0] = bytes[0]! ^ 1
    const flipped = { ...body, wraps: [{ ...wrap!, bytes: base64url(bytes) }, ...body.wraps.slice(1)] }
    expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, flipped))).toBe("roster_refused")
    const missing = { ...body, wraps: body.wraps.slice(1) }
    expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, missing))).toBe("roster_refused")
  })

  test("a case is not accepted with picks that were not proposed, other facets, or a proposal that is over", async () => {
    const visitor = await openVisitor(box)
    const body = await sealedCase(box, visitor)
    expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, { ...body, proposalId: null }))).toBe(
      "proposal_mismatch",
    )
    const [need] = body.needs
    const hidden = { ...body, needs: [{ ...need!, facets: { ...need!.facets, lane: "P3" as const } }] }
    expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, hidden))).toBe("proposal_mismatch")
    const stranger = await openVisitor(box)
    expect(await problemOf(stranger.call(REPORTER_ROUTES.submit, body))).toBe("bad_request")
    const before = box.clock.nowMs
    box.clock.nowMs = before + 36 * 60_000
    const again = await openVisitor(box)
    expect(again.token).not.toBe(visitor.token)
    box.clock.nowMs = before
    await box.server.store.proposals.sweep(before + 36 * 60_000)
    expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, body))).toBe("proposal_expired")
  })

  test("the person may leave out the one proposed, never bring in another", async () => {
    const visitor = await openVisitor(box)
    const whole = await sealedCase(box, visitor)
    const leftOut = whole.needs[0]!.picks[0]!
    const body = await sealedCase(box, visitor, {}, [leftOut])
    expect(body.needs[0]!.picks).toEqual([whole.needs[0]!.picks[1]])
    await visitor.call(REPORTER_ROUTES.submit, body)
    const { store } = box.server
    expect((await store.offers.ofNeed(body.needs[0]!.needId)).map((offer) => offer.key_id)).toEqual(
      body.needs[0]!.picks,
    )
  })

  test("a message is stored once, in a length that padding makes, under its own author", async () => {
    const { visitor } = await submittedCase(box)
    const view = await visitor.call(REPORTER_ROUTES.readCase, {})
    const envelope = must(
      await sealMessage({
        opened: await opened(box, view, visitor.keys),
        me: visitor.keys,
        content: { kind: "text", body: { text: "one more thing" } },
        nowMs: box.clock.nowMs,
        random: box.helpline.random,
      }),
    )
    const send = (part: Partial<typeof envelope>) =>
      problemOf(visitor.call(REPORTER_ROUTES.addEnvelope, { envelope: { ...envelope, ...part } }))
    const longer = base64url(new Uint8Array(28 + 1025))
    expect(await send({ bytes: longer })).toBe("size_not_allowed")
    expect(await send({ authorKeyId: keyOf(box.helpline, "Sana") })).toBe("bad_request")
    expect(await Promise.all([send({}), send({}), send({})])).toEqual(["ok", "ok", "ok"])
    expect(await send({ bytes: base64url(new Uint8Array(28 + 1024)) })).toBe("conflict")
    expect((await visitor.call(REPORTER_ROUTES.readCase, {})).envelopes).toHaveLength(
      view.envelopes.length + 1,
    )
  })

  test("a coordinator opens the stored decision, and it can be made again with the same outcome", async () => {
    const { need } = await submittedCase(box)
    const sana = await box.colleague("Sana")
    const { needId } = need
    const stored = await sana.call(DESK_ROUTES.decision, { needId })
    const record = must(
      await openDecision({
        needId,
        inputHash: stored.inputHash,
        sealed: stored.sealed ?? "",
        keys: sana.keys,
      }),
    )
    expect(replay(record.input as AssignmentInput, record.decision as AssignmentDecision)).toBe("same")
    expect(stored.winner).toBe(need.picks[0])
    const hina = await box.colleague("Hina")
    expect(await problemOf(hina.call(DESK_ROUTES.decision, { needId }))).toBe("not_allowed")
    const { candidates } = await sana.call(DESK_ROUTES.candidates, { needId })
    expect(candidates.filter(({ score }) => score !== null).map(({ keyId }) => keyId)).toEqual(
      expect.arrayContaining([...need.picks]),
    )
    expect(candidates.find(({ keyId }) => keyId === keyOf(box.helpline, "Omar"))?.failedRules).toContain(
      "discipline",
    )
  })

  test("a coordinator whom the person left out does not learn that the case exists", async () => {
    const visitor = await openVisitor(box)
    const body = await sealedCase(box, visitor, {}, [], ["Bilal"])
    await visitor.call(REPORTER_ROUTES.submit, body)
    const { needId } = body.needs[0]!
    const bilal = await box.colleague("Bilal")
    const { needs } = await bilal.call(DESK_ROUTES.unowned, {})
    expect(needs.map((one) => one.needId)).not.toContain(needId)
    expect(await problemOf(bilal.call(DESK_ROUTES.decision, { needId }))).toBe("not_found")
    expect(await problemOf(bilal.call(DESK_ROUTES.readCase, { caseId: visitor.keys.caseId }))).toBe(
      "not_on_roster",
    )
    // The router could not know whom she would leave out and had sealed him a copy of its decision: it is not kept.
    expect(await box.server.store.decisions.copy(needId, bilal.keys.keyId)).toBeUndefined()
  })

  test("a revoked member is refused everywhere at once", async () => {
    const hina = await box.colleague("Hina")
    expect(await problemOf(hina.call(DESK_ROUTES.myCases, {}))).toBe("ok")
    const { statement } = box.helpline
    const members = statement.members.map((member) =>
      member.alias === "Hina" ? { ...member, status: "revoked" as const } : member,
    )
    const newer = organisationOf(box.helpline, { version: statement.version + 1, members })
    expect(await box.server.replaceOrganisation(newer, staffOf(box.helpline))).toMatchObject({ ok: true })
    for (const route of [DESK_ROUTES.myCases, DESK_ROUTES.offers, DESK_ROUTES.unowned]) {
      expect(await problemOf(hina.call(route, {}))).toBe("session_ended")
    }
    const older = organisationOf(box.helpline)
    expect(await box.server.replaceOrganisation(older, staffOf(box.helpline))).toEqual({
      ok: false,
      error: "older-version",
    })
  })
})
