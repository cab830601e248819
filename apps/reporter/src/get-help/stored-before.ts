import { canonical } from "@shn/primitives/jcs"
import {
  type FileContent,
  foldAttachments,
  intakeOf,
  type OpenedCase,
  openCase,
  type ReporterKeys,
  type VerifiedDirectory,
} from "@shn/sealed"
import { REPORTER_ROUTES } from "@shn/wire"
import type { Visit } from "../session/visit.ts"
import type { HelpAnswers } from "./answers.ts"
import type { intakeFrom } from "./intake.ts"

/** What the server holds under these keys: nothing it could show, the very same form, or an earlier state of it. */
export type StoredBefore = "nothing" | "same" | "other"

/**
 * Looks at what an earlier try left, whose answer was lost on the way. Words that were changed since then must not
 * vanish behind a friendly "sent".
 */
export async function storedBefore(input: {
  readonly visit: Visit
  readonly keys: ReporterKeys
  readonly directory: VerifiedDirectory
  readonly answers: HelpAnswers
  readonly intake: ReturnType<typeof intakeFrom>
  readonly files: readonly FileContent[]
}): Promise<StoredBefore> {
  const { answers, directory } = input
  const view = await input.visit.call(REPORTER_ROUTES.readCase, {})
  if (!view.ok || view.value.state !== "submitted") return "nothing"
  const opened = await openCase({ view: view.value, me: input.keys, directory })
  const stored = opened.ok ? intakeOf(opened.value.conversation) : undefined
  if (!opened.ok || stored === undefined) return "nothing"
  const { previewKeys: _, ...intake } = stored
  const { roster } = opened.value
  const { keyIds, roles } = answers.leftOut
  const readsUnasked = roster.readers.some(
    ({ keyId, role }) => keyIds.includes(keyId) || roles.some((left) => left !== "trustee" && left === role),
  )
  const isSame =
    canonical(intake) === canonical(input.intake) &&
    roster.policy === answers.policy &&
    hasAllFiles(opened.value, input.files) &&
    !(answers.concernsStaff && readsUnasked)
  return isSame ? "same" : "other"
}

// A file that came to its end between the two tries is not yet told of in the one that arrived.
function hasAllFiles({ conversation }: OpenedCase, files: readonly FileContent[]): boolean {
  const { attachments } = foldAttachments(conversation.messages)
  return files.every(({ kind, body }) =>
    attachments.some(
      ({ uploadId, state }) => uploadId === body.uploadId && (kind !== "file" || state === "there"),
    ),
  )
}
