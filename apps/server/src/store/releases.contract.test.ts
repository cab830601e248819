import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { UploadId } from "@shn/domain"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { migrate } from "./migrate.ts"
import { MIGRATIONS } from "./migrations/all.ts"
import { openPostgres } from "./postgres.ts"
import type { ReleasePackageRow, ReleaseRow } from "./release-rows.ts"
import { openSqlite } from "./sqlite.ts"
import { openStore, type Store, type StoreLocation } from "./store.ts"
import { startPostgres, type TestPostgres } from "./testing/postgres.ts"
import { bytes, caseRow, keyId, TODAY, TOMORROW, uuid } from "./testing/rows.ts"

let postgres: TestPostgres
const folder = mkdtempSync(join(tmpdir(), "shn-release-rows-"))
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

function releaseRow(n: number, part: Partial<ReleaseRow> = {}): ReleaseRow {
  return {
    release_id: uuid(n),
    case_id: caseRow(1).case_id,
    agency_id: "nccia",
    seq: n,
    exp_day: TOMORROW,
    day: TODAY,
    statement_hash: bytes(32, n),
    dsse: "{}",
    fetched: 0,
    revoked: 0,
    stop_answered: 0,
    ...part,
  }
}
function packageRow(n: number, part: Partial<ReleasePackageRow> = {}): ReleasePackageRow {
  return {
    release_id: uuid(1),
    use_no: n,
    upload_id: uuid(100 + n) as UploadId,
    cover: bytes(1224, n),
    key_id: keyId(1),
    day: TODAY,
    ...part,
  }
}

describe.each(ENGINES)("the rows of releases on %s", (_, location) => {
  let store: Store
  beforeAll(async () => {
    const place = await location()
    if ("folder" in place) mkdirSync(place.folder, { recursive: true })
    // A store of the version with files, in which somebody has a case already.
    const engine =
      "postgresUrl" in place
        ? openPostgres(place.postgresUrl)
        : openSqlite(join(place.folder, "mailbox.sqlite"))
    expect(await migrate(engine, MIGRATIONS.slice(0, 2))).toEqual(["mailbox", "uploads"])
    await engine.db.insertInto("cases").values(caseRow(1)).execute()
    await engine.db.destroy()
    store = await openStore(place)
  })
  afterAll(() => store.close())

  test("a store from before there were releases is taken along, with its cases", async () => {
    expect((await store.cases.find(caseRow(1).case_id))?.handle).toBe(caseRow(1).handle)
    await store.releases.insert(releaseRow(1))
    await store.releases.insert(releaseRow(2, { agency_id: "fia" }))
    expect((await store.releases.ofCase(caseRow(1).case_id)).map(({ seq }) => seq)).toEqual([1, 2])
  })

  test("no row stands for a case that is not there, twice under one id, or with a flag that is none", async () => {
    const stranger = releaseRow(3, { case_id: caseRow(9).case_id })
    await expect(store.releases.insert(stranger)).rejects.toThrow()
    await expect(store.releases.insert(releaseRow(1))).rejects.toThrow()
    await expect(store.releases.insert(releaseRow(4, { revoked: 2 }))).rejects.toThrow()
    await expect(store.releases.insert(releaseRow(5, { statement_hash: bytes(31) }))).rejects.toThrow()
  })

  test("a package has a cover of one length, a use of its own, and lies in one inbox only", async () => {
    await store.releases.insertPackage(packageRow(1))
    await expect(store.releases.insertPackage(packageRow(2, { cover: bytes(1223) }))).rejects.toThrow()
    const twin = packageRow(1, { upload_id: uuid(150) as UploadId })
    await expect(store.releases.insertPackage(twin)).rejects.toThrow()
    const elsewhere = packageRow(1, { release_id: uuid(2) })
    await expect(store.releases.insertPackage(elsewhere)).rejects.toThrow()
    expect(await store.releases.packageOf(packageRow(1).upload_id)).toMatchObject({ use_no: 1 })
  })

  test("an agency's inbox counts its packages and answers, and shows nothing that was not handed over", async () => {
    await store.releases.insertPackage(packageRow(2, { day: TOMORROW }))
    const answer = { release_id: uuid(1), key_id: keyId(2), at_ms: 60_000, stops: 0 }
    const sealed = { bytes: bytes(2160), copy_bytes: bytes(1224) }
    await store.releases.insertAnswer({ answer_id: uuid(7), position: 0, ...answer, ...sealed })
    const again = { answer_id: uuid(8), position: 0, ...answer, ...sealed }
    await expect(store.releases.insertAnswer(again)).rejects.toThrow()
    expect(await store.releases.ofAgency("nccia")).toMatchObject([
      { release_id: uuid(1), packages: 2, answers: 1, first_day: TODAY },
    ])
    expect(await store.releases.ofAgency("fia")).toEqual([])
  })

  test("the same look in the same minute is one line", async () => {
    const view = { release_id: uuid(1), key_id: keyId(2), act: "opened", at_ms: 60_000 } as const
    await store.releases.logView(view)
    await store.releases.logView(view)
    await store.releases.logView({ ...view, at_ms: 120_000 })
    expect((await store.releases.parts([uuid(1)])).views.map(({ at_ms }) => at_ms)).toEqual([60_000, 120_000])
  })

  test("past their last day, packages are found until their covers are gone", async () => {
    const later = "2026-11-25" as typeof TODAY
    expect(await store.releases.packagesOver(TOMORROW, 10)).toEqual([])
    const found = await store.releases.packagesOver(later, 10)
    expect(found.map(({ use_no }) => use_no).sort()).toEqual([1, 2])
    for (const { upload_id } of found) await store.releases.removeCover(upload_id)
    expect(await store.releases.packagesOver(later, 10)).toEqual([])
  })
})
