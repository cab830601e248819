import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import Sqlite from "better-sqlite3"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openStore, type Store } from "./store.ts"

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "shn-group-"))
  store = await openStore({ folder })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const secret = (n: number) => new Uint8Array(32).fill(n)
const keep = (name: string, n: number) => store.transaction((tx) => tx.secrets.obtain(name, secret(n)))

/** What another process sees: only what was committed. */
function onDisk(): string[] {
  const other = new Sqlite(join(folder, "mailbox.sqlite"), { readonly: true })
  const rows = other.prepare("select name from server_secrets order by name").all() as { name: string }[]
  other.close()
  return rows.map(({ name }) => name)
}

test("writers that come at once are each answered only when their own work is on the disk", async () => {
  const before = new Set(onDisk())
  const seen = await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      await keep(`writer-${n}`, n)
      return onDisk().includes(`writer-${n}`)
    }),
  )
  expect(seen.every(Boolean)).toBe(true)
  expect(onDisk().filter((name) => !before.has(name))).toHaveLength(100)
})

test("a writer that fails, or refuses, takes nothing of the others with it and leaves nothing of its own", async () => {
  const outcomes = await Promise.allSettled([
    keep("first", 1),
    store.transaction(async (tx) => {
      await tx.secrets.obtain("thrown", secret(2))
      throw new Error("half done")
    }),
    store.transaction(async (tx) => {
      await tx.secrets.obtain("refused", secret(3))
      return { ok: false, error: "conflict" } as const
    }),
    keep("last", 4),
  ])
  expect(outcomes.map((one) => one.status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"])
  expect(outcomes[1]).toMatchObject({ reason: new Error("half done") })
  expect(outcomes[2]).toMatchObject({ value: { ok: false, error: "conflict" } })
  expect(onDisk()).toEqual(expect.arrayContaining(["first", "last"]))
  expect(onDisk()).not.toEqual(expect.arrayContaining(["thrown"]))
  expect(onDisk()).not.toEqual(expect.arrayContaining(["refused"]))
})

test("a later writer sees what an earlier one of the same group wrote", async () => {
  const [first, second] = await Promise.all([keep("shared", 5), keep("shared", 6)])
  expect(second).toEqual(first)
})
