import { dayOf, err, type Locale, ok } from "@shn/domain"
import { randomBelow, systemRandom } from "@shn/primitives/random"
import { newReceiptSecret, type ReporterKeys, receiptCode, type VerifiedDirectory } from "@shn/sealed"
import { CALL_MS, givingUp } from "@shn/ui"
import { deploymentOfBuild } from "../deployment.ts"
import { browserDraft, claimDraft } from "../draft/browser-draft.ts"
import { draftText, parseDraft } from "../draft/draft-format.ts"
import { readStoredDraft } from "../draft/stored-draft.ts"
import type { HelpFiles } from "../files/help-files.ts"
import { browserHeavyWork } from "../session/browser-heavy-work.ts"
import { staffListKeeper } from "../session/staff-list.ts"
import { newVisit } from "../session/visit.ts"
import { workAhead } from "../session/work-ahead.ts"
import type { HelpText } from "../text/help/area.ts"
import type { HelpRuntime, StaffNames } from "./help-runtime.ts"
import { withRole } from "./readers.ts"
import { newSubmission } from "./submission.ts"

/** Puts the parts together for this page. The clock, the network and the randomness of the browser enter here. */
export function browserHelpRuntime(locale: Locale, text: HelpText): HelpRuntime {
  const deployment = deploymentOfBuild()
  const deviceNow = () => Date.now()
  const visit = newVisit({
    fetch: givingUp(CALL_MS, (url, init) => fetch(url, init)),
    origin: location.origin,
    now: deviceNow,
  })
  const staffList = staffListKeeper(visit, deployment, deviceNow)
  const heavy = browserHeavyWork()
  const work = workAhead(visit, heavy, deviceNow)
  const draft = browserDraft(visit)
  let secret = newReceiptSecret(systemRandom)
  let keys: Promise<ReporterKeys> | null = null
  let tellSlow: (done: number | null) => void = () => undefined

  const keysOnce = () => {
    keys ??= heavy
      .derive(secret, deployment.deploymentId, (done) => tellSlow(done))
      .finally(() => tellSlow(null))
    return keys
  }
  const first = randomBelow(systemRandom, 8)
  const second = first + 1 + randomBelow(systemRandom, 8 - first)

  const submission = newSubmission({
    visit,
    staffList,
    work,
    keys: keysOnce,
    random: systemRandom,
    locale,
    contactLabels: {
      number: text.story.number,
      hours: text.story.hours,
      whoMayAnswer: text.story.who,
      openingWords: text.story.words,
    },
  })
  let files: Promise<HelpFiles> | null = null
  const loadFiles = async () => {
    const { helpFiles } = await import("../files/help-files.ts")
    return helpFiles(locale, {
      visit,
      heavy,
      keys: keysOnce,
      open: submission.open,
      now: () => staffList.now(),
    })
  }

  return {
    hasDraft: () => readStoredDraft() !== null,
    claimDraft,
    async openDraft() {
      const opened = await draft.open()
      if (!opened.ok) return opened
      const parsed = parseDraft(opened.value)
      if (parsed !== null) return ok(parsed)
      await draft.drop()
      return err("gone")
    },
    saveDraft: (step, answers, files) => draft.save(draftText({ step, answers, secret, files })),
    dropDraft: () => draft.drop(),
    useSecret(restored) {
      secret = restored
      keys = null
    },
    startAhead() {
      void keysOnce()
      work.start()
    },
    onSlowWork(listener) {
      tellSlow = listener
    },
    async staffNames() {
      const list = await staffList.load(true)
      return list.ok ? ok(namesFrom(list.value)) : list
    },
    submission,
    files() {
      files ??= loadFiles().catch((cause) => {
        files = null
        throw cause
      })
      return files
    },
    receipt: () => receiptCode(secret, deployment.deploymentId),
    askedParts: [first, second],
    clock: {
      days: () => ({ phone: dayOf(deviceNow()), server: dayOf(deviceNow() + (visit.serverAheadMs() ?? 0)) }),
      trust: (whose) => staffList.trustClock(whose),
      now: () => staffList.now(),
    },
  }
}

function namesFrom(list: VerifiedDirectory): StaffNames {
  const people = (["coordinator", "expert"] as const).flatMap((role) =>
    withRole(list, role).map(({ keyId, alias, disciplines }) => ({ keyId, alias, role, disciplines })),
  )
  return {
    people,
    trustees: withRole(list, "trustee")
      .filter((member) => member.outside)
      .map((member) => member.alias),
  }
}
