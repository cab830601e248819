import { readFileSync } from "node:fs"
import { AGENCY_ANSWER_KINDS, STAFF_ACTS } from "@shn/domain"
import { expect, test } from "vitest"
import { ANSWER_FINDINGS } from "./answer-chain.ts"
import { CONSENT_FINDINGS } from "./check.ts"
import { HAND_OFF_FINDINGS } from "./hand-off.ts"
import { RELEASE_FINDINGS } from "./release-check.ts"
import { releaseOf } from "./sign.ts"
import { TEMPLATES } from "./statement.ts"
import { built, draftNamed, seededRandom } from "./testing/example.ts"

const page = readFileSync(new URL("../../../docs/PROTOCOL.md", import.meta.url), "utf8")
const step = /### Step 7: [\s\S]*?(?=\n### Step )/.exec(page)?.[0] ?? ""

test("step 7 of the specification names every finding, act, answer and template, so that others can check alike", () => {
  expect(step.length).toBeGreaterThan(3000)
  const findings = [...CONSENT_FINDINGS, ...RELEASE_FINDINGS, ...HAND_OFF_FINDINGS, ...ANSWER_FINDINGS]
  const words = [...findings, ...AGENCY_ANSWER_KINDS, ...STAFF_ACTS, ...TEMPLATES]
  expect(words.filter((word) => !step.includes(word))).toEqual([])
})

test("step 7 lists the fields of a consent and of a release as they are written", () => {
  const fieldsIn = (name: string) =>
    (new RegExp(`\\*\\*${name}\\*\\*\\s+\`\\{([^\`]*)\\}\``).exec(step)?.[1] ?? "")
      .replace(/: \[?\{[^}]*\}\]?/g, "")
      .split(/,\s*/)
  const consent = built(draftNamed())
  expect(fieldsIn("Consent").sort()).toEqual(Object.keys(consent).sort())
  const release = releaseOf(consent, "AAAAAAAAAAAAAAAAAAAAAA" as never, seededRandom("r"))
  expect(fieldsIn("Release").sort()).toEqual(Object.keys(release).sort())
})
