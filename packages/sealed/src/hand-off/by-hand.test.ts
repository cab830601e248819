import { type Day, emptyComplaint, type MessageId } from "@shn/domain"
import { beforeAll, describe, expect, test } from "vitest"
import { madeUpAgency } from "../../../../tests/support/agency.ts"
import {
  directoryOf,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
} from "../../../../tests/support/helpline.ts"
import { type ComplaintBody, draftsToFile, type HandOff } from "../index.ts"

let helpline: MadeUpHelpline
let inboxes: Parameters<typeof directoryOf>[1]

beforeAll(async () => {
  helpline = await madeUpHelpline("by hand")
  inboxes = { agencyInboxes: [(await madeUpAgency(helpline.random, "door-nccia", ["Rabia"])).inbox] }
})

const body = (agencyId: string, rev: number): ComplaintBody => ({
  draftId: `draft for ${agencyId}`,
  rev,
  agencyId,
  purpose: ["investigation"],
  identity: "named",
  limits: [],
  language: "ur",
  textLimit: null,
  draft: emptyComplaint("form-written"),
})

const handOff = (...revisions: readonly ComplaintBody[]) =>
  ({
    drafts: revisions.map((each) => ({
      msgId: "m" as MessageId,
      author: keyOf(helpline, "Sana"),
      at: "",
      body: each,
    })),
  }) as unknown as HandOff

const toFile = (handOffs: readonly HandOff[], today?: Day) =>
  draftsToFile({ handOffs }, directoryOf(helpline, inboxes, today)).map((said) => said.body)

describe("complaints that are filed by hand", () => {
  test("are those whose agency has no inbox here, each in its newest revision", () => {
    const police = [body("door-police", 1), body("door-police", 2)]
    expect(toFile([handOff(body("door-nccia", 1)), handOff(...police)])).toEqual([police[1]])
  })

  test("are not one whose draft never arrived", () => {
    expect(toFile([handOff()])).toEqual([])
  })

  test("are none while the list of staff is too old to say who has an inbox", () => {
    expect(toFile([handOff(body("door-police", 1))], "2026-12-21" as Day)).toEqual([])
  })
})
