import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { REPORTER_ROUTES } from "@shn/wire"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { openVisitor, problemOf, sealedCase, startMailbox } from "../../../tests/support/mailbox.ts"
import { openSqlite } from "./store/sqlite.ts"
import { storeOn } from "./store/store.ts"

test("on a full disk a submission is refused whole, and the same one succeeds when there is room again", async () => {
  const engine = openSqlite(join(mkdtempSync(join(tmpdir(), "shn-full-")), "mailbox.sqlite"))
  const box = await startMailbox(await storeOn(engine))
  const visitor = await openVisitor(box)
  const body = await sealedCase(box, visitor)
  // The engine then fails exactly as it does when the disk has no page left.
  await sql`pragma max_page_count = 1`.execute(engine.db)
  expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, body))).toBe("storage_full")
  expect(box.events).toContainEqual({ event: "storage_full", app: "reporter" })
  const { store } = box.server
  expect((await store.cases.find(visitor.keys.caseId))?.state).toBe("opened")
  expect(await store.roster.entries(visitor.keys.caseId)).toEqual([])
  expect(await store.envelopes.all(visitor.keys.caseId)).toEqual([])
  await sql`pragma max_page_count = 1000000`.execute(engine.db)
  expect(await problemOf(visitor.call(REPORTER_ROUTES.submit, body))).toBe("ok")
  expect(await store.envelopes.all(visitor.keys.caseId)).toHaveLength(body.envelopes.length)
  await box.close()
})
