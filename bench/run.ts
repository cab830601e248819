import { launchBrowser } from "../tests/support/browser.ts"
import { measureBrowserFiles } from "./browser-files.ts"
import { measureCases } from "./cases.ts"
import { measureFiles } from "./files.ts"
import { measurePages } from "./pages.ts"
import { measureReceipt } from "./receipt.ts"

/** Prints every figure beside its budget. Nothing is asserted: machines differ, so read the ratios of one run. */
function line(what: string, measured: string, budget: string, isWithin: boolean): void {
  console.log(`${isWithin ? "  " : "! "}${what.padEnd(46)} ${measured.padStart(14)}   budget ${budget}`)
}

const whole = (value: number) => Math.round(value).toLocaleString("en")

const files = await measureFiles(100_000_000)
const ratio = (ms: number) => (ms / files.leastMs).toFixed(2)
line("100 MB, 64 KiB AES-GCM + SHA-256 alone, ms", whole(files.leastMs), "none", true)
line("100 MB sealed, times that", ratio(files.sealMs), "<= 2.0", files.sealMs <= 2 * files.leastMs)
line(
  "100 MB opened and checked, times that",
  ratio(files.openMs),
  "<= 2.0",
  files.openMs <= 2 * files.leastMs,
)
line("memory for sealing and opening, MB", whole(files.peakMb), "<= 64", files.peakMb <= 64)

const inBrowser = await measureBrowserFiles(96 * 1_048_576)
const timesLeast = inBrowser.sentMs / inBrowser.leastMs
const timesPlain = inBrowser.sentMs / inBrowser.plainMs
line("Chromium: AES-GCM + SHA-256 alone, ms", whole(inBrowser.leastMs), "none", true)
line("Chromium: 100 MB sealed and sent, times that", timesLeast.toFixed(2), "none", true)
line("Chromium: times a plain upload", timesPlain.toFixed(2), "<= 2.0", timesPlain <= 2)
const { before, atMost } = inBrowser.pageMb
line(
  "Chromium: memory of page and worker more by, MB",
  whole(atMost - before),
  "<= 100",
  atMost - before <= 100,
)

const browser = await launchBrowser()
try {
  for (const page of await measurePages(browser, ["en", "ur"])) {
    const most = page.locale === "en" ? 60_000 : 90_000
    const name = `first visit, ${page.locale}`
    line(
      `${name}: bytes (${page.firstVisitRequests} requests)`,
      whole(page.firstVisitBytes),
      `<= ${whole(most)}`,
      page.firstVisitBytes <= most,
    )
    line(
      `${name}: first text, slow phone, ms`,
      whole(page.firstTextMs),
      "<= 2,500",
      page.firstTextMs <= 2_500,
    )
    line(
      `${name}: first field takes a key, ms`,
      whole(page.firstFieldMs),
      "<= 4,000",
      page.firstFieldMs <= 4_000,
    )
    line(
      `second visit, ${page.locale}: bytes`,
      whole(page.secondVisitBytes),
      "<= 2,000",
      page.secondVisitBytes <= 2_000,
    )
    line(`offline, ${page.locale}`, page.worksOffline ? "works" : "fails", "works", page.worksOffline)
  }
  for (const { path, medianMs, runs } of await measureReceipt(browser)) {
    const isFast = path === "wasm"
    line(
      `receipt to keys, CPU/4, ${path} (median of ${runs}), ms`,
      whole(medianMs),
      isFast ? "<= 600" : "none",
      !isFast || medianMs <= 600,
    )
  }
} finally {
  await browser.close()
}

const { figures, serverPeakMb } = await measureCases([
  { atOnce: 1, cases: 100 },
  { atOnce: 8, cases: 300 },
  { atOnce: 32, cases: 600 },
])
for (const { atOnce, perSecond, p50Ms, p99Ms, lost } of figures) {
  const isWithin = atOnce < 32 || (perSecond >= 200 && p99Ms <= 500 && lost === 0)
  line(
    `cases accepted per second, ${atOnce} at once`,
    perSecond.toFixed(0),
    `${atOnce < 32 ? "none" : ">= 200, p99 <= 500 ms"} (p50 ${p50Ms.toFixed(1)}, p99 ${p99Ms.toFixed(1)} ms, lost ${lost})`,
    isWithin,
  )
}
line("server memory at most, MB", whole(serverPeakMb), "<= 250", serverPeakMb <= 250)
