import type { FilingRecord } from "@shn/domain"
import { draftsToFile, foldHandOffs } from "@shn/sealed"
import type { DraftToFile } from "@shn/ui"
import type { OpenCaseState } from "../come-back/case-desk.ts"

/** What the person may file by hand, and what has been filed. */
export type FilingMatters = {
  readonly drafts: readonly (DraftToFile & { readonly draftId: string })[]
  readonly filed: readonly { readonly id: string; readonly record: FilingRecord }[]
}

export function filingMatters({ opened, directory }: OpenCaseState): FilingMatters {
  const folded = foldHandOffs(opened.conversation.messages)
  return {
    drafts: draftsToFile(folded, directory).map(({ body }) => body),
    filed: folded.filings.map(({ msgId, body }) => ({ id: msgId, record: body.record })),
  }
}
