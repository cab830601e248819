import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Transaction } from "kysely"
import type { Connection, Engine } from "./engine.ts"
import { groupCommit } from "./group-commit.ts"
import { migrate } from "./migrate.ts"
import { openPostgres } from "./postgres.ts"
import { accessQueries } from "./queries/access.ts"
import { budgetQueries } from "./queries/budgets.ts"
import { caseQueries } from "./queries/cases.ts"
import { decisionQueries } from "./queries/decisions.ts"
import { envelopeQueries } from "./queries/envelopes.ts"
import { jobQueries } from "./queries/jobs.ts"
import { needQueries } from "./queries/needs.ts"
import { offerQueries } from "./queries/offers.ts"
import { proposalQueries } from "./queries/proposals.ts"
import { releaseQueries } from "./queries/releases.ts"
import { rosterQueries } from "./queries/roster.ts"
import { secretQueries } from "./queries/secrets.ts"
import { staffQueries } from "./queries/staff.ts"
import { tokenQueries } from "./queries/tokens.ts"
import { uploadQueries } from "./queries/uploads.ts"
import type { Schema } from "./schema.ts"
import { openSqlite } from "./sqlite.ts"

/** Every query there is, one group for each table or two that belong together. */
export type Queries = ReturnType<typeof queries>

/**
 * The one way to stored data, the same on both engines. Inside `transaction` use only what it hands in: the outer
 * functions would wait for it for ever (SQLite has one connection) or escape it (PostgreSQL).
 */
export type Store = Queries & {
  readonly engine: Engine["name"]
  /**
   * All of `work` or nothing; resolved means it is on the disk. A result that is an error undoes everything and is
   * handed out. No network and no slow computing inside.
   */
  readonly transaction: <T>(work: (tx: Queries) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Where to keep data: a folder of this machine, or a PostgreSQL server. */
export type StoreLocation = { readonly folder: string } | { readonly postgresUrl: string }

/** Opens the store and brings its schema up to date. @throws if it cannot be reached, written or understood. */
export async function openStore(location: StoreLocation): Promise<Store> {
  if ("postgresUrl" in location) return storeOn(openPostgres(location.postgresUrl))
  mkdirSync(location.folder, { recursive: true, mode: 0o700 })
  return storeOn(openSqlite(join(location.folder, "mailbox.sqlite")))
}

/** The store over an engine that is already open. */
export async function storeOn(engine: Engine): Promise<Store> {
  try {
    await migrate(engine)
  } catch (error) {
    await engine.db.destroy()
    throw error
  }
  const inTransaction = transactionOf(engine)
  return {
    ...queries({ db: engine.db, engine: engine.name }),
    engine: engine.name,
    transaction: async (work) => {
      try {
        return await inTransaction(async (db) => {
          const answer = await work(queries({ db, engine: engine.name }))
          if (isRefusal(answer)) throw new Refused(answer)
          return answer
        })
      } catch (error) {
        // The refusal is the very value that `work` returned, carried past the rollback.
        if (error instanceof Refused) return error.answer as never
        throw error
      }
    },
    close: () => engine.db.destroy(),
  }
}

/** PostgreSQL commits many things at once by itself; on one SQLite connection the writers share their commits. */
function transactionOf(engine: Engine): <T>(work: (db: Transaction<Schema>) => Promise<T>) => Promise<T> {
  if (engine.name === "sqlite") return groupCommit(engine.db)
  return (work) => engine.db.transaction().execute(work)
}

/** Ends a transaction without a change; never leaves this file. */
class Refused extends Error {
  readonly answer: unknown

  constructor(answer: unknown) {
    super("refused")
    this.answer = answer
  }
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false
}

function queries(connection: Connection) {
  return {
    access: accessQueries(connection),
    budgets: budgetQueries(connection),
    cases: caseQueries(connection),
    decisions: decisionQueries(connection),
    envelopes: envelopeQueries(connection),
    jobs: jobQueries(connection),
    needs: needQueries(connection),
    offers: offerQueries(connection),
    proposals: proposalQueries(connection),
    releases: releaseQueries(connection),
    roster: rosterQueries(connection),
    secrets: secretQueries(connection),
    staff: staffQueries(connection),
    tokens: tokenQueries(connection),
    uploads: uploadQueries(connection),
  }
}
