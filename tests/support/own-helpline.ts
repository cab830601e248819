import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type FoundedHelpline, foundHelpline, type StaffPlan } from "@shn/cli"
import { parseAlias, parseDay } from "@shn/domain"
import { systemRandom } from "@shn/primitives/random"
import { must } from "./person.ts"

/** A helpline founded for one test, in a folder of its own, as the command line tool founds it. */
export type OwnHelpline = { readonly dir: string; readonly founded: FoundedHelpline; remove(): void }

/** @param names alias -> what they do; everybody is on duty around the clock and cleared for everything */
export async function foundOwnHelpline(
  names: Readonly<Record<string, "psych" | "legal" | "cyber" | "coordinator">>,
  clock: () => number = Date.now,
): Promise<OwnHelpline> {
  const staff = Object.entries(names).map(([alias, work]) => plan(alias, work))
  const founded = await foundHelpline(
    {
      name: { en: "Test helpline", ur: "آزمائشی ہیلپ لائن", "ur-Latn": "Azmaishi helpline" },
      demo: true,
      offsetMinutes: 300,
      staff,
    },
    systemRandom,
    clock,
  )
  const dir = mkdtempSync(join(tmpdir(), "shn-org-"))
  const helpline = { dir, founded, remove: () => rmSync(dir, { recursive: true, force: true }) }
  writeOrganisation(helpline, founded.organisation)
  writeFileSync(join(dir, "staff.json"), JSON.stringify(founded.staff))
  const signIns = founded.signIns.map(({ alias, role, passphrase, totpSecret }) => ({
    alias,
    role,
    passphrase,
    totpSecret,
  }))
  writeFileSync(join(dir, "demo-sign-ins.json"), JSON.stringify({ signIns }))
  return helpline
}

/** Replaces the public file, as a renewal or a revocation does. The server reads it when it starts. */
export function writeOrganisation(
  helpline: Pick<OwnHelpline, "dir">,
  organisation: FoundedHelpline["organisation"],
): void {
  writeFileSync(join(helpline.dir, "organisation.json"), JSON.stringify(organisation))
}

function plan(name: string, work: "psych" | "legal" | "cyber" | "coordinator"): StaffPlan {
  const isExpert = work !== "coordinator"
  return {
    alias: must(parseAlias(name)),
    roles: [isExpert ? "expert" : "coordinator"],
    disciplines: isExpert ? [work] : [],
    gender: "woman",
    outside: false,
    profile: {
      credentials: isExpert
        ? [{ discipline: work, validUntil: must(parseDay("2099-12-31")), provinces: [] }]
        : [],
      languages: [{ code: "ur", level: "native" }],
      clearances: ["minors", "urgent", "sexual_violence"],
      channels: ["messages"],
      cap: 400,
      duty: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
      leave: [],
      skills: {},
      experience: {},
      reach: [],
      reliability: 90,
    },
  }
}
