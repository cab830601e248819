import { dayOf, type Locale } from "@shn/domain"
import { systemRandom } from "@shn/primitives/random"
import { CALL_MS, givingUp } from "@shn/ui"
import { deploymentOfBuild } from "../deployment.ts"
import { backFiles } from "../files/back-files.ts"
import { caseFiles } from "../files/case-files.ts"
import { browserHeavyWork } from "../session/browser-heavy-work.ts"
import { staffListKeeper } from "../session/staff-list.ts"
import { newVisit } from "../session/visit.ts"
import { loadFiles } from "../text/files/area.ts"
import { caseDesk } from "./case-desk.ts"
import { CaseScreen } from "./case-screen.tsx"
import type { ComeBackRuntime } from "./come-back-runtime.ts"

/** Puts the parts together for this page. The clock, the network and the randomness of the browser enter here. */
export async function browserComeBackRuntime(locale: Locale): Promise<ComeBackRuntime> {
  const deployment = deploymentOfBuild()
  const now = () => Date.now()
  const visit = newVisit({
    fetch: givingUp(CALL_MS, (url, init) => fetch(url, init)),
    origin: location.origin,
    now,
  })
  const staffList = staffListKeeper(visit, deployment, now)
  const heavy = browserHeavyWork()
  const desk = caseDesk({ visit, staffList, heavy, deployment, random: systemRandom })
  return {
    Screen: CaseScreen,
    desk,
    files: backFiles({
      files: caseFiles({ visit, heavy, caseId: async () => desk.caseId() }),
      desk,
      text: await loadFiles(locale),
      now: () => staffList.now(),
    }),
    clock: {
      days: () => ({ phone: dayOf(now()), server: dayOf(now() + (visit.serverAheadMs() ?? 0)) }),
      trust: (whose) => staffList.trustClock(whose),
    },
  }
}
