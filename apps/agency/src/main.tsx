import "@shn/ui/styles.css"
import "@shn/staff/styles.css"
import "./agency.css"
import { systemRandom } from "@shn/primitives/random"
import { deriveStaffSecret } from "@shn/sealed"
import { browserStorage, firstLocale, ownWorkers, storedSeenVersion, stretchInWorker } from "@shn/staff"
import { givingUp, isolateName, loadNastaliq } from "@shn/ui"
import { render } from "preact"
import { AgencyApp, type DemoSlot } from "./app/AgencyApp.tsx"
import { builtFor } from "./build.ts"
import { SEEN_VERSION, type Services } from "./session/services.ts"
import packageAddress from "./worker/package.worker.ts?worker&url"
import { workInWorker } from "./worker/start-work.ts"

/** A connection that died unheard must not hold up the question whether something was taken back. Milliseconds. */
const ANSWER_WITHIN_MS = 30_000

await start()

async function start(): Promise<void> {
  const root = document.getElementById("agency")
  if (root === null) throw new Error("index.html has no place for the agency's app")
  loadNastaliq(window)
  const demo = await demoSlot()
  render(
    <AgencyApp
      services={browserServices()}
      firstLocale={firstLocale(location.hash, navigator.languages)}
      demo={demo}
      isSecure={globalThis.crypto?.subtle !== undefined}
    />,
    root,
  )
}

async function demoSlot(): Promise<DemoSlot | null> {
  // A constant of the build: without it the bundler drops the import and everything that only the demo needs.
  if (!__DEMO__) return null
  const { DemoEntry } = await import("@shn/staff/demo")
  const usedSteps = new Map<string, number>()
  return (props) => <DemoEntry {...props} who="officers" roleWord={agencyOf} usedSteps={usedSteps} />
}

/** The demo says "officer of" and the agency's name; the name is what tells them apart. */
function agencyOf(role: string): string {
  return isolateName(role.replace(/^officer of /, ""))
}

function browserServices(): Services {
  const workers = ownWorkers([packageAddress])
  return {
    deployment: builtFor(),
    fetch: givingUp(ANSWER_WITHIN_MS, (url, init) => fetch(url, init)),
    clock: () => Date.now(),
    random: systemRandom,
    stretch: stretchInWorker(workers.stretch, (input, onProgress) =>
      deriveStaffSecret({ ...input, onProgress }),
    ),
    startPackageWork: workInWorker(() => workers.start(packageAddress)),
    seenVersion: storedSeenVersion(browserStorage(), SEEN_VERSION),
  }
}
