import { viewDigest } from "@shn/consent"
import { waitForLine } from "@shn/staff"
import { DESK_ROUTES } from "@shn/wire"
import type { Desk } from "../app/desk-context.tsx"
import { isPassing } from "../files/say-in-case.ts"
import type { Leave } from "./leave.ts"
import { lookOver } from "./look-over.ts"
import type { PackingPorts } from "./packing-tray.ts"
import type { PackageWork } from "./worker/package-work.ts"

/** Between two tries while the line is away. Milliseconds. */
const AGAIN_MS = 3_000

/** What the tray of packages needs of the outside world. @param desk of now; null when nobody is signed in any more */
export function packingPorts(
  desk: () => Desk | null,
  { startWork, drop, now }: Pick<PackingPorts, "startWork" | "drop" | "now">,
): PackingPorts {
  return {
    startWork,
    drop,
    now,
    whatStops: async ({ caseId, signedMsgId, use, work }, isStopped) => {
      for (;;) {
        const signedIn = desk()
        if (signedIn === null || isStopped()) return []
        const looked = await lookOver(signedIn, caseId, signedMsgId)
        if (looked === "gone") return []
        if (looked !== "unreachable") {
          const { view } = looked
          return view.use === use && isStill(view.leave, work) ? null : view.findings
        }
        await waitForLine(AGAIN_MS)
      }
    },
    handOver: async (about, isStopped) => {
      for (;;) {
        const signedIn = desk()
        if (signedIn === null || isStopped()) return "session_ended"
        // The same bytes again are the same hand-over.
        const answer = await signedIn.call(DESK_ROUTES.handOver, about)
        if (answer.ok) return null
        if (!isPassing(answer.error)) return answer.error
        await waitForLine(AGAIN_MS)
      }
    },
  }
}

/** What was packed a while ago is what may leave now: the same consent, the same text, to the same key. */
function isStill(leave: Leave | null, work: PackageWork): boolean {
  return (
    leave !== null &&
    leave.agency.recipient === work.recipient &&
    leave.disclosure.envelope.payload === work.consent.payload &&
    viewDigest(leave.disclosure.view) === viewDigest(work.context.leaving.view)
  )
}
