import type { ComplaintField } from "./complaint-fields.ts"
import type { Day } from "./day.ts"

/** One field of an agency's form. */
export type FormField = {
  readonly key: ComplaintField
  readonly isRequired: boolean
  /** True: the source for this field is not certain; show "verify" beside it. */
  readonly isToVerify: boolean
}

/** What an agency asks, as the registry in content/ holds it. */
export type FormDefinition = {
  readonly id: string
  readonly agencyId: string
  /** True: a complaint without a name is not taken. */
  readonly needsName: boolean
  /** In the form's own order. */
  readonly fields: readonly FormField[]
  /** Most letters the box for the story takes; null where no limit is known. */
  readonly textLimit: number | null
  /** True: the whole form rests on sources that are not certain. */
  readonly isToVerify: boolean
  /** From this day on the form has to be looked at again. */
  readonly expiresOn: Day
}
