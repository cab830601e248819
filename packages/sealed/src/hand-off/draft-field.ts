import { ANSWER_FIELDS, type ComplaintDraft } from "@shn/domain"
import { v } from "@shn/wire"

/** A complaint as it is saved: as typed, so lengths are bounded and nothing else is asked. */

const typed = v.pipe(v.string(), v.maxLength(20_000))
const short = v.pipe(v.string(), v.maxLength(1_000))
const many = v.pipe(v.array(typed), v.maxLength(200))
const few = v.pipe(v.array(short), v.maxLength(50))

export const DRAFT_FIELD: v.GenericSchema<unknown, ComplaintDraft> = v.strictObject({
  formId: v.pipe(v.string(), v.maxLength(60)),
  facts: many,
  beliefs: many,
  incidents: v.pipe(
    v.array(v.strictObject({ from: short, until: short, isAbout: v.boolean(), place: short })),
    v.maxLength(200),
  ),
  respondent: v.strictObject({
    name: short,
    relation: short,
    designation: short,
    address: short,
    phones: few,
    accounts: few,
  }),
  against: v.variant("state", [
    v.strictObject({ state: v.literal("not-asked") }),
    v.strictObject({ state: v.literal("none-known") }),
    v.strictObject({ state: v.literal("said"), text: typed }),
  ]),
  evidence: v.pipe(v.array(v.strictObject({ id: short, sha256: short, label: short })), v.maxLength(200)),
  answers: v.strictObject(
    Object.fromEntries(ANSWER_FIELDS.map((field) => [field, v.exactOptional(typed)])) as Record<
      (typeof ANSWER_FIELDS)[number],
      v.ExactOptionalSchema<typeof typed, undefined>
    >,
  ),
})
