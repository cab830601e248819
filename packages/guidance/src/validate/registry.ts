import { isComplaintField, isComplaintMatter, parseDay } from "@shn/domain"
import type { ContentBundle, Finding, SourceCard } from "../bundle.ts"
import { isReach } from "../hotlines.ts"
import { words } from "../word-file.ts"
import { finding } from "./finding.ts"

/** Checks what complaints are filed from: agencies with their matters and days, forms with their keys and limit. */
export function checkRegistry(bundle: ContentBundle): readonly Finding[] {
  return bundle.cards.flatMap((card) => {
    if (card.kind === "agency") return checkAgency(card)
    return card.kind === "form" ? checkForm(card) : []
  })
}

function checkAgency(card: SourceCard): readonly Finding[] {
  const { meta } = card
  const bad = (field: string, advice: string) => finding("bad-registry", card, advice, { field })
  const unknown = (["takes", "took"] as const).flatMap((field) =>
    words(meta[field] ?? "")
      .filter((word) => !isComplaintMatter(word))
      .map((word) => bad(field, `"${word}" is not a matter that the registry knows`)),
  )
  const days = (["from_day", "until_day"] as const).flatMap((field) =>
    meta[field] !== undefined && !parseDay(meta[field]).ok ? [bad(field, "days look like 2026-11-22")] : [],
  )
  const found = [...unknown, ...days]
  if (meta.took !== undefined && meta.until_day === undefined)
    found.push(bad("took", 'write "until_day" too: until when it took them'))
  if (!words(meta.provinces ?? "").every(isReach))
    found.push(bad("provinces", '"provinces" is "all" or province codes'))
  if (meta.federal !== undefined && meta.federal !== "yes") found.push(bad("federal", "yes, or leave it out"))
  if (!["yes", "no", "unknown"].includes(meta.anonymous ?? ""))
    found.push(bad("anonymous", "yes, no or unknown"))
  return found
}

function checkForm(card: SourceCard): readonly Finding[] {
  const keys = words(card.meta.keys ?? "").map((key) => key.replace(/!$/, ""))
  const { limit } = card.meta
  const bad = (field: string, advice: string) => finding("bad-registry", card, advice, { field })
  const found = keys
    .filter((key, at) => !isComplaintField(key) || keys.indexOf(key) !== at)
    .map((key) => bad("keys", `"${key}" is not a key that a complaint has, or stands here twice`))
  if (limit !== undefined && !/^[1-9]\d{2,5}$/.test(limit))
    found.push(bad("limit", "a number of letters, from 100"))
  if (limit !== undefined && !keys.includes("details"))
    found.push(bad("limit", 'the limit counts for the key "details", which is not asked'))
  return found
}
