import { type Kysely, sql, type Transaction } from "kysely"
import type { Schema } from "./schema.ts"

type Work = (db: Transaction<Schema>) => Promise<unknown>
type Waiting = {
  readonly work: Work
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

/** At most so many writers share one commit: the first of them waits for the last. */
const MAX_GROUP = 32

/**
 * One connection can commit only one thing at a time, and waiting for the disk is most of it. Writers that arrive
 * while another commit is under way share the next one: each within a savepoint of its own, so that one that fails
 * takes nothing of the others with it, and each is answered only when the shared commit is on the disk.
 * @returns a function that runs one writer; it rejects with what `work` threw, or with what the commit threw
 */
export function groupCommit(
  db: Kysely<Schema>,
): <T>(work: (db: Transaction<Schema>) => Promise<T>) => Promise<T> {
  const waiting: Waiting[] = []
  let isRunning = false

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    while (waiting.length > 0) await commitTogether(db, waiting.splice(0, MAX_GROUP))
    isRunning = false
  }

  return <T>(work: (db: Transaction<Schema>) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      // Each writer gets back what its own `work` gave: the list only forgets the type.
      waiting.push({ work, resolve: (answer) => resolve(answer as T), reject })
      void run()
    })
}

async function commitTogether(db: Kysely<Schema>, group: readonly Waiting[]): Promise<void> {
  const settle: (() => void)[] = []
  try {
    await db.transaction().execute(async (tx) => {
      for (const writer of group) settle.push(await attempt(tx, writer))
    })
  } catch (error) {
    // The commit itself failed (disk full, disk gone): nothing of the group is stored.
    for (const { reject } of group) reject(error)
    return
  }
  for (const tell of settle) tell()
}

/**
 * @throws what went wrong first, when the savepoint cannot be undone: a full disk makes the engine give up the whole
 * transaction, and with it the group
 */
async function attempt(tx: Transaction<Schema>, { work, resolve, reject }: Waiting): Promise<() => void> {
  await sql`savepoint writer`.execute(tx)
  try {
    const answer = await work(tx)
    await sql`release writer`.execute(tx)
    return () => resolve(answer)
  } catch (error) {
    try {
      await sql`rollback to writer`.execute(tx)
      await sql`release writer`.execute(tx)
    } catch {
      throw error
    }
    return () => reject(error)
  }
}
