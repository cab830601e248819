import { systemRandom } from "@shn/primitives/random"
import { type OpenedCase, openCase, removeMembers, sealMessage } from "@shn/sealed"
import { type CaseView, DESK_ROUTES, type Dsse, REPORTER_ROUTES } from "@shn/wire"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import {
  answer,
  type Colleague,
  deploymentOf,
  offersTo,
  readCase,
  reply,
  signIn,
} from "../support/colleague.ts"
import {
  call,
  comeBack,
  directoryOf,
  must,
  openPerson,
  type Person,
  Refused,
  readOwnCase,
  say,
  sealCase,
  textsOf,
} from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"

// A real server and real clients; between them a line that does what a hostile server would do.
let run: Running
let sana: Colleague
let farah: Colleague

beforeAll(async () => {
  run = await startHelpline()
  sana = await signIn(run, "Sana")
  farah = await signIn(run, "Farah")
})
afterAll(() => run?.close())
afterEach(() => {
  run.reporterLine.tamper({})
  run.deskLine.tamper({})
})

async function submitted(story: string): Promise<Person> {
  const person = await openPerson(run.reporter, deploymentOf(run))
  const body = await sealCase(run.reporter, deploymentOf(run), person, {
    story,
    // The lightest lane: the demo psychologist takes about twenty before her week is full.
    facets: { lane: "P3" },
  })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  return person
}

async function accepted(story: string): Promise<Person> {
  const person = await submitted(story)
  const offer = (await offersTo(sana)).find((one) => one.caseId === person.keys.caseId)
  await answer(run, sana, offer!, true)
  return person
}

/** Lets the line falsify every case view that passes. */
function serve(change: (view: CaseView) => CaseView): void {
  run.reporterLine.tamper({
    json: (path, body) => (path === REPORTER_ROUTES.readCase.path ? change(body as CaseView) : body),
  })
}

function codes(opened: OpenedCase): readonly string[] {
  return opened.findings.map((finding) => finding.code)
}

const read = (person: Person) => readOwnCase(run.reporter, deploymentOf(run), person.keys)

describe("step 5: when the server changes what it hands out, the device notices", () => {
  test("a dropped message is missed by the ones that answer it", async () => {
    const person = await accepted("first")
    await reply(run, sana, person.keys.caseId, "the answer")
    await say(run.reporter, deploymentOf(run), person.keys, "thank you")
    const { view } = await read(person)
    const dropped = view.envelopes.at(-2)!.msgId
    serve((honest) => ({ ...honest, envelopes: honest.envelopes.filter((one) => one.msgId !== dropped) }))
    const { opened } = await read(person)
    expect(codes(opened)).toContain("missing-message")
    expect(textsOf(opened)).toEqual(["first", "thank you"])
  })

  test("reordered messages are shown in their true order", async () => {
    const person = await accepted("one")
    await reply(run, sana, person.keys.caseId, "two")
    await say(run.reporter, deploymentOf(run), person.keys, "three")
    serve((honest) => ({ ...honest, envelopes: [...honest.envelopes].reverse() }))
    const { opened } = await read(person)
    expect(textsOf(opened)).toEqual(["one", "two", "three"])
    expect(codes(opened)).toEqual([])
  })

  test("a message served twice is shown once and reported", async () => {
    const person = await accepted("only once")
    serve((honest) => ({ ...honest, envelopes: [...honest.envelopes, honest.envelopes[0]!] }))
    const { opened } = await read(person)
    expect(textsOf(opened)).toEqual(["only once"])
    expect(codes(opened)).toContain("replayed")
  })

  test("a message moved here from another case is refused", async () => {
    const other = await accepted("another person's story")
    const foreign = (await read(other)).view.envelopes[0]!
    const person = await accepted("mine")
    serve((honest) => ({
      ...honest,
      envelopes: [...honest.envelopes, foreign, { ...foreign, caseId: honest.caseId }],
    }))
    const { opened } = await read(person)
    expect(textsOf(opened)).toEqual(["mine"])
    expect(codes(opened)).toEqual(expect.arrayContaining(["moved-case", "does-not-open"]))
  })

  test("a message that is served as somebody else's is refused", async () => {
    const person = await accepted("mine")
    await reply(run, sana, person.keys.caseId, "from the expert")
    serve((honest) => ({
      ...honest,
      envelopes: honest.envelopes.map((one) =>
        one.authorKeyId === sana.keys.keyId ? { ...one, authorKeyId: farah.keys.keyId } : one,
      ),
    }))
    const { opened } = await read(person)
    expect(textsOf(opened)).toEqual(["mine"])
    expect(codes(opened)).toContain("moved-author")
  })

  test("one changed bit, a cut and an added byte do not open, and hide nothing else", async () => {
    const person = await accepted("mine")
    await reply(run, sana, person.keys.caseId, "whole")
    for (const change of [
      (bytes: string) => (bytes.startsWith("A") ? `B${bytes.slice(1)}` : `A${bytes.slice(1)}`),
      (bytes: string) => bytes.slice(0, -4),
      (bytes: string) => `${bytes}AAAA`,
    ]) {
      serve((honest) => ({
        ...honest,
        envelopes: honest.envelopes.map((one) =>
          one.authorKeyId === sana.keys.keyId ? { ...one, bytes: change(one.bytes) } : one,
        ),
      }))
      const { opened } = await read(person)
      expect(textsOf(opened)).toEqual(["mine"])
      expect(codes(opened)).toContain("does-not-open")
    }
  })
})

describe("step 4: when the server changes who can read, the device notices", () => {
  test("an unsigned key wrap is never opened", async () => {
    const one = await accepted("one")
    const two = await accepted("two")
    const foreign = (await read(two)).view.wraps
    serve((honest) => ({ ...honest, wraps: foreign }))
    await expect(read(one)).rejects.toThrow("not-for-me")
  })

  test("a roster entry that lost its signature opens nothing", async () => {
    const person = await accepted("mine")
    serve((honest) => ({
      ...honest,
      roster: honest.roster.map((entry) => ({ ...entry, signatures: [{ sig: "A".repeat(86) }] }) as Dsse),
    }))
    await expect(read(person)).rejects.toThrow("damaged")
  })

  test("an acceptance that the expert did not sign makes nobody a member", async () => {
    const person = await submitted("nobody accepted yet")
    const other = await accepted("accepted elsewhere")
    const forged = (await read(other)).view.answers
    serve((honest) => ({ ...honest, answers: forged }))
    const { opened } = await read(person)
    expect(opened.roster.readers.find((reader) => reader.keyId === sana.keys.keyId)?.state).toBe("proposed")
    expect(codes(opened)).toContain("answer-refused")
  })

  test("a proposed expert is given no case key before accepting, and no story", async () => {
    const person = await submitted("not yet")
    await expect(readCase(run, sana, person.keys.caseId)).rejects.toMatchObject({ problem: "not_on_roster" })
    const offer = (await offersTo(sana)).find((one) => one.caseId === person.keys.caseId)
    expect(JSON.stringify(offer)).not.toContain('"wraps"')
  })

  test("a removed expert is served nothing more, and cannot open what is written from then on", async () => {
    const person = await accepted("before")
    const before = await readCase(run, sana, person.keys.caseId)
    const { opened, token } = await read(person)
    const directory = await directoryOf(run.reporter, deploymentOf(run))
    const { change } = must(
      await removeMembers({
        opened,
        me: person.keys,
        directory,
        today: directory.issued,
        random: systemRandom,
        keyIds: [sana.keys.keyId],
      }),
    )
    await call(run.reporter, REPORTER_ROUTES.changeRoster, change, token)
    await say(run.reporter, deploymentOf(run), person.keys, "after you left")

    await expect(readCase(run, sana, person.keys.caseId)).rejects.toMatchObject({ problem: "not_on_roster" })
    // Even if a server colludes and hands everything over, the old key opens only the old messages.
    const everything = (await read(person)).view
    const colluding = must(
      await openCase({ view: { ...everything, wraps: before.view.wraps }, me: sana.keys, directory }),
    )
    expect(textsOf(colluding)).toEqual(["before"])

    // A late message under the old key, slipped in by that server, is not shown to the person.
    const late = must(
      await sealMessage({
        opened: before.opened,
        me: sana.keys,
        content: { kind: "text", body: { text: "I am still here" } },
        nowMs: Date.now(),
        random: systemRandom,
      }),
    )
    await expect(sana.call(DESK_ROUTES.addEnvelope, { envelope: late })).rejects.toBeInstanceOf(Refused)
    serve((honest) => ({
      ...honest,
      envelopes: [...honest.envelopes, { ...late, receivedDay: everything.envelopes[0]!.receivedDay }],
    }))
    const again = await read(person)
    expect(textsOf(again.opened)).toEqual(["before", "after you left"])
    expect(codes(again.opened)).toContain("late-after-removal")
  })

  test("a coordinator cannot add a reader beyond the person's policy: the device would not make it, others would not take it", async () => {
    const person = await accepted("ask me first")
    const { opened } = await readCase(run, farah, person.keys.caseId)
    const { addMember, certifiedMember } = await import("@shn/sealed")
    const directory = await directoryOf(run.reporter, deploymentOf(run))
    const amna = directory.members.find((member) => member.alias === "Amna")!
    const tried = await addMember({
      opened,
      me: farah.keys,
      directory,
      today: directory.issued,
      random: systemRandom,
      member: must(certifiedMember(directory, amna.keyId)),
      line: { role: "trustee" },
    })
    expect(tried).toMatchObject({ ok: false })
  })

  test("an older state of a case is noticed by a device that has seen a newer one", async () => {
    const person = await accepted("first")
    const old = (await read(person)).view
    await reply(run, sana, person.keys.caseId, "newer")
    const seen = await readCase(run, sana, person.keys.caseId)
    const { toRemember } = await import("@shn/sealed")
    const directory = await directoryOf(run.reporter, deploymentOf(run))
    const rolled = must(
      await openCase({
        view: { ...seen.view, envelopes: old.envelopes },
        me: sana.keys,
        directory,
        remembered: toRemember(seen.opened),
      }),
    )
    expect(codes(rolled)).toContain("rolled-back")
  })
})

describe("step 1: login", () => {
  test("a signature made for another origin does not open the case", async () => {
    const person = await submitted("mine")
    const { loginAnswer } = await import("@shn/sealed")
    const { handle } = person.keys
    const { challenge } = await call(run.reporter, REPORTER_ROUTES.loginChallenge, { handle })
    const signature = loginAnswer(person.keys, "https://another.example", challenge)
    const attempt = call(run.reporter, REPORTER_ROUTES.login, { handle, challenge, signature })
    await expect(attempt).rejects.toMatchObject({ problem: "login_failed" })
  })

  test("a challenge works once", async () => {
    const person = await submitted("mine")
    const { loginAnswer } = await import("@shn/sealed")
    const { handle } = person.keys
    const { challenge } = await call(run.reporter, REPORTER_ROUTES.loginChallenge, { handle })
    const body = { handle, challenge, signature: loginAnswer(person.keys, run.reporter, challenge) }
    await call(run.reporter, REPORTER_ROUTES.login, body)
    await expect(call(run.reporter, REPORTER_ROUTES.login, body)).rejects.toMatchObject({
      problem: "login_failed",
    })
  })

  test("an unknown receipt is answered in the same form as a known one until the signature is checked", async () => {
    const person = await submitted("mine")
    const stranger = await openPerson(run.reporter, deploymentOf(run))
    const known = await call(run.reporter, REPORTER_ROUTES.loginChallenge, { handle: person.keys.handle })
    const unknownHandle = `${stranger.keys.handle.slice(0, 20)}AA` as typeof stranger.keys.handle
    const unknown = await call(run.reporter, REPORTER_ROUTES.loginChallenge, { handle: unknownHandle })
    expect(Object.keys(unknown)).toEqual(Object.keys(known))
    expect(unknown.challenge).toHaveLength(known.challenge.length)
  })

  test("a token of one case reads no other", async () => {
    const one = await submitted("one")
    const two = await submitted("two")
    const token = await comeBack(run.reporter, one.keys)
    const view = await call(run.reporter, REPORTER_ROUTES.readCase, {}, token)
    expect(view.caseId).toBe(one.keys.caseId)
    const { opened } = await read(two)
    const envelope = must(
      await sealMessage({
        opened,
        me: two.keys,
        content: { kind: "text", body: { text: "into the wrong case" } },
        nowMs: Date.now(),
        random: systemRandom,
      }),
    )
    await expect(call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)).rejects.toBeInstanceOf(
      Refused,
    )
  })
})

describe("idempotent writes", () => {
  test("a message sent twice is stored once, and another message under its id is refused", async () => {
    const person = await accepted("mine")
    const { opened, token } = await read(person)
    const seal = async (text: string) =>
      must(
        await sealMessage({
          opened,
          me: person.keys,
          content: { kind: "text", body: { text } },
          nowMs: Date.now(),
          random: systemRandom,
        }),
      )
    const envelope = await seal("once")
    await call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)
    await call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)
    const other = { ...(await seal("another")), msgId: envelope.msgId }
    await expect(
      call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope: other }, token),
    ).rejects.toMatchObject({ problem: "conflict" })
    expect(textsOf((await read(person)).opened)).toEqual(["mine", "once"])
  })
})
