import "@shn/ui/styles.css"
import "@shn/staff/styles.css"
import "./desk.css"
import { systemRandom } from "@shn/primitives/random"
import { deriveStaffSecret } from "@shn/sealed"
import { browserStorage, firstLocale, ownWorkers, storedSeenVersion, stretchInWorker } from "@shn/staff"
import { loadNastaliq } from "@shn/ui"
import { render } from "preact"
import { type DemoSlot, DeskApp } from "./app/DeskApp.tsx"
import { builtFor } from "./build.ts"
import fileAddress from "./files/worker/file.worker.ts?worker&url"
import { workInWorker } from "./files/worker/start-work.ts"
import packageAddress from "./hand-over/worker/package.worker.ts?worker&url"
import { packageInWorker } from "./hand-over/worker/start-package.ts"
import { SEEN_VERSION, type Services } from "./session/services.ts"
import type { DeskText } from "./text/all.ts"

await start()

async function start(): Promise<void> {
  const root = document.getElementById("desk")
  if (root === null) throw new Error("index.html has no place for the desk")
  loadNastaliq(window)
  const demo = await demoSlot()
  render(
    <DeskApp
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
  return ({ text, ...props }) => (
    <DemoEntry {...props} who="staff" roleWord={(role) => roleWord(text, role)} usedSteps={usedSteps} />
  )
}

function browserServices(): Services {
  const workers = ownWorkers([fileAddress, packageAddress])
  return {
    deployment: builtFor(),
    fetch: (url, init) => fetch(url, init),
    clock: () => Date.now(),
    random: systemRandom,
    stretch: stretchInWorker(workers.stretch, (input, onProgress) =>
      deriveStaffSecret({ ...input, onProgress }),
    ),
    startFileWork: workInWorker(() => workers.start(fileAddress)),
    startPackageWork: packageInWorker(() => workers.start(packageAddress)),
    seenVersion: storedSeenVersion(browserStorage(), SEEN_VERSION),
  }
}

/** The field, or the role of somebody who has none, in words. The demo names both: "expert, psych". */
function roleWord(text: DeskText, role: string): string {
  const known: Readonly<Record<string, string>> = { ...text.words.staffRole, ...text.words.discipline }
  return known[role.split(", ").at(-1) ?? ""] ?? role
}
