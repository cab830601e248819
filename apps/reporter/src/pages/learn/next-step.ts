import type { Locale } from "@shn/domain"
import type { NextStep } from "@shn/guidance"
import { pageHref } from "../../locale.ts"
import { learnHref } from "./addresses.ts"

/** Where a next step leads. */
export function nextHref(locale: Locale, next: NextStep): string {
  switch (next) {
    case "danger-now":
      return pageHref(locale, "danger")
    case "get-help":
      return pageHref(locale, "help")
    case "keep-proof":
      return learnHref(locale, "proof")
    case "safety-plan":
      return learnHref(locale, "plan")
  }
}
