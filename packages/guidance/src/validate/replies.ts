import { LOCALES } from "@shn/domain"
import type { ContentBundle, Finding, SourceCard } from "../bundle.ts"
import { GATE_CONDITIONS } from "../reply-gate.ts"
import { AUTHORITY_SLOT, REPLY_AUTHORITIES, REPLY_RELATIONSHIPS } from "../reply-text.ts"
import { finding } from "./finding.ts"

/** A reply is short: longer texts argue. In characters. */
const LONGEST_REPLY = 320
/** What a firm reply never holds: proof, publishing, a bargain, money, a place, an insult, a count or date. */
const NEVER =
  /\d|screenshot|proof|evidence|record|video|picture|photo|post|publish|viral|expose|money|rupee|pay|unless|meet|shame|police will|ثبوت|تصویر|ویڈیو|ریکارڈ|پیسے|روپے|بدنام|وائرل|بے شرم|saboot|tasveer|paise|rupay|badnaam|be-?sharm/i

/** Checks the firm-reply texts, and that each condition, relationship and authority has its card. */
export function checkReplies(bundle: ContentBundle): readonly Finding[] {
  const shown = bundle.cards.filter((card) => card.shown)
  const has = (kind: string, field: string, value: string): boolean =>
    shown.some((card) => card.kind === kind && card.meta[field] === value)
  const absent = [
    ...GATE_CONDITIONS.filter((condition) => !has("gate", "condition", condition)).map(
      (condition) => `gate for ${condition}`,
    ),
    ...REPLY_RELATIONSHIPS.filter((to) => !has("reply", "relationship", to)).map((to) => `reply to ${to}`),
    ...REPLY_AUTHORITIES.filter((name) => !shown.some((card) => card.id === `authority-${name}`)).map(
      (name) => `authority-${name}`,
    ),
  ]
  return [
    ...absent.map(
      (what): Finding => ({ code: "bad-reply", card: what, at: "reply.md", advice: "this card is missing" }),
    ),
    ...shown.filter((card) => card.kind === "reply").flatMap(checkReply),
  ]
}

function checkReply(card: SourceCard): readonly Finding[] {
  return LOCALES.flatMap((locale) => {
    const text = (card.text.message?.[locale] ?? []).map((line) => line.text).join(" ")
    const place = { field: "message", locale }
    const found: Finding[] = []
    if (text.split(AUTHORITY_SLOT).length !== 2)
      found.push(finding("bad-reply", card, `the message must hold ${AUTHORITY_SLOT} exactly once`, place))
    if (text.length > LONGEST_REPLY)
      found.push(finding("bad-reply", card, `at most ${LONGEST_REPLY} characters`, place))
    const never = NEVER.exec(text)
    if (never !== null) found.push(finding("bad-reply", card, `a firm reply never says "${never[0]}"`, place))
    return found
  })
}
