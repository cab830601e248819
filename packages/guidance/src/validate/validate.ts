import type { Day } from "@shn/domain"
import type { ContentBundle, Finding } from "../bundle.ts"
import { checkDecisions } from "./decisions.ts"
import { checkFields } from "./fields.ts"
import { checkHeads } from "./heads.ts"
import { checkLanguage } from "./language.ts"
import { checkLinks } from "./links.ts"
import { checkRegistry } from "./registry.ts"
import { checkReplies } from "./replies.ts"

/**
 * Everything that is wrong with the content on a day. The build emits pages only when this is empty.
 * @param today the day of the build: an expired card fails from its `expires` day on.
 */
export function validateContent(bundle: ContentBundle, today: Day): readonly Finding[] {
  return [
    ...checkHeads(bundle, today),
    ...checkFields(bundle),
    ...checkLanguage(bundle),
    ...checkLinks(bundle),
    ...checkDecisions(bundle),
    ...checkRegistry(bundle),
    ...checkReplies(bundle),
  ]
}
