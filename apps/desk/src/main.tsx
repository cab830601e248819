import "@shn/ui/styles.css"
import "./desk.css"
import { systemRandom } from "@shn/primitives/random"
import { deriveStaffSecret } from "@shn/sealed"
import { loadNastaliq } from "@shn/ui"
import { render } from "preact"
import { type DemoSlot, DeskApp } from "./app/DeskApp.tsx"
import { firstLocale } from "./app/local-link.ts"
import { builtFor } from "./build.ts"
import { workInWorker } from "./files/work/start-work.ts"
import { ownWorkers } from "./session/own-worker.ts"
import { type Services, storedSeenVersion } from "./session/services.ts"
import { stretchInWorker } from "./session/stretch.ts"

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
  const { DemoEntry } = await import("./sign-in/demo-entry.tsx")
  const usedSteps = new Map<string, number>()
  return (props) => <DemoEntry {...props} usedSteps={usedSteps} />
}

function browserServices(): Services {
  const workers = ownWorkers()
  return {
    deployment: builtFor(),
    fetch: (url, init) => fetch(url, init),
    clock: () => Date.now(),
    random: systemRandom,
    stretch: stretchInWorker(workers.stretch, (input, onProgress) =>
      deriveStaffSecret({ ...input, onProgress }),
    ),
    startFileWork: workInWorker(workers.files),
    seenVersion: storedSeenVersion(blockedOr(() => window.localStorage)),
  }
}

/** Reading `localStorage` itself throws where the browser blocks storage. */
function blockedOr(storage: () => Storage): Storage | null {
  try {
    return storage()
  } catch {
    return null
  }
}
