import type { KeyId } from "@shn/domain"
import { aeadSeal } from "@shn/primitives/aead"
import { base64url, concat, framed, uint32, utf8 } from "@shn/primitives/encode"
import { hkdf } from "@shn/primitives/hash"
import { canonicalBytes } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad } from "@shn/primitives/pad"
import { sign } from "@shn/primitives/sign"
import type { Envelope } from "@shn/wire"
import { beforeAll, describe, expect, test } from "vitest"
import {
  certified,
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  newCase,
  offerTo,
  staff,
  TODAY,
  value,
  withAnswer,
  withChange,
  withEnvelope,
} from "../../../tests/support/helpline.ts"
import { sealLink, wrapCaseKey } from "./case-key.ts"
import { idBytes, mustDecode } from "./identifiers.ts"
import {
  intakeOf,
  type MemberKeys,
  openCase,
  openPreview,
  type ReporterKeys,
  removeMembers,
} from "./index.ts"
import { signAnswer } from "./offer-answer.ts"

/** Somebody who rightly holds a key and uses it to make something false. Built by hand: our own code would not. */

let helpline: MadeUpHelpline
beforeAll(async () => {
  helpline = await madeUpHelpline("insider")
})

const opened = async (view: Parameters<typeof openCase>[0]["view"], me: ReporterKeys | MemberKeys) =>
  value(await openCase({ view, me, directory: helpline.directory }))
const codes = async (view: Parameters<typeof openCase>[0]["view"], me: ReporterKeys | MemberKeys) =>
  (await opened(view, me)).findings.map((finding) => finding.code)

describe("step 4", () => {
  test("a good wrap that the roster does not sign is not opened, though it holds the right key", async () => {
    const { stored, keys } = await newCase(helpline)
    const sana = staff(helpline, "Sana").keys
    const { caseKey, roster } = await opened(stored, keys)
    const good = await wrapCaseKey(
      caseKey,
      roster.head.contextHash,
      certified(helpline, "Sana"),
      helpline.random,
    )
    const wraps = stored.wraps.map((wrap) => (wrap.keyId === sana.keyId ? good : wrap))
    const tried = await openCase({ view: { ...stored, wraps }, me: sana, directory: helpline.directory })
    expect(tried).toEqual({ ok: false, error: "not-for-me" })
  })

  test("a good link that the roster does not sign is not opened, though it holds the right key", async () => {
    const { stored, keys } = await newCase(helpline)
    const before = await opened(stored, keys)
    const base = {
      opened: before,
      me: keys,
      directory: helpline.directory,
      today: TODAY,
      random: helpline.random,
    }
    const removal = value(await removeMembers({ ...base, keyIds: [keyOf(helpline, "Sana")] }))
    const next = withChange(stored, removal.change)
    const after = await opened(next, keys)
    expect(after.findings).toEqual([])
    const good = await sealLink(after.caseKey, before.caseKey, helpline.random)
    expect(await codes({ ...next, links: [good] }, keys)).toContain("no-key-for-epoch")
  })

  test("a preview written by a coordinator, who knows its key, does not pass as the reporter's words", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const sana = staff(helpline, "Sana").keys
    const key = mustDecode(intakeOf((await opened(stored, sana)).conversation)?.previewKeys[need] ?? "")
    const offer = offerTo(stored, need, keyOf(helpline, "Hina"), helpline.random)
    const sealAs = async (author: ReporterKeys | MemberKeys) => {
      const signed = canonicalBytes({ v: 1, caseId: stored.caseId, need, text: "Nobody you know." })
      const signature = sign(concat(labelBytes(LABELS.previewSignature), signed), author.sign)
      const aad = framed(labelBytes(LABELS.preview), idBytes(stored.caseId), utf8(need))
      return base64url(await aeadSeal(key, pad(concat(signature, signed)), aad, helpline.random))
    }
    const read = async (preview: string) =>
      openPreview({
        offer: { ...offer, preview },
        keys: staff(helpline, "Hina").keys,
        directory: helpline.directory,
      })
    expect((await read(await sealAs(keys))).ok).toBe(true)
    expect(await read(await sealAs(sana))).toEqual({ ok: false, error: "damaged" })
  })

  test("one expert cannot accept in another's name", async () => {
    const { stored, need, keys } = await newCase(helpline)
    const { roster } = await opened(stored, keys)
    const offer = offerTo(stored, need, keyOf(helpline, "Hina"), helpline.random)
    const statement = {
      v: 1 as const,
      caseId: stored.caseId,
      need,
      offerId: offer.offerId,
      keyId: keyOf(helpline, "Hina"),
      rosterHash: roster.head.hash,
      answer: "accept" as const,
      reason: "" as const,
      day: TODAY,
    }
    const stateOf = async (signer: string) => {
      const answer = signAnswer(statement, staff(helpline, signer).keys.sign)
      const { roster: after, findings } = await opened(withAnswer(stored, answer), keys)
      return [after.readers.find((r) => r.keyId === statement.keyId)?.state, findings.map((f) => f.code)]
    }
    expect(await stateOf("Hina")).toEqual(["member", []])
    expect(await stateOf("Zara")).toEqual(["proposed", ["answer-refused"]])
  })
})

describe("step 5", () => {
  test.each(["none", "caseId", "e", "msgId", "author"])(
    "a message whose signed inside names another place than its outside is refused (%s changed)",
    async (changed) => {
      const { stored, keys } = await newCase(helpline)
      const other = await newCase(helpline)
      const sana = staff(helpline, "Sana").keys
      const from = await opened(stored, sana)
      const place = {
        caseId: stored.caseId,
        epoch: 0,
        msgId: offerTo(stored, stored.previews[0]!.needId, keyOf(helpline, "Hina"), helpline.random)
          .offerId as string as Envelope["msgId"],
        authorKeyId: sana.keyId as KeyId,
      }
      const inside = {
        v: 1,
        caseId: changed === "caseId" ? other.stored.caseId : place.caseId,
        e: changed === "e" ? 1 : 0,
        msgId: changed === "msgId" ? stored.envelopes[0]!.msgId : place.msgId,
        author: changed === "author" ? keys.keyId : place.authorKeyId,
        at: "2026-11-23T08:00:00.000Z",
        kind: "text",
        body: { text: "From the inside." },
        parents: [],
        salt: base64url(helpline.random(32)),
        rosterHash: from.roster.head.hash,
      }
      const signed = canonicalBytes(inside)
      const signature = sign(concat(labelBytes(LABELS.messageSignature), signed), sana.sign)
      const key = hkdf(from.caseKey.key, concat(labelBytes(LABELS.message), utf8(place.msgId)))
      const aad = framed(idBytes(place.caseId), uint32(0), utf8(place.msgId), idBytes(place.authorKeyId))
      const bytes = base64url(await aeadSeal(key, pad(concat(signature, signed)), aad, helpline.random))
      expect(await codes(withEnvelope(stored, { ...place, bytes }), keys)).toEqual(
        changed === "none" ? [] : ["moved-inside"],
      )
    },
  )
})
