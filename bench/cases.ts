import { readFileSync } from "node:fs"
import { REPORTER_ROUTES } from "@shn/wire"
import { call, openPerson, type Person, readOwnCase, sealCase } from "../tests/support/person.ts"
import { startHelpline } from "../tests/support/running.ts"

export type CasesFigure = {
  readonly atOnce: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly lost: number
}

const STORY = "x".repeat(3_000)

/**
 * Cases accepted per second, submit to durable answer. Sealed and opened beforehand, so that only the server works:
 * one case is one need, two coordinators and the reporter as readers, and a story of 3,000 characters.
 */
export async function measureCases(counts: readonly { atOnce: number; cases: number }[]): Promise<{
  readonly figures: readonly CasesFigure[]
  readonly serverPeakMb: number
}> {
  const run = await startHelpline({ workBits: 1 })
  const org = run.organisation.deployment
  try {
    const figures: CasesFigure[] = []
    for (const { atOnce, cases } of counts) {
      const ready: { person: Person; body: Awaited<ReturnType<typeof sealCase>> }[] = []
      for (let n = 0; n < cases; n++) {
        const person = await openPerson(run.reporter, org)
        ready.push({
          person,
          body: await sealCase(run.reporter, org, person, { story: STORY, facets: { lane: "P3" } }),
        })
      }
      const times: number[] = []
      const queue = [...ready]
      const begun = performance.now()
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
            const sent = performance.now()
            await call(
              run.direct.reporter,
              REPORTER_ROUTES.submit,
              next.body,
              next.person.token,
              run.reporter,
            )
            times.push(performance.now() - sent)
          }
        }),
      )
      const seconds = (performance.now() - begun) / 1000
      let lost = 0
      for (const { person } of ready.slice(0, 20)) {
        const { opened } = await readOwnCase(run.reporter, org, person.keys)
        if (opened.conversation.messages.length === 0) lost++
      }
      times.sort((a, b) => a - b)
      figures.push({
        atOnce,
        perSecond: cases / seconds,
        p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
        p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
        lost: lost + (cases - times.length),
      })
    }
    return { figures, serverPeakMb: peakMb(run.pid()) }
  } finally {
    await run.close()
  }
}

/** VmHWM of a process: the most memory it has held so far, in MB. Linux. */
function peakMb(pid: number): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))
  return Number(line?.[1] ?? 0) / 1024
}
