import type { Connection } from "../engine.ts"

/** Secrets that all servers over one store share. */
export function secretQueries({ db }: Connection) {
  return {
    /** @returns the stored secret, or `fresh` if there was none: whoever comes first decides. */
    async obtain(name: string, fresh: Uint8Array): Promise<Uint8Array> {
      await db
        .insertInto("server_secrets")
        .values({ name, value: fresh })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute()
      const row = await db
        .selectFrom("server_secrets")
        .select("value")
        .where("name", "=", name)
        .executeTakeFirstOrThrow()
      return row.value
    },
  }
}
