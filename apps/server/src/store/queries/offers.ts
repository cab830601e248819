import type { CaseId, Day, DeclineReason, KeyId, NeedId, OfferId, OfferState } from "@shn/domain"
import type { Connection } from "../engine.ts"
import type { OfferAnswerRow, OfferRow } from "../schema.ts"

/** Queries on `offers` and `offer_answers`. */
export function offerQueries({ db }: Connection) {
  return {
    async find(offerId: OfferId): Promise<OfferRow | undefined> {
      return db.selectFrom("offers").selectAll().where("offer_id", "=", offerId).executeTakeFirst()
    },

    async insert(row: OfferRow): Promise<void> {
      await db.insertInto("offers").values(row).execute()
    },

    /** All offers of a need, in the order made. */
    async ofNeed(needId: NeedId): Promise<readonly OfferRow[]> {
      return db.selectFrom("offers").selectAll().where("need_id", "=", needId).orderBy("position").execute()
    },

    async openTo(keyId: KeyId): Promise<readonly OfferRow[]> {
      return db
        .selectFrom("offers")
        .selectAll()
        .where("key_id", "=", keyId)
        .where("state", "=", "open")
        .orderBy("deadline_ms")
        .orderBy("offer_id")
        .execute()
    },

    /** Ends an open offer; its exact times are overwritten by the day. @returns false if it was not open. */
    async close(
      offerId: OfferId,
      state: Exclude<OfferState, "open">,
      day: Day,
      reason: DeclineReason | "" = "",
    ): Promise<boolean> {
      const done = await db
        .updateTable("offers")
        .set({ state, reason, opened_ms: null, deadline_ms: null, closed_day: day })
        .where("offer_id", "=", offerId)
        .where("state", "=", "open")
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** The one who had accepted is gone: the need may be offered and taken again. */
    async endAccepted(needId: NeedId): Promise<void> {
      await db
        .updateTable("offers")
        .set({ state: "withdrawn" })
        .where("need_id", "=", needId)
        .where("state", "=", "accepted")
        .execute()
    },

    async setStep(offerId: OfferId, step: OfferRow["step"]): Promise<void> {
      await db.updateTable("offers").set({ step }).where("offer_id", "=", offerId).execute()
    },

    async insertAnswer(row: Omit<OfferAnswerRow, "position">): Promise<void> {
      const { count } = await db
        .selectFrom("offer_answers")
        .select((on) => on.fn.countAll<number | string>().as("count"))
        .where("case_id", "=", row.case_id)
        .executeTakeFirstOrThrow()
      await db
        .insertInto("offer_answers")
        .values({ ...row, position: Number(count) })
        .execute()
    },

    async answer(offerId: OfferId): Promise<OfferAnswerRow | undefined> {
      return db.selectFrom("offer_answers").selectAll().where("offer_id", "=", offerId).executeTakeFirst()
    },

    async answers(caseId: CaseId): Promise<readonly OfferAnswerRow[]> {
      return db
        .selectFrom("offer_answers")
        .selectAll()
        .where("case_id", "=", caseId)
        .orderBy("position")
        .execute()
    },
  }
}
