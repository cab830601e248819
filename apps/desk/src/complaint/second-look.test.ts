import type { Boundary, Day, IdentityPart } from "@shn/domain"
import { emptyComplaint } from "@shn/domain"
import { loadRegistry } from "@shn/guidance"
import {
  certifiedAgency,
  foldHandOffs,
  type HandOff,
  type HandOffBody,
  type HandOffContent,
  handOffTo,
  type Intake,
  type MemberKeys,
  type OpenedCase,
  openCase,
  openIdentity,
  type ReporterKeys,
  sealIdentity,
  sealMessage,
  type VerifiedDirectory,
} from "@shn/sealed"
import { beforeAll, describe, expect, it } from "vitest"
import { madeUpAgency } from "../../../../tests/support/agency.ts"
import {
  directoryOf,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  newCase,
  type StoredCase,
  staff,
  TODAY,
  value,
  withEnvelope,
} from "../../../../tests/support/helpline.ts"
import { identityStage } from "./identity-stage.ts"
import { approvalFor, handOffOf } from "./papers.ts"
import { mayDraft, secondMembers } from "./people.ts"
import type { DraftFacts } from "./rules.ts"
import { approvalsNow, draftOf, isMadeFrom, lookObstacles, myPart } from "./second-look.ts"
import { nextRevision, type WorkingCopy } from "./working-copy.ts"

const DRAFT = "0b2f9c1e-0000-4000-8000-000000000001"
const WHO: IdentityPart = {
  full_name: "Ayesha Made-Up",
  cnic: "42101-1234567-1",
  gender: "woman",
  mobile: "0300-1112223",
  city: "Lahore",
  address: "A made-up street",
}

let helpline: MadeUpHelpline
let directory: VerifiedDirectory
let stored: StoredCase
let person: ReporterKeys
let facts: DraftFacts
let form: Awaited<ReturnType<typeof loadRegistry>>[number]["forms"][number]

beforeAll(async () => {
  helpline = await madeUpHelpline("second look")
  const agency = await madeUpAgency(helpline.random, "door-nccia", ["Rabia"])
  directory = directoryOf(helpline, { agencyInboxes: [agency.inbox] })
  const made = await newCase(helpline, { coordinators: ["Sana", "Bilal"] })
  stored = made.stored
  person = made.keys
  const nccia = (await loadRegistry("en", TODAY)).find(({ id }) => id === "door-nccia")
  if (nccia?.forms[0] === undefined) throw new Error("the form of NCCIA is gone")
  form = nccia.forms[0]
  const copy: WorkingCopy = {
    agencyId: "door-nccia",
    purpose: ["investigation"],
    identity: "named",
    limits: [],
    language: "ur",
    textLimit: null,
    basedOn: null,
    draft: {
      ...emptyComplaint(form.definition.id),
      facts: ["He sent twelve pictures."],
      incidents: [{ from: "2026-11-03", until: "", isAbout: true, place: "" }],
      against: { state: "none-known" },
      answers: { category: "Blackmail", declaration: "True as far as I know." },
    },
  }
  facts = {
    copy,
    form: form.definition,
    way: "inbox",
    identity: WHO,
    boundaries: ["no_media"],
    files: [],
    today: TODAY,
  }
})

const keys = (alias: string) => staff(helpline, alias).keys
const to = () => handOffTo(value(certifiedAgency(directory, "door-nccia")))

/** Says one thing after the other in the case. @returns the case and its hand-off as this member opens them */
async function said(
  steps: readonly ((
    now: HandOff | null,
    opened: OpenedCase,
  ) => Promise<readonly [MemberKeys | ReporterKeys, HandOffContent]>)[],
): Promise<{ readonly opened: OpenedCase; readonly handOff: HandOff }> {
  let now = stored
  const look = async () => {
    const opened = value(await openCase({ view: now, me: person, directory }))
    return { opened, handOff: foldHandOffs(opened.conversation.messages).handOffs[0] ?? null }
  }
  for (const step of steps) {
    const { opened, handOff } = await look()
    const [me, content] = await step(handOff, opened)
    const mine = value(await openCase({ view: now, me, directory }))
    now = withEnvelope(
      now,
      value(await sealMessage({ opened: mine, me, content, nowMs: NOW_MS, random: helpline.random })),
    )
  }
  const { opened, handOff } = await look()
  if (handOff === null) throw new Error("nothing was said")
  return { opened, handOff }
}

const saves = (alias: string) => async (now: HandOff | null) =>
  [keys(alias), { kind: "complaint", body: nextRevision(now, DRAFT, facts.copy) }] as const
const asks = (alias: string, other: string) => async () =>
  [
    keys(alias),
    {
      kind: "identity_ask",
      body: {
        draftId: DRAFT,
        to: to(),
        purpose: ["investigation"],
        fields: ["full_name", "cnic", "gender", "mobile", "city", "address"],
        readers: [keyOf(helpline, alias), keyOf(helpline, other)],
        words: "",
      },
    },
  ] as const
const answers = async (now: HandOff | null) => {
  if (now?.ask === null || now === null) throw new Error("nobody asked")
  const input = { ask: now.ask.body, values: WHO, me: person, directory, random: helpline.random }
  return [person, { kind: "identity_part", body: value(await sealIdentity(input)) }] as const
}
const puts =
  (alias: string, change: Partial<HandOffBody> = {}, age: "18_24" | "under_18" = "18_24") =>
  async (now: HandOff | null) => {
    const body = handOffOf(facts, {
      saved: { draftId: DRAFT, rev: now?.drafts.at(-1)?.body.rev ?? 1 },
      to: to(),
      identityPart: now?.part?.msgId ?? null,
      lastDay: "2027-01-22" as Day,
      age,
      law: "PPC 1860, s. 182",
    })
    return [keys(alias), { kind: "hand_off", body: { ...body, ...change } }] as const
  }
const signs =
  (alias: string, act: "drafted" | "approved" | "child_protection") => async (now: HandOff | null) => {
    if (now?.offered === null || now === null) throw new Error("nothing lies there")
    const by = {
      casePk: person.sign.publicKey,
      identity: await identityFor(alias, now),
      me: keys(alias),
      nowMs: NOW_MS,
    }
    return [keys(alias), { kind: "approval", body: value(approvalFor(now.offered.body, act, by)) }] as const
  }

async function identityFor(alias: string, { part }: HandOff): Promise<IdentityPart | null> {
  const opened = part === null ? null : await openIdentity(person.caseId, part.body, keys(alias))
  return opened?.ok === true ? opened.value : null
}

async function partOf(alias: string, handOff: HandOff) {
  const identity = await identityFor(alias, handOff)
  const approvals = approvalsNow(handOff, identity, person.sign.publicKey, directory, undefined)
  return { approvals, part: myPart(handOff, approvals, identity, directory, keyOf(helpline, alias)).kind }
}

describe("the second look", () => {
  it("is for the member who was named: not for the drafter, and not for a third", async () => {
    const { handOff } = await said([
      saves("Sana"),
      asks("Sana", "Bilal"),
      answers,
      puts("Sana"),
      signs("Sana", "drafted"),
    ])
    expect((await partOf("Sana", handOff)).part).toBe("drafter")
    expect((await partOf("Bilal", handOff)).part).toBe("approver")
    expect((await partOf("Hina", handOff)).part).toBe("not-reader")
    expect((await partOf("Bilal", handOff)).approvals).toMatchObject({ isDrafted: true, isApproved: false })
  })

  it("counts a second name only when it is another member's", async () => {
    const begun = [saves("Sana"), asks("Sana", "Bilal"), answers, puts("Sana"), signs("Sana", "drafted")]
    const alone = await said([...begun, signs("Sana", "approved")])
    expect((await partOf("Bilal", alone.handOff)).approvals.isApproved).toBe(false)
    const both = await said([...begun, signs("Bilal", "approved")])
    expect(await partOf("Bilal", both.handOff)).toMatchObject({
      part: "approved-by-me",
      approvals: { isApproved: true, isChildSafe: true },
    })
  })

  it("cannot be signed by somebody who cannot read who the person is", async () => {
    const { handOff } = await said([saves("Sana"), asks("Sana", "Bilal"), answers, puts("Sana")])
    if (handOff.offered === null) throw new Error("nothing lies there")
    const me = { casePk: person.sign.publicKey, identity: null, me: keys("Hina"), nowMs: NOW_MS }
    expect(approvalFor(handOff.offered.body, "approved", me)).toEqual({
      ok: false,
      error: "identity-not-open",
    })
  })

  it("for a person under 18 also needs a coordinator's name for the child, and never the drafter's", async () => {
    const begun = [
      saves("Sana"),
      asks("Sana", "Bilal"),
      answers,
      puts("Sana", {}, "under_18"),
      signs("Sana", "drafted"),
      signs("Bilal", "approved"),
    ]
    const approvals = async (handOff: HandOff) => (await partOf("Bilal", handOff)).approvals.isChildSafe
    expect(await approvals((await said(begun)).handOff)).toBe(false)
    expect(await approvals((await said([...begun, signs("Sana", "child_protection")])).handOff)).toBe(false)
    expect(await approvals((await said([...begun, signs("Bilal", "child_protection")])).handOff)).toBe(true)
  })

  it("is for a child when the person said so on the first day, whatever the drafter put there", async () => {
    const { handOff } = await said([
      saves("Sana"),
      asks("Sana", "Bilal"),
      answers,
      puts("Sana", { minor: "no" }),
    ])
    const identity = await identityFor("Bilal", handOff)
    const intake = { ageBand: "under_18" } as Intake
    expect(approvalsNow(handOff, identity, person.sign.publicKey, directory, intake).isChildSafe).toBe(false)
  })

  it("notices words that would leave and stand in no saved draft", async () => {
    const honest = (await said([saves("Sana"), puts("Sana")])).handOff
    const changed = (
      await said([saves("Sana"), puts("Sana", { fields: { details: "Something else altogether." } })])
    ).handOff
    const often = (await said([saves("Sana"), puts("Sana", { uses: 5 })])).handOff
    const threat = (await said([saves("Sana"), puts("Sana", { law: "PPC 1860: sign, or be arrested" })]))
      .handOff
    for (const [handOff, isMade] of [
      [honest, true],
      [changed, false],
      [often, false],
      [threat, false],
    ] as const) {
      const { offered } = handOff
      const draft = offered === null ? undefined : draftOf(handOff, offered)
      if (offered === null || draft === undefined) throw new Error("nothing lies there")
      expect(isMadeFrom(offered.body, draft, form.definition, honest.offered?.body.law ?? "")).toBe(isMade)
    }
  })

  it("is stopped by a switch of today and by a file that is gone", async () => {
    const evidence = [{ id: DRAFT, sha256: "A".repeat(43), label: "chat.png" }]
    const { handOff } = await said([saves("Sana"), puts("Sana")])
    if (handOff.offered === null) throw new Error("nothing lies there")
    const { body } = handOff.offered
    const codes = (offered: HandOffBody, boundaries: readonly Boundary[]) =>
      lookObstacles(offered, boundaries, [], TODAY).map(({ code }) => code)
    expect(codes(body, ["no_media"])).toEqual([])
    expect(codes(body, ["no_prosecution"])).toContain("contradiction")
    expect(codes(body, ["anonymous"])).toContain("contradiction")
    expect(codes({ ...body, evidence }, ["no_media"])).toEqual(["file-gone"])
  })
})

describe("the question who the person is", () => {
  const stage = (
    handOff: HandOff | null,
    change: Partial<WorkingCopy> = {},
    boundaries: readonly Boundary[] = [],
  ) => identityStage({ handOff, copy: { ...facts.copy, ...change }, form, to: to(), boundaries }).kind

  it("is asked for one recipient and one purpose; another purpose or key is another question", async () => {
    const { handOff } = await said([saves("Sana"), asks("Sana", "Bilal"), answers])
    expect(stage(null)).toBe("not-asked")
    expect(stage(handOff)).toBe("given")
    expect(stage(handOff, { purpose: ["investigation", "press"] })).toBe("other")
    const rotated = { ...to(), key: "another key" }
    expect(identityStage({ handOff, copy: facts.copy, form, to: rotated, boundaries: [] }).kind).toBe("other")
    expect((await said([saves("Sana"), asks("Sana", "Bilal")])).handOff.part).toBe(null)
  })

  it("may not be asked against the person's switch, and is not where the agency wants no name", () => {
    expect(stage(null, {}, ["anonymous"])).toBe("boundary")
    expect(stage(null, { identity: "anonymous" })).toBe("not-wanted")
    const nameless = { ...form, definition: { ...form.definition, needsName: false } }
    const asked = { handOff: null, copy: facts.copy, form: nameless, to: to(), boundaries: [] }
    expect(identityStage(asked).kind).toBe("no-need")
  })
})

describe("who drafts and who looks", () => {
  it("is somebody else of the staff on the case, never the person and never the drafter", async () => {
    const { opened } = await said([saves("Sana")])
    const names = secondMembers(opened.roster, directory, keyOf(helpline, "Sana")).map(({ alias }) => alias)
    expect(names).toEqual(["Bilal"])
    // Experts who have only been asked to help read nothing yet, and draft nothing.
    expect(mayDraft(opened.roster, keyOf(helpline, "Hina"))).toBe(false)
    expect(mayDraft(opened.roster, keyOf(helpline, "Sana"))).toBe(false)
  })

  it("lets the lawyers of the case draft, and only while there is none the expert who has been on it longest", async () => {
    const { opened } = await said([saves("Sana")])
    const reader = (alias: string, discipline: "psych" | "legal", since: string, state = "member") => ({
      keyId: keyOf(helpline, alias),
      role: "expert",
      discipline,
      need: "",
      state,
      since,
      isCertified: true,
    })
    const may = (alias: string, readers: readonly ReturnType<typeof reader>[]) =>
      mayDraft({ ...opened.roster, readers } as never, keyOf(helpline, alias))
    const psych = [reader("Zara", "psych", "2026-11-22"), reader("Hina", "psych", "2026-11-20")]
    expect([may("Hina", psych), may("Zara", psych)]).toEqual([true, false])
    const law = [...psych, reader("Omar", "legal", "2026-11-23")]
    expect([may("Omar", law), may("Hina", law)]).toEqual([true, false])
    const asked = [...psych, reader("Omar", "legal", "2026-11-23", "proposed")]
    expect([may("Omar", asked), may("Hina", asked)]).toEqual([false, true])
  })
})
