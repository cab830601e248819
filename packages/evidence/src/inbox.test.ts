import type { KeyId } from "@shn/domain"
import { base64url, fromBase64url, utf8 } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { systemRandom } from "@shn/primitives/random"
import { describe, expect, test } from "vitest"
import { ageOpen, ageSeal } from "./age.ts"
import { joined } from "./bytes.ts"
import { type InboxWrap, makeInbox, openInboxWrap, rotateInbox, wrapInbox } from "./inbox.ts"

async function officer(name: string) {
  const keys = await kemKeyPair(systemRandom(32))
  return { keys, keyId: base64url(utf8(name.padEnd(16))).slice(0, 22) as KeyId, kemPk: keys.publicKey }
}
const rabia = await officer("rabia")
const imran = await officer("imran")
const made = await makeInbox("door-nccia", [rabia, imran], systemRandom)
const wrapOf = (keyId: KeyId, wraps: readonly InboxWrap[] = made.wraps): InboxWrap => {
  const found = wraps.find((wrap) => wrap.keyId === keyId)
  if (found === undefined) throw new Error("no wrap")
  return found
}
async function inboxOf(wrap: InboxWrap, who: typeof rabia) {
  const opened = await openInboxWrap(wrap, who.keys)
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}
async function* once(text: string) {
  yield utf8(text)
}
async function opens(sealed: Uint8Array, identities: readonly string[]): Promise<boolean> {
  const source = (async function* () {
    yield sealed
  })()
  try {
    for await (const _ of ageOpen(source, identities));
    return true
  } catch {
    return false
  }
}
async function sealedTo(recipient: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of ageSeal(once("to the agency"), recipient)) pieces.push(piece)
  return joined(pieces)
}

describe("the key of an agency's inbox", () => {
  test("opens for each officer it was wrapped to, and they hold the same one", async () => {
    const a = await inboxOf(wrapOf(rabia.keyId), rabia)
    const b = await inboxOf(wrapOf(imran.keyId), imran)
    expect(a).toEqual(b)
    expect(await opens(await sealedTo(made.recipient), [a.identity])).toBe(true)
  })

  test("opens for nobody else, and does not stand open in what the ceremony hands out", async () => {
    expect(await openInboxWrap(wrapOf(rabia.keyId), imran.keys)).toEqual({
      ok: false,
      error: "does-not-open",
    })
    const { identity } = await inboxOf(wrapOf(rabia.keyId), rabia)
    expect(JSON.stringify(made)).not.toContain(identity)
  })

  test("takes 1210 bytes for each officer", () => {
    for (const { wrap } of made.wraps) expect(fromBase64url(wrap)?.length).toBe(1120 + 74 + 16)
  })

  test("is bound to its agency, its inbox and its officer", async () => {
    const wrap = wrapOf(rabia.keyId)
    const other = await makeInbox("door-nccia", [rabia], systemRandom)
    for (const change of [{ agencyId: "door-fia" }, { recipient: other.recipient }, { keyId: imran.keyId }])
      expect(await openInboxWrap({ ...wrap, ...change }, rabia.keys), JSON.stringify(change)).toEqual({
        ok: false,
        error: "does-not-open",
      })
  })

  test("is refused when one bit of its wrap is changed", async () => {
    const wrap = wrapOf(rabia.keyId)
    for (const at of [0, 600, 1119, 1120, 1150]) {
      const bytes = fromBase64url(wrap.wrap) ?? new Uint8Array()
      bytes[at] = (bytes[at] ?? 0) ^ 1
      expect((await openInboxWrap({ ...wrap, wrap: base64url(bytes) }, rabia.keys)).ok).toBe(false)
    }
  })

  test("is refused when the identity inside is that of another inbox", async () => {
    const inside = await inboxOf(wrapOf(rabia.keyId), rabia)
    const other = await makeInbox("door-nccia", [rabia], systemRandom)
    const forged = await wrapInbox(
      "door-nccia",
      { identity: inside.identity, recipient: other.recipient },
      rabia,
      systemRandom,
    )
    expect(await openInboxWrap(forged, rabia.keys)).toEqual({ ok: false, error: "another-inbox" })
  })

  test("after a change of key an officer who left opens nothing new; who stayed opens old and new", async () => {
    const before = await inboxOf(wrapOf(rabia.keyId), rabia)
    const after = await rotateInbox("door-nccia", [rabia], [before], systemRandom)
    expect(after.recipient).not.toBe(made.recipient)
    expect(after.wraps.every((wrap) => wrap.keyId === rabia.keyId)).toBe(true)
    const held = await Promise.all(after.wraps.map((wrap) => inboxOf(wrap, rabia)))
    const identities = held.map((inbox) => inbox.identity)
    const old = await sealedTo(made.recipient)
    const fresh = await sealedTo(after.recipient)
    expect([await opens(old, identities), await opens(fresh, identities)]).toEqual([true, true])
    const left = await inboxOf(wrapOf(imran.keyId), imran)
    expect([await opens(old, [left.identity]), await opens(fresh, [left.identity])]).toEqual([true, false])
  })

  test("cannot be made so that nobody holds it", async () => {
    await expect(makeInbox("door-nccia", [], systemRandom)).rejects.toThrow(RangeError)
  })
})
