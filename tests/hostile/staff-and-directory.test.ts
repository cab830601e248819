import { renewedOrganisation, revokedOrganisation } from "@shn/cli"
import { dayOf, parseAlias } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { signKeyPair } from "@shn/primitives/sign"
import { deriveStaffSecret, verifyDirectory } from "@shn/sealed"
import { DESK_ROUTES, type Dsse, REPORTER_ROUTES, type SignInAnswer } from "@shn/wire"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import {
  answer,
  codeAt,
  deploymentOf,
  offersTo,
  readCase,
  signIn,
  signInWith,
  stranger,
} from "../support/colleague.ts"
import { foundOwnHelpline, type OwnHelpline, writeOrganisation } from "../support/own-helpline.ts"
import { call, directoryOf, must, openPerson, type Person, sealCase } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"

let helpline: OwnHelpline
let run: Running

beforeAll(async () => {
  helpline = await foundOwnHelpline({
    Sana: "psych",
    Hina: "psych",
    Omar: "legal",
    Farah: "coordinator",
    Imran: "coordinator",
  })
  run = await startHelpline({ helpline: helpline.dir })
})
afterAll(async () => {
  await run?.close()
  helpline?.remove()
})
afterEach(() => {
  run.reporterLine.tamper({})
  run.deskLine.tamper({})
})

const sheetOf = (alias: string) => run.signIns.find((one) => one.alias === alias)!
const refused = (problem: string) => ({ problem })

async function submitUrgent(story: string): Promise<Person> {
  const person = await openPerson(run.reporter, deploymentOf(run))
  const body = await sealCase(run.reporter, deploymentOf(run), person, { story, facets: { lane: "P0" } })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  return person
}

describe("step 3: a directory that is not what the organisation signed is refused", () => {
  type Answer = { registrars: Dsse; directory: Dsse[] }
  const falsify = (change: (honest: Answer) => Answer) =>
    run.reporterLine.tamper({
      json: (path, body) => (path === REPORTER_ROUTES.directory.path ? change(body as Answer) : body),
    })
  const edit = (envelope: Dsse, change: (statement: Record<string, unknown>) => unknown): Dsse => {
    const statement = JSON.parse(Buffer.from(envelope.payload, "base64url").toString("utf8"))
    return {
      ...envelope,
      payload: Buffer.from(JSON.stringify(change(statement))).toString("base64url"),
    } as Dsse
  }
  const fetchIt = () => directoryOf(run.reporter, deploymentOf(run))

  test("a staff key swapped for the server's own", async () => {
    falsify((honest) => ({
      ...honest,
      directory: honest.directory.map((envelope) =>
        edit(envelope, (statement) => {
          const members = statement.members as { kemPk: string }[]
          const swapped = members.map((member, at) =>
            at === 0 ? { ...member, kemPk: members[1]!.kemPk } : member,
          )
          return { ...statement, members: swapped }
        }),
      ),
    }))
    await expect(fetchIt()).rejects.toThrow("bad-chain")
  })

  test("one with a later expiry than was signed", async () => {
    falsify((honest) => ({
      ...honest,
      directory: honest.directory.map((envelope) =>
        edit(envelope, (statement) => ({ ...statement, expires: "2027-12-31" })),
      ),
    }))
    await expect(fetchIt()).rejects.toThrow("bad-chain")
  })

  test("one signed by a registrar whom the root never named", async () => {
    const stranger = signKeyPair(new Uint8Array(32).fill(9))
    const { sign } = await import("@shn/primitives/sign")
    falsify((honest) => ({
      ...honest,
      directory: honest.directory.map((envelope) => {
        const payload = fromBase64url(envelope.payload)!
        const pae = Buffer.concat([
          Buffer.from(`DSSEv1 ${envelope.payloadType.length} ${envelope.payloadType} ${payload.length} `),
          payload,
        ])
        return {
          ...envelope,
          signatures: [{ sig: Buffer.from(sign(pae, stranger)).toString("base64url") }],
        } as Dsse
      }),
    }))
    await expect(fetchIt()).rejects.toThrow("bad-chain")
  })

  test("an older version than this device has seen, and one that has expired", async () => {
    const honest = await call(run.reporter, REPORTER_ROUTES.directory, {})
    const org = deploymentOf(run)
    const today = dayOf(Date.now())
    expect(verifyDirectory({ org, ...honest, today, atLeastVersion: 2 })).toEqual({
      ok: false,
      error: "older-version",
    })
    const later = must(
      verifyDirectory({ org, ...honest, today: "2027-06-01" as typeof today, atLeastVersion: 0 }),
    )
    expect(later.freshness).toBe("expired")
  })
})

describe("step 2: signing in", () => {
  test("weaker stretching of the passphrase than the device's floor is refused before anything is sent", async () => {
    run.deskLine.tamper({
      json: (path, body) =>
        path === DESK_ROUTES.signInStart.path
          ? { ...(body as object), kdf: { memoryKiB: 1024, iterations: 1, parallelism: 1 } }
          : body,
    })
    const before = run.deskLine.log.filter((one) => one.path === DESK_ROUTES.signIn.path).length
    await expect(signIn(run, "Sana")).rejects.toThrow("kdf-below-floor")
    expect(run.deskLine.log.filter((one) => one.path === DESK_ROUTES.signIn.path)).toHaveLength(before)
  })

  test("another member's sealed keys do not open", async () => {
    const farah = helpline.founded.staff.members.find((one) => one.alias === "Farah")!
    run.deskLine.tamper({
      json: (path, body) =>
        path === DESK_ROUTES.signIn.path
          ? { ...(body as SignInAnswer), sealedSmk: farah.sealedSmk, sealedSeeds: farah.sealedSeeds }
          : body,
    })
    await expect(signInWith(run, sheetOf("Imran"), codeAt(sheetOf("Imran"), Date.now()))).rejects.toThrow(
      "wrong-passphrase",
    )
  })

  test("six digits work once", async () => {
    const code = codeAt(sheetOf("Hina"), Date.now())
    await signInWith(run, sheetOf("Hina"), code)
    await expect(signInWith(run, sheetOf("Hina"), code)).rejects.toMatchObject(refused("code_used"))
  })

  test("an unknown name is asked the same questions, with the same answer each time, and refused like a wrong passphrase", async () => {
    const unknown = { alias: "Nobody", passphrase: "a b c d e f g", totpSecret: sheetOf("Sana").totpSecret }
    const desk = stranger(run)
    const ask = () => desk(DESK_ROUTES.signInStart, { alias: must(parseAlias(unknown.alias)) })
    expect(await ask()).toEqual(await ask())
    await expect(signInWith(run, unknown, "000000")).rejects.toMatchObject(refused("sign_in_failed"))
    const known = { ...sheetOf("Farah"), passphrase: "a b c d e f g" }
    await expect(signInWith(run, known, "000000")).rejects.toMatchObject(refused("sign_in_failed"))
  })

  test("the stretched passphrase alone, without the six digits, opens nothing", async () => {
    const wrong = String((Number(codeAt(sheetOf("Farah"), Date.now())) + 1) % 1_000_000).padStart(6, "0")
    await expect(signInWith(run, sheetOf("Farah"), wrong)).rejects.toMatchObject(refused("sign_in_failed"))
    expect(
      await deriveStaffSecret({
        passphrase: "x",
        salt: "A".repeat(22),
        kdf: { memoryKiB: 1, iterations: 1, parallelism: 1 },
      }),
    ).toEqual({
      ok: false,
      error: "kdf-below-floor",
    })
  })
})

describe("offers", () => {
  test("when two experts accept in the same moment, one has the case and the other is told so", async () => {
    const person = await submitUrgent("urgent")
    const sana = await signIn(run, "Sana")
    // The next half minute: the one before was used above, and each works once.
    const hina = await signIn(run, "Hina", Date.now() + 30_000)
    const mine = (offers: Awaited<ReturnType<typeof offersTo>>) =>
      offers.find((one) => one.caseId === person.keys.caseId)!
    const [toSana, toHina] = [mine(await offersTo(sana)), mine(await offersTo(hina))]
    const outcomes = await Promise.allSettled([
      answer(run, sana, toSana, true),
      answer(run, hina, toHina, true),
    ])
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
    const lost = outcomes.find((one) => one.status === "rejected")
    expect(lost).toMatchObject({ reason: refused("already_taken") })
    const winner = outcomes[0]!.status === "fulfilled" ? sana : hina
    const loser = winner === sana ? hina : sana
    expect((await readCase(run, winner, person.keys.caseId)).view.needs[0]).toMatchObject({
      state: "accepted",
      holder: winner.keys.keyId,
    })
    await expect(readCase(run, loser, person.keys.caseId)).rejects.toMatchObject(refused("not_on_roster"))

    // Accepting again is the same answer, not an error.
    await answer(run, winner, winner === sana ? toSana : toHina, true)
  })
})

describe("a member whom the directory revokes", () => {
  test("loses every session and cannot sign in again, as soon as the server has the new list", async () => {
    const omar = await signIn(run, "Omar")
    await offersTo(omar)
    const seed = fromBase64url(helpline.founded.registrar.seed)!
    const registrar = signKeyPair(seed)
    const today = dayOf(Date.now())
    const next = must(revokedOrganisation(run.organisation, registrar, today, "Omar"))
    writeOrganisation(helpline, next)
    await run.kill("SIGTERM")
    await run.restart()
    await expect(offersTo(omar)).rejects.toMatchObject(refused("session_ended"))
    await expect(signIn(run, "Omar", Date.now() + 30_000)).rejects.toMatchObject(refused("sign_in_failed"))
    expect(must(renewedOrganisation(next, registrar, today)).directory).toHaveLength(1)
  })
})
