import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { err } from "@shn/domain"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { storeFailure } from "./failure.ts"
import { migrate } from "./migrate.ts"
import { MIGRATIONS } from "./migrations/all.ts"
import { openPostgres } from "./postgres.ts"
import { openSqlite } from "./sqlite.ts"
import { openStore, type Store, type StoreLocation } from "./store.ts"
import { startPostgres, type TestPostgres } from "./testing/postgres.ts"
import {
  bytes,
  caseRow,
  envelopeRow,
  keyId,
  needRow,
  offerRow,
  TODAY,
  TOMORROW,
  uploadRow,
  uuid,
} from "./testing/rows.ts"

let postgres: TestPostgres
const folder = mkdtempSync(join(tmpdir(), "shn-contract-"))

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

describe.each(ENGINES)("the store on %s", (name, location) => {
  let place: StoreLocation
  let store: Store
  beforeAll(async () => {
    place = await location()
    store = await openStore(place)
  })
  afterAll(() => store.close())

  test("a case is stored once, and neither its id nor its handle can be taken again", async () => {
    const row = caseRow(1)
    expect(await store.cases.insert(row)).toBe(true)
    expect(await store.cases.insert(row)).toBe(false)
    expect(await store.cases.insert(caseRow(2, { handle: row.handle }))).toBe(false)
    const found = await store.cases.find(row.case_id)
    expect({ ...found, kem_pk: Buffer.from(found?.kem_pk ?? []) }).toEqual({
      ...row,
      auth_pk: Buffer.from(row.auth_pk),
      sign_pk: Buffer.from(row.sign_pk),
      kem_pk: Buffer.from(row.kem_pk),
    })
  })

  test("a transaction that fails or is refused leaves nothing behind", async () => {
    const row = caseRow(3)
    const failing = store.transaction(async (tx) => {
      await tx.cases.insert(row)
      throw new Error("in the middle")
    })
    await expect(failing).rejects.toThrow("in the middle")
    const refused = await store.transaction(async (tx) => {
      await tx.cases.insert(row)
      return err("conflict")
    })
    expect(refused).toEqual({ ok: false, error: "conflict" })
    expect(await store.cases.find(row.case_id)).toBeUndefined()
  })

  test("the schema refuses what no rule of ours would ever write", async () => {
    await expect(store.cases.insert(caseRow(4, { auth_pk: bytes(31) }))).rejects.toThrow()
    await expect(store.cases.insert(caseRow(4, { ends_day: null }))).rejects.toThrow()
    const owner = caseRow(5)
    await store.cases.insert(owner)
    await expect(store.needs.insert(needRow(50, owner, { phase: "accepted" }))).rejects.toThrow()
    await expect(store.needs.insert(needRow(50, owner, { weight: 4 }))).rejects.toThrow()
    await expect(store.needs.insert(needRow(50, caseRow(99)))).rejects.toThrow()
  })

  test("writers of one case wait for each other, so that no count is lost", async () => {
    const owner = caseRow(6)
    await store.cases.insert(owner)
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        store.transaction(async (tx) => {
          const row = await tx.cases.lock(owner.case_id)
          const position = row?.envelope_count ?? 0
          await tx.envelopes.insert([envelopeRow(600 + at, owner, position)])
          await tx.cases.setEnvelopeCount(owner.case_id, position + 1)
        }),
      ),
    )
    expect((await store.envelopes.all(owner.case_id)).map(({ position }) => position)).toEqual(
      Array.from({ length: 20 }, (_, at) => at),
    )
  })

  test("of two who accept the same need only one can be stored as the taker", async () => {
    const owner = caseRow(7)
    const need = needRow(70, owner)
    await store.cases.insert(owner)
    await store.needs.insert(need)
    await store.offers.insert(offerRow(71, need))
    await store.offers.insert(offerRow(72, need))
    expect(await store.offers.close(offerRow(71, need).offer_id, "accepted", TODAY)).toBe(true)
    await expect(store.offers.close(offerRow(72, need).offer_id, "accepted", TODAY)).rejects.toThrow()
  })

  test("a closed offer keeps the day and no exact time", async () => {
    const owner = caseRow(8)
    const need = needRow(80, owner)
    await store.cases.insert(owner)
    await store.needs.insert(need)
    const offer = offerRow(81, need)
    await store.offers.insert(offer)
    await store.offers.close(offer.offer_id, "declined", TODAY, "language")
    expect(await store.offers.find(offer.offer_id)).toMatchObject({
      opened_ms: null,
      deadline_ms: null,
      closed_day: TODAY,
      reason: "language",
    })
    expect(await store.offers.close(offer.offer_id, "expired", TODAY)).toBe(false)
  })

  test("on acceptance what the router was told is gone and the load of the expert remains", async () => {
    const owner = caseRow(9)
    const need = needRow(90, owner, { facets: '{"lane":"P1"}', weight: 3 })
    await store.cases.insert(owner)
    await store.needs.insert(need)
    await store.needs.insertPreviewWraps(need.need_id, [{ keyId: keyId(9), bytes: bytes(1168) }])
    await store.needs.accept(need.need_id, keyId(9), TODAY)
    expect(await store.needs.find(need.need_id)).toMatchObject({
      facets: null,
      picks: "[]",
      holder: keyId(9),
    })
    expect(await store.needs.previewWrap(need.need_id, keyId(9))).toBeUndefined()
    const loads = await store.needs.loads(TODAY)
    expect(loads).toContainEqual({ keyId: keyId(9), load: 3, openCases: 1, newCases: 1 })
    expect((await store.needs.loads(TOMORROW))[0]?.newCases).toBe(0)
  })

  test("a challenge can be spent once, also when twenty try at the same moment", async () => {
    const spent = await Promise.all(Array.from({ length: 20 }, () => store.tokens.spend(bytes(32, 9), 5_000)))
    expect(spent.filter(Boolean)).toHaveLength(1)
    await store.tokens.sweep(5_000)
    expect(await store.tokens.spend(bytes(32, 9), 9_000)).toBe(true)
  })

  test("a token stands for its case until it ends", async () => {
    const owner = caseRow(10)
    await store.cases.insert(owner)
    await store.tokens.insert(bytes(32, 10), owner.case_id, 1_000)
    expect((await store.tokens.findCase(bytes(32, 10), 999))?.case_id).toBe(owner.case_id)
    expect(await store.tokens.findCase(bytes(32, 10), 1_000)).toBeUndefined()
  })

  test("an allowance of ten is never eleven, also when fifteen ask at the same moment", async () => {
    const owner = caseRow(11)
    await store.cases.insert(owner)
    const budget = { proposals: 10, envelopes: 200 }
    const taken = await Promise.all(
      Array.from({ length: 15 }, () => store.budgets.take(owner.case_id, TODAY, "proposals_left", budget)),
    )
    expect(taken.filter(Boolean)).toHaveLength(10)
    await store.budgets.add(owner.case_id, TODAY, budget)
    expect(await store.budgets.take(owner.case_id, TODAY, "proposals_left", budget)).toBe(true)
    await store.budgets.sweep(TOMORROW)
    expect(
      await store.budgets.take(owner.case_id, TODAY, "envelopes_left", { proposals: 0, envelopes: 0 }),
    ).toBe(false)
  })

  test("six digits count once, whoever is faster, and older ones not any more", async () => {
    const member = uuid(12) as never
    const used = await Promise.all([1, 2, 3, 4].map(() => store.staff.useCode(member, 100)))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await store.staff.useCode(member, 99)).toBe(false)
    expect(await store.staff.useCode(member, 101)).toBe(true)
  })

  test("tries at one name are counted one by one", async () => {
    const counts = await Promise.all([1, 2, 3, 4, 5].map(() => store.staff.countTry("Sana")))
    expect([...counts].sort()).toEqual([1, 2, 3, 4, 5])
    await store.staff.clearTries("Sana")
    expect(await store.staff.countTry("Sana")).toBe(1)
  })

  test("fifty jobs taken by sixty hands are fifty different jobs", async () => {
    for (let n = 0; n < 50; n += 1) await store.jobs.plan("offer_clock", uuid(1300 + n), 10)
    const claimed = await Promise.all(
      Array.from({ length: 60 }, () => store.transaction((tx) => tx.jobs.claim(20, 1_000))),
    )
    const subjects = claimed.flatMap((job) => (job === undefined ? [] : [job.subject]))
    // On PostgreSQL a hand may find every due job locked for a moment; nobody ever gets another's.
    expect(new Set(subjects).size).toBe(subjects.length)
    let rest = await store.transaction((tx) => tx.jobs.claim(20, 1_000))
    while (rest !== undefined) {
      subjects.push(rest.subject)
      rest = await store.transaction((tx) => tx.jobs.claim(20, 1_000))
    }
    expect(new Set(subjects).size).toBe(50)
    for (const job of await store.jobs.all()) await store.jobs.cancel(job.kind, job.subject)
  })

  test("a job whose server died is taken up again, and one planned anew is not deleted by the old run", async () => {
    await store.jobs.plan("sweep", "", 10)
    const first = await store.transaction((tx) => tx.jobs.claim(20, 1_000))
    expect(await store.transaction((tx) => tx.jobs.claim(1_019, 1_000))).toBeUndefined()
    const second = await store.transaction((tx) => tx.jobs.claim(1_020, 1_000))
    expect(second?.attempts).toBe(2)
    await store.jobs.plan("sweep", "", 5_000)
    if (first !== undefined && second !== undefined) {
      await store.jobs.finish(first)
      await store.jobs.finish(second)
    }
    expect(await store.jobs.all()).toHaveLength(1)
    await store.jobs.cancel("sweep", "")
  })

  test("the keys of a removed reader are gone from every epoch", async () => {
    const owner = caseRow(14)
    await store.cases.insert(owner)
    const wrap = (key: number, epoch: number) => ({ keyId: keyId(key), epoch, bytes: bytes(1168) })
    await store.roster.insertWraps(owner.case_id, [wrap(1, 0), wrap(2, 0), wrap(1, 1), wrap(2, 1)])
    await store.roster.removeWrapsExcept(owner.case_id, [keyId(1)])
    expect(await store.roster.wrapsOf(owner.case_id, keyId(2))).toEqual([])
    expect((await store.roster.wrapsOf(owner.case_id, keyId(1))).map(({ epoch }) => epoch)).toEqual([0, 1])
  })

  test("a part is named once, whoever is faster, and all of an upload is counted against its case", async () => {
    const owner = caseRow(15)
    await store.cases.insert(owner)
    const row = uploadRow(1500, owner)
    expect(await store.uploads.insert(row)).toBe(true)
    expect(await store.uploads.insert({ ...row, chunks: 3 })).toBe(false)
    const named = await Promise.all(
      Array.from({ length: 10 }, (_, at) => store.uploads.insertPart(row.upload_id, 0, bytes(32, at))),
    )
    expect(named.filter(Boolean)).toHaveLength(1)
    await store.uploads.insertPart(row.upload_id, 2, bytes(32, 2))
    expect((await store.uploads.parts(row.upload_id)).map(({ n }) => n)).toEqual([0, 2])
    await store.uploads.insert(uploadRow(1501, owner, { chunks: 5, state: "finished" }))
    await store.uploads.insert(uploadRow(1502, owner, { chunks: 7, state: "dropped" }))
    expect(await store.uploads.usage(owner.case_id)).toEqual({ chunks: 45, open: 1 })
    expect(await store.uploads.usage(caseRow(1).case_id)).toEqual({ chunks: 0, open: 0 })
    await Promise.all(Array.from({ length: 5 }, () => store.uploads.buy(owner.case_id, 100)))
    expect(await store.uploads.bought(owner.case_id)).toBe(500)
  })

  test("no row of an upload goes while its parts may still lie somewhere", async () => {
    const owner = caseRow(16, { state: "expired" })
    await store.cases.insert(owner)
    const row = uploadRow(1600, owner)
    await store.uploads.insert(row)
    await store.uploads.insertPart(row.upload_id, 0, bytes(32))
    await expect(store.cases.remove(owner.case_id)).rejects.toThrow()
    await store.uploads.remove(row.upload_id)
    await store.uploads.setState(row.upload_id, "dropped")
    await store.uploads.remove(row.upload_id)
    expect(await store.uploads.find(row.upload_id)).toBeDefined()
    await store.uploads.setState(row.upload_id, "emptied")
    await store.uploads.remove(row.upload_id)
    expect(await store.uploads.find(row.upload_id)).toBeUndefined()
    expect(await store.uploads.parts(row.upload_id)).toEqual([])
    await store.cases.remove(owner.case_id)
    expect(await store.cases.find(owner.case_id)).toBeUndefined()
  })

  test("a secret shared by several servers is the first one's", async () => {
    const [one, two] = await Promise.all([
      store.secrets.obtain("x", bytes(32, 1)),
      store.secrets.obtain("x", bytes(32, 2)),
    ])
    expect(Buffer.from(one)).toEqual(Buffer.from(two))
  })

  test("opening the store again finds everything, and changes nothing", async () => {
    const again = await openStore(place)
    expect((await again.cases.find(caseRow(1).case_id))?.handle).toBe(caseRow(1).handle)
    await again.close()
  })

  test(`a database made by a newer program is refused (${name})`, async () => {
    const engine =
      "postgresUrl" in place
        ? openPostgres(place.postgresUrl)
        : openSqlite(join(place.folder, "mailbox.sqlite"))
    const next = {
      number: MIGRATIONS.length + 1,
      name: "from the future",
      statements: () => ["create table tomorrow (x text)"],
    }
    expect(await migrate(engine, [...MIGRATIONS, next])).toEqual(["from the future"])
    await expect(migrate(engine)).rejects.toThrow("newer version")
    await engine.db.destroy()
  })
})

describe.each(ENGINES)("a mailbox of the first version on %s", (_, location) => {
  test("is taken along with all its jobs", async () => {
    const place = await location()
    if ("folder" in place) mkdirSync(place.folder, { recursive: true })
    const engine =
      "postgresUrl" in place
        ? openPostgres(place.postgresUrl)
        : openSqlite(join(place.folder, "mailbox.sqlite"))
    expect(await migrate(engine, MIGRATIONS.slice(0, 1))).toEqual(["mailbox"])
    await sql`insert into jobs (kind, subject, run_at_ms, lease_until_ms, attempts, state)
      values ('offer_clock', 'an offer', 5, 0, 2, 'waiting'), ('expire_case', 'a case', 9, 7, 8, 'dead')`.execute(
      engine.db,
    )
    await engine.db.destroy()
    const store = await openStore(place)
    expect(await store.jobs.all()).toEqual([
      {
        kind: "offer_clock",
        subject: "an offer",
        run_at_ms: 5,
        lease_until_ms: 0,
        attempts: 2,
        state: "waiting",
      },
      { kind: "expire_case", subject: "a case", run_at_ms: 9, lease_until_ms: 7, attempts: 8, state: "dead" },
    ])
    await store.jobs.plan("drop_upload", uuid(1), 1)
    expect((await store.transaction((tx) => tx.jobs.claim(10, 1_000)))?.kind).toBe("drop_upload")
    await store.close()
  })
})

test("a deleted row is overwritten in the SQLite file, not only forgotten", async () => {
  const place = mkdtempSync(join(folder, "erased-"))
  const store = await openStore({ folder: place })
  const marker = "a-word-that-must-not-stay"
  await store.staff.countTry(marker)
  await store.staff.clearTries(marker)
  await store.close()
  // Closing folds the write-ahead log into the file.
  expect(readFileSync(join(place, "mailbox.sqlite")).includes(marker)).toBe(false)
})

test("a full disk and a busy database are told apart from bugs", () => {
  expect(storeFailure(Object.assign(new Error(), { code: "SQLITE_FULL" }))).toBe("storage_full")
  expect(storeFailure(Object.assign(new Error(), { code: "ENOSPC" }))).toBe("storage_full")
  expect(storeFailure(Object.assign(new Error(), { code: "53100" }))).toBe("storage_full")
  expect(storeFailure(Object.assign(new Error(), { code: "SQLITE_BUSY" }))).toBe("busy")
  expect(storeFailure(Object.assign(new Error(), { code: "SQLITE_CONSTRAINT" }))).toBeNull()
  expect(storeFailure("text")).toBeNull()
})
