import type { KeyId, MessageId } from "@shn/domain"
import { emptyComplaint } from "@shn/domain"
import type { ComplaintBody, HandOff, Said } from "@shn/sealed"
import { describe, expect, it } from "vitest"
import {
  asText,
  copyOf,
  fromText,
  isUnsaved,
  nextRevision,
  shownCopy,
  standingOf,
  type WorkingCopy,
  withDraft,
} from "./working-copy.ts"

const copy: WorkingCopy = {
  agencyId: "door-nccia",
  purpose: ["investigation"],
  identity: "named",
  limits: [],
  language: "ur",
  textLimit: null,
  draft: emptyComplaint("form-nccia"),
  basedOn: null,
}

function saved(
  msgId: string,
  author: string,
  rev: number,
  facts: readonly string[] = [],
): Said<ComplaintBody> {
  const { basedOn: _basedOn, ...rest } = withDraft(copy, { facts })
  return {
    msgId: msgId as MessageId,
    author: author as KeyId,
    at: "2026-11-23T07:00:00Z",
    body: { ...rest, draftId: "a draft", rev },
  }
}

function handOffWith(...drafts: Said<ComplaintBody>[]): HandOff {
  const nothing = { ask: null, part: null, offered: null, sentBack: null, signed: null, notSigned: null }
  return { draftId: "a draft", drafts, approvals: [], plans: [], everSigned: [], ...nothing }
}

describe("saving a draft", () => {
  it("counts from one, and above everything that anybody saved before", () => {
    expect(nextRevision(null, "a draft", copy).rev).toBe(1)
    const both = handOffWith(saved("m1", "amna", 1), saved("m2", "sana", 4), saved("m3", "amna", 2))
    expect(nextRevision(both, "a draft", copy).rev).toBe(5)
  })

  it("keeps the whole draft and nothing of the desk's own notes", () => {
    const body = nextRevision(null, "a draft", withDraft(copy, { facts: ["He wrote."] }))
    expect(body).toMatchObject({ draftId: "a draft", language: "ur", draft: { facts: ["He wrote."] } })
    expect(Object.keys(body)).not.toContain("basedOn")
  })

  it("is needed as soon as a letter differs from the revision it was begun from, and not before", () => {
    const handOff = handOffWith(saved("m1", "amna", 1, ["He wrote."]))
    const begun = copyOf(saved("m1", "amna", 1, ["He wrote."]))
    expect(isUnsaved(copy, null)).toBe(true)
    expect(isUnsaved(begun, handOff)).toBe(false)
    expect(isUnsaved(withDraft(begun, { answers: { category: "" } }), handOff)).toBe(false)
    expect(isUnsaved(withDraft(begun, { facts: ["He wrote!"] }), handOff)).toBe(true)
    expect(isUnsaved({ ...begun, textLimit: 900 }, handOff)).toBe(true)
  })
})

describe("two members at one draft", () => {
  const first = saved("m1", "amna", 1, ["One."])
  const second = saved("m2", "sana", 2, ["Two."])

  it("lose nothing: what was typed stays, and the newer one is shown beside it", () => {
    const typed = withDraft(copyOf(first), { facts: ["One, and more."] })
    const handOff = handOffWith(first, second)
    expect(shownCopy(typed, handOff)).toBe(typed)
    expect(standingOf(typed, handOff)).toEqual({ kind: "behind", newer: second, newest: "m2" })
    // Going on with the own one puts it on top of the newer one.
    const onTop = { ...typed, basedOn: second.msgId }
    expect(standingOf(onTop, handOff)).toEqual({ kind: "level" })
    expect(nextRevision(handOff, "a draft", onTop).rev).toBe(3)
  })

  it("who typed nothing simply see the newest", () => {
    expect(shownCopy(copyOf(first), handOffWith(first, second))?.draft.facts).toEqual(["Two."])
    expect(shownCopy(null, handOffWith(first, second))?.basedOn).toBe("m2")
    expect(shownCopy(null, null)).toBe(null)
  })

  it("who saved at the same moment are told of each other's words", () => {
    const twin = saved("m3", "sana", 1, ["At the same time."])
    const handOff = handOffWith(first, twin)
    expect(standingOf(copyOf(twin), handOff)).toEqual({ kind: "twins", newer: first, newest: "m3" })
    // Somebody saves once more: then it is settled.
    const settled = saved("m4", "amna", 2, ["Both."])
    expect(standingOf(copyOf(settled), handOffWith(first, twin, settled))).toEqual({ kind: "level" })
  })
})

describe("typing that waits in the tab's memory", () => {
  it("comes back as it was", () => {
    const typed = withDraft(copy, { facts: ["نومبر میں WhatsApp پر"], answers: { category: "Blackmail" } })
    expect(fromText(asText(typed))).toEqual(typed)
    expect(fromText("")).toBe(null)
  })

  it("loses the unseen marks that turn words around, and nothing that Urdu needs", () => {
    const typed = withDraft(copy, { facts: ["photo\u202egpj.exe", "می\u200cخواہم"] })
    expect(fromText(asText(typed))?.draft.facts).toEqual(["photogpj.exe", "می\u200cخواہم"])
  })
})
