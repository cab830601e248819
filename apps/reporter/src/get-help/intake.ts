import { type Locale, laneOf, type PriorityLane } from "@shn/domain"
import { wellFormed } from "@shn/primitives/encode"
import type { Intake } from "@shn/sealed"
import { type HelpAnswers, laneAnswers, NOW_ITEMS, type SafeContact } from "./answers.ts"

/** What the team will read, made from the answers. The keys are codes that the desk puts into words. */
export function intakeFrom(
  answers: HelpAnswers,
  locale: Locale,
  contactLabels: { readonly [Part in keyof SafeContact]: string },
): Omit<Intake, "previewKeys"> {
  return {
    story: wellFormed(answers.story),
    boundaries: [...answers.boundaries],
    ageBand: answers.age ?? "unsaid",
    locale,
    answers: {
      safe_to_talk: answers.isSafeToTalk === null ? "unsaid" : answers.isSafeToTalk ? "yes" : "no",
      now: answers.now.said === "some" ? answers.now.items.join(" ") : answers.now.said,
      what: answers.what ?? "ask_human",
      where: answers.where ?? "any",
      channel: answers.channel,
      about: wellFormed(answers.about),
    },
    safeContact: contactText(answers.contact, contactLabels),
  }
}

/** The lane that the answers of a sealed intake give, so that a person who comes back hears by when somebody answers. */
export function laneOfIntake(intake: Intake): PriorityLane {
  const said = (intake.answers.now ?? "").split(" ")
  const items = NOW_ITEMS.filter((item) => said.includes(item))
  if (items.length > 0) return laneOf(laneAnswers({ said: "some", items }))
  return laneOf(laneAnswers({ said: said.includes("none") ? "none" : "unsaid" }))
}

function contactText(contact: SafeContact, labels: { readonly [Part in keyof SafeContact]: string }): string {
  const parts = ["number", "hours", "whoMayAnswer", "openingWords"] as const
  return parts
    .filter((part) => contact[part].trim() !== "")
    .map((part) => `${labels[part]}: ${wellFormed(contact[part].trim())}`)
    .join("\n")
}
