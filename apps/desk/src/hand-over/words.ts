import type { AgencyAnswer } from "@shn/consent"
import { fieldName } from "@shn/consent"
import type { Locale } from "@shn/domain"
import { formatDay } from "@shn/ui"
import type { DeskText } from "../text/all.ts"
import type { HandOverText } from "../text/hand-over/area.ts"
import type { DeskFinding } from "./facts.ts"
import type { HandingTrouble, PackingState } from "./packing-tray.ts"

/** What a member can do about a finding. */
const WHAT: Readonly<Record<DeskFinding, keyof HandOverText["what"]>> = {
  "not-a-consent": "admin",
  "bad-signature": "admin",
  "other-case": "admin",
  contradiction: "again",
  "boundary-since": "person",
  "text-differs": "again",
  "other-agency": "admin",
  "other-agency-name": "again",
  "other-agency-key": "again",
  "not-yet-valid": "wait",
  expired: "again",
  "used-up": "again",
  superseded: "again",
  "number-taken": "admin",
  "revocations-stale": "wait",
  revoked: "person",
  "field-outside": "again",
  "field-missing": "again",
  "view-changed": "again",
  "file-outside": "again",
  "file-missing": "again",
  "file-changed": "again",
  "release-missing": "again",
  "truth-missing": "again",
  "not-drafted": "again",
  "not-approved": "again",
  "approved-by-drafter": "again",
  "code-word-unchecked": "wait",
  "child-protection-missing": "guard",
  "agency-gone": "admin",
  "list-too-old": "admin",
  "boundaries-unknown": "wait",
  "identity-shut": "again",
}

/** Everything that can be done about these findings, each once. */
export function whatToDo(text: HandOverText, findings: readonly DeskFinding[]): readonly string[] {
  return [...new Set(findings.map((finding) => WHAT[finding]))].map((what) => text.what[what])
}

/** What stops it and what can be done, in one line. */
export function stopWords(text: HandOverText, findings: readonly DeskFinding[]): string {
  return [...findings.map((each) => text.finding[each]), ...whatToDo(text, findings)].join(" ")
}

/** Why nothing was handed over. @param nameOf what the person called the file of this id, or the path of this name */
export function troubleWords(
  { handOver, problems }: DeskText,
  trouble: HandingTrouble,
  nameOf: (path: string) => string,
): string {
  const { failed } = handOver
  switch (trouble.at) {
    case "changed":
      return trouble.findings.length === 0 ? failed.changed : stopWords(handOver, trouble.findings)
    case "handing":
      return problems.failure[trouble.problem]
    case "consent":
      return stopWords(handOver, trouble.findings)
    case "again":
      return failed.lost
    case "build":
      if (trouble.error === "check-again") return failed.checkAgain
      if (trouble.error === "papers-missing") return failed.papers
      return trouble.error === "key-changed" ? failed.key : failed.build
    case "file":
      return fileWords(failed, trouble.why, nameOf(trouble.path))
    case "sending":
      return sendingWords(failed, trouble.problem)
  }
}

function fileWords(
  failed: HandOverText["failed"],
  why: Extract<HandingTrouble, { at: "file" }>["why"],
  name: string,
): string {
  switch (why) {
    case "stopped":
    case "refused":
      return failed.fileShut(name)
    case "signed_out":
      return failed.signedOut
    case "part_missing":
      return failed.fileMissing(name)
    default:
      return failed.fileChanged(name)
  }
}

function sendingWords(
  failed: HandOverText["failed"],
  problem: Extract<HandingTrouble, { at: "sending" }>["problem"],
): string {
  switch (problem) {
    case "budget_used":
    case "too_many_uploads":
      return failed.room
    case "storage_full":
      return failed.full
    case "signed_out":
      return failed.signedOut
    default:
      return failed.other
  }
}

/** What is happening to a package. */
export function packingWords(
  { build }: HandOverText,
  state: Exclude<PackingState, { is: "failed" }>,
): string {
  if (state.is === "handing") return build.handing
  if (state.isPaused) return build.paused
  if (state.progress === null) return build.preparing
  const { stage, waitingFor } = state.progress
  if (waitingFor === "line") return build.line
  return waitingFor === "server" ? build.server : build[stage]
}

/** An answer of the agency: its sentence, what belongs to it, and the officer's own words. */
export type AnswerWords = {
  readonly sentence: string
  readonly details: readonly string[]
  readonly ownWords: readonly string[]
}

export function answerWords(text: HandOverText, answer: AgencyAnswer, locale: Locale): AnswerWords {
  const words = text.answer
  const said = (sentence: string, details: readonly string[] = []): AnswerWords => ({
    sentence,
    details,
    ownWords: "note" in answer && answer.note !== "" ? [answer.note] : [],
  })
  switch (answer.kind) {
    case "received":
      return said(words.received(answer.diary))
    case "wrong_form":
      return said(words.wrong_form, [text.wrongForm[answer.reason]])
    case "wrong_forum":
      return said(words.wrong_forum, [
        text.wrongForum[answer.reason],
        ...(answer.instead === "" ? [] : [words.instead(answer.instead)]),
      ])
    case "ask_more":
      return {
        sentence: words.ask_more,
        details: answer.fields.map((code) => fieldName(code, locale) ?? code),
        ownWords: [answer.question],
      }
    case "verification":
      return said(words.verification)
    case "enquiry":
      return said(words.enquiry(answer.number))
    case "fir":
      return said(words.fir(answer.number, answer.sections.join(", ")))
    case "court":
      return said(words.court(answer.court), [
        ...(answer.number === "" ? [] : [words.courtNumber(answer.number)]),
        ...(answer.hearing === null ? [] : [words.hearing(formatDay(answer.hearing, locale))]),
      ])
    case "closed":
      return said(words.closed, [text.closed[answer.reason]])
    case "stopped":
      return said(words.stopped)
    case "cannot_stop":
      return said(words.cannot_stop, [text.cannotStop[answer.reason]])
  }
}
