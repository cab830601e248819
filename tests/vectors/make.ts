import { writeFileSync } from "node:fs"
import type { NeedId } from "@shn/domain"
import { aeadSeal } from "@shn/primitives/aead"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { base64url, fromBase64url, hex, utf8 } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { hpkeSeal } from "@shn/primitives/hpke-seal"
import { solvePow } from "@shn/primitives/pow"
import type { Random } from "@shn/primitives/random"
import { receiptCode } from "@shn/primitives/receipt-code"
import { signKeyPair } from "@shn/primitives/sign"
import {
  answerOffer,
  generatePassphrase,
  openCase,
  removeMembers,
  STAFF_KDF,
  sealMessage,
  signDirectory,
} from "@shn/sealed"
import {
  keyOf,
  madeUpHelpline,
  NOW_MS,
  newCase,
  offerTo,
  type StoredCase,
  staff,
  TODAY,
  value,
  withAnswer,
  withChange,
  withEnvelope,
} from "../support/helpline.ts"
import { seededRandom } from "../support/seeded.ts"
import { consentVectors } from "./consent.ts"
import { caseWithFiles, sealedFiles } from "./files.ts"
import { type OperationName, perform } from "./operations.ts"

/** One thing to do and what must come of it. `out` with a `reject` means that a correct reader refuses the input. */
export type Vector = {
  readonly name: string
  readonly do: OperationName
  readonly in: unknown
  readonly out: unknown
}
export type VectorFile = {
  readonly format: "shn/v1"
  readonly about: string
  readonly vectors: readonly Vector[]
}

// Every file has its own seed: a vector added to one leaves the others as they are.
function seeded(name: string): { readonly random: Random; readonly draw: (length: number) => string } {
  const random = seededRandom(`shn/v1 vectors: ${name}`)
  return { random, draw: (length) => base64url(random(length)) }
}

/** Makes every vector file anew; the same bytes each time. @returns file name -> content */
export async function makeVectors(): Promise<Readonly<Record<string, VectorFile>>> {
  return {
    "receipt.json": await file("Step 1: receipt codes and the keys made from them.", receipt()),
    "login.json": await file("Step 1: login, opening a case, proof of work.", await login()),
    "staff.json": await file("Step 2: a passphrase to login key and wrap key.", staffSecrets()),
    "encoding.json": await file("Canonical JSON, padding and signed statements.", encoding()),
    "sealing.json": await file("HPKE with X-Wing, and AES-256-GCM.", await sealing()),
    "directory.json": await file("Step 3: the chain from the root to a member's key.", await directory()),
    "case.json": await file(
      "Steps 4 and 5: a whole case, and what a hostile server may make of it.",
      await wholeCase(),
    ),
    "files.json": await file("Step 6: sealed files, and the messages that speak of them.", [
      ...(await sealedFiles()),
      ...(await caseWithFiles()),
    ]),
    "consent.json": await file(
      "Step 7: consent, release, revocation, and the answers of an agency.",
      await consentVectors(),
    ),
  }
}

export type Asked = Omit<Vector, "out">

async function file(about: string, asked: readonly Asked[]): Promise<VectorFile> {
  const vectors: Vector[] = []
  for (const one of asked) vectors.push({ ...one, out: await perform(one.do, one.in) })
  return { format: "shn/v1", about, vectors }
}

function receipt(): readonly Asked[] {
  const { draw } = seeded("receipt")
  const [secret, deploymentId, other] = [draw(11), draw(16), draw(16)]
  const { groups, words } = receiptCode(decode(secret), decode(deploymentId))
  const urdu = groups.join(" ").replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
  const parse = (name: string, text: string, where = deploymentId): Asked => {
    return { name, do: "receipt.parse", in: { text, deploymentId: where } }
  }
  return [
    { name: "the two faces of a code", do: "receipt.code", in: { secret, deploymentId } },
    {
      name: "all bits zero",
      do: "receipt.code",
      in: { secret: base64url(new Uint8Array(11)), deploymentId },
    },
    {
      name: "all bits one",
      do: "receipt.code",
      in: { secret: base64url(new Uint8Array(11).fill(255)), deploymentId },
    },
    parse("groups", groups.join(" ")),
    parse("one run of digits", groups.join("")),
    parse("words in capitals", words.join("-").toUpperCase()),
    parse("Urdu digits", urdu),
    parse("groups without leading zeros", groups.map((group) => String(Number(group))).join("\n")),
    parse("another helpline's code", groups.join(" "), other),
    parse("two groups swapped", [groups[1], groups[0], ...groups.slice(2)].join(" ")),
    parse("a group too few", groups.slice(1).join(" ")),
    parse("a number over 2047", ["2048", ...groups.slice(1)].join(" ")),
    { name: "the keys behind it", do: "reporter.keys", in: { secret, deploymentId } },
    { name: "the same secret elsewhere", do: "reporter.keys", in: { secret, deploymentId: other } },
  ]
}

async function login(): Promise<readonly Asked[]> {
  const { random, draw } = seeded("login")
  const origin = "https://help.example.org"
  const [authSeed, handle, challenge, caseId] = [draw(32), draw(16), draw(32), draw(16)]
  const keys = signKeyPair(decode(authSeed))
  const answer = (await perform("login.answer", { authSeed, origin, handle, challenge })) as Record<
    string,
    string
  >
  const check = (name: string, change: object): Asked => {
    const input = {
      publicKey: base64url(keys.publicKey),
      messageHex: answer.messageHex,
      signature: answer.signature,
    }
    return { name, do: "signature.verify", in: { ...input, ...change } }
  }
  const solved = await solvePow({ challenge: decode(challenge), bits: 12 })
  const nonce = solved.ok ? solved.value : -1
  const smallOrder = base64url(Uint8Array.of(1, ...new Uint8Array(31)))
  return [
    { name: "a login answer", do: "login.answer", in: { authSeed, origin, handle, challenge } },
    {
      name: "the answer for another origin",
      do: "login.answer",
      in: { authSeed, origin: "https://x.example", handle, challenge },
    },
    { name: "a proof of opening", do: "opening.proof", in: { authSeed, origin, caseId, challenge } },
    check("the answer verifies", {}),
    check("not over another message", { messageHex: `${answer.messageHex}00` }),
    check("not with another key", { publicKey: base64url(signKeyPair(random(32)).publicKey) }),
    check("not with a key of small order", {
      publicKey: smallOrder,
      signature: base64url(Uint8Array.of(1, ...new Uint8Array(63))),
    }),
    { name: "solved work", do: "pow.verify", in: { challenge, bits: 12, nonce } },
    { name: "work for another challenge", do: "pow.verify", in: { challenge: draw(32), bits: 12, nonce } },
    { name: "work that is too little", do: "pow.verify", in: { challenge, bits: 30, nonce } },
    { name: "a nonce below zero", do: "pow.verify", in: { challenge, bits: 0, nonce: -1 } },
  ]
}

function staffSecrets(): readonly Asked[] {
  const { random, draw } = seeded("staffSecrets")
  const input = { passphrase: generatePassphrase(random), salt: draw(16), kdf: STAFF_KDF }
  const ask = (name: string, change: object): Asked => ({
    name,
    do: "staff.keys",
    in: { ...input, ...change },
  })
  return [
    ask("a passphrase", {}),
    ask("the same in capitals with more spaces", {
      passphrase: ` ${input.passphrase.toUpperCase().replaceAll(" ", "  ")}`,
    }),
    ask("less memory than the floor", { kdf: { ...STAFF_KDF, memoryKiB: 65_535 } }),
    ask("fewer rounds than the floor", { kdf: { ...STAFF_KDF, iterations: 2 } }),
    ask("a short salt", { salt: draw(15) }),
  ]
}

function encoding(): readonly Asked[] {
  const { random } = seeded("encoding")
  const keys = signKeyPair(random(32))
  const publicKey = base64url(keys.publicKey)
  const payloadType = "application/vnd.shn.example.v1+json"
  const envelope = dsseSign(payloadType, { b: [1, "سلام"], a: null }, keys)
  const parse = (name: string, text: string): Asked => {
    return { name, do: "json.parse", in: { textHex: hex(utf8(text)) } }
  }
  const check = (name: string, change: object): Asked => {
    return { name, do: "statement.verify", in: { envelope, payloadType, publicKey, ...change } }
  }
  const lengths = [0, 1, 1019, 1020, 1021, 1084, 1085, 5000]
  return [
    {
      name: "keys in order, escapes",
      do: "json.canonical",
      in: { document: { b: '\u000f\n"\\/€', a: [1, true, null, { "": 0 }] } },
    },
    parse("a document", '{"a":1,"b":"two"}'),
    parse("a key twice", '{"a":1,"a":1}'),
    parse("another order", '{"b":1,"a":1}'),
    parse("white space", '{"a": 1}'),
    parse("a fraction", "[1.0]"),
    parse("minus zero", "[-0]"),
    parse("an escape too many", '["\\u0061"]'),
    parse("half a surrogate pair", '["\\ud800"]'),
    parse("a byte order mark", "\ufeff[]"),
    { name: "bytes that are not UTF-8", do: "json.parse", in: { textHex: "22ff22" } },
    ...lengths.map((length): Asked => {
      return { name: `padding ${length} bytes`, do: "pad", in: { contentHex: "07".repeat(length) } }
    }),
    { name: "three bytes, unpadded", do: "unpad", in: { startHex: "00000003616263", zeros: 1017 } },
    {
      name: "a byte behind that is not zero",
      do: "unpad",
      in: { startHex: "0000000361626364", zeros: 1016 },
    },
    { name: "one zero too many", do: "unpad", in: { startHex: "00000003616263", zeros: 1018 } },
    { name: "a length beyond the end", do: "unpad", in: { startHex: "00000fff616263", zeros: 1017 } },
    { name: "what is signed", do: "statement.encode", in: { payloadType, payload: envelope.payload } },
    check("a signed statement", {}),
    check("read as another type", { payloadType: "application/vnd.shn.other.v1+json" }),
    check("relabelled", {
      envelope: { ...envelope, payloadType: "application/vnd.shn.other.v1+json" },
      payloadType: "application/vnd.shn.other.v1+json",
    }),
    check("another key", { publicKey: base64url(signKeyPair(random(32)).publicKey) }),
    check("padding in base64", { envelope: { ...envelope, payload: `${envelope.payload}=` } }),
  ]
}

async function sealing(): Promise<readonly Asked[]> {
  const { random, draw } = seeded("sealing")
  const seed = draw(32)
  const keys = await kemKeyPair(decode(seed))
  const [info, aad] = [random(90), random(8)]
  const sealed = await hpkeSeal({ recipientPk: keys.publicKey, info, aad, plaintext: random(32), random })
  const open = (name: string, change: object): Asked => {
    const input = { seed, infoHex: hex(info), aadHex: hex(aad), sealed: base64url(sealed) }
    return { name: `HPKE: ${name}`, do: "hpke.open", in: { ...input, ...change } }
  }
  const key = random(32)
  const box = await aeadSeal(key, utf8("a short text"), aad, random)
  const unbox = (name: string, change: object): Asked => {
    const input = { key: base64url(key), aadHex: hex(aad), sealed: base64url(box) }
    return { name: `AES-256-GCM: ${name}`, do: "aead.open", in: { ...input, ...change } }
  }
  return [
    { name: "X-Wing: seed to public key", do: "hpke.publicKey", in: { seed } },
    open("a key for its owner", {}),
    open("another owner", { seed: draw(32) }),
    open("another info", { infoHex: hex(random(90)) }),
    open("another aad", { aadHex: "" }),
    open("a flipped bit in the encapsulated key", { sealed: flip(sealed, 5) }),
    open("a flipped bit in the ciphertext", { sealed: flip(sealed, 1125) }),
    open("truncated", { sealed: base64url(sealed.slice(0, -1)) }),
    open("extended", { sealed: base64url(Uint8Array.of(...sealed, 0)) }),
    unbox("opens", {}),
    unbox("another key", { key: draw(32) }),
    unbox("another aad", { aadHex: "00" }),
    unbox("a flipped bit", { sealed: flip(box, 13) }),
    unbox("truncated", { sealed: base64url(box.slice(0, 20)) }),
  ]
}

async function directory(): Promise<readonly Asked[]> {
  const { random } = seeded("directory")
  const helpline = await madeUpHelpline("shn/v1 vectors: helpline of the directory")
  const { org, registrarsEnvelope: registrars, statement } = helpline
  const few = { ...statement, members: statement.members.slice(0, 2) }
  const signed = (change: object, who = [0, 1]) =>
    who.map((at) => signDirectory({ ...few, ...change }, helpline.registrars[at] ?? helpline.root))
  const check = (name: string, change: object): Asked => {
    const input = { org, registrars, directory: signed({}), today: TODAY, atLeastVersion: 0 }
    return { name, do: "directory.verify", in: { ...input, ...change } }
  }
  const [one, two] = few.members
  return [
    check("two of three registrars", {}),
    check("the day after it expires", { today: "2026-12-21" }),
    check("one registrar", { directory: signed({}, [0]) }),
    check("one registrar twice", { directory: signed({}, [0, 0]) }),
    check("a signer who is no registrar", { directory: signed({}, [0, 9]) }),
    check("older than seen before", { atLeastVersion: 8 }),
    check("living 31 days", { directory: signed({ expires: "2026-12-24" }) }),
    check("a role nobody knows", { directory: signed({ members: [{ ...one, roles: ["owner"] }, two] }) }),
    check("a swapped key", { directory: signed({ members: [{ ...one, kemPk: two?.kemPk }, two] }) }),
    check("another helpline's root", {
      org: { ...org, orgRootPk: base64url(signKeyPair(random(32)).publicKey) },
    }),
  ]
}

async function wholeCase(): Promise<readonly Asked[]> {
  const helpline = await madeUpHelpline("shn/v1 vectors: helpline of the case")
  const names = ["Sana", "Hina", "Zara"]
  const statement = {
    ...helpline.statement,
    members: helpline.statement.members.filter((m) => names.includes(m.alias)),
  }
  const envelopes = helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys))
  const chain = {
    org: helpline.org,
    registrars: helpline.registrarsEnvelope,
    directory: envelopes,
    today: TODAY,
    atLeastVersion: 0,
  }
  const { stored, keys, need } = await newCase(helpline)
  const settled = accepted(helpline, stored, need)
  const opened = value(await openCase({ view: settled, me: keys, directory: helpline.directory }))
  const base = { opened, me: keys, directory: helpline.directory, today: TODAY, random: helpline.random }
  const removal = value(await removeMembers({ ...base, keyIds: [keyOf(helpline, "Sana")] }))
  const next = withChange(settled, removal.change)
  const after = value(await openCase({ view: next, me: keys, directory: helpline.directory }))
  const content = { kind: "text", body: { text: "After the coordinator left." } } as const
  const said = value(
    await sealMessage({ opened: after, me: keys, content, nowMs: NOW_MS + 60_000, random: helpline.random }),
  )
  const whole = withEnvelope(next, said)
  const late = value(
    await sealMessage({
      opened,
      me: staff(helpline, "Sana").keys,
      content,
      nowMs: NOW_MS,
      random: helpline.random,
    }),
  )
  const reader = {
    authSeed: base64url(keys.auth.seed),
    signSeed: base64url(keys.sign.seed),
    kemSeed: base64url(keys.kem.seed),
  }
  const member = (alias: string) => {
    const { memberId, sign, kem } = staff(helpline, alias).keys
    return { memberId, signSeed: base64url(sign.seed), kemSeed: base64url(kem.seed) }
  }
  const open = (name: string, view: StoredCase, who: object = reader): Asked => {
    const { caseId, signPk, kemPk, roster, answers, wraps, links, envelopes: messages } = view
    const sealed = { caseId, signPk, kemPk, roster, answers, wraps, links, envelopes: messages }
    return { name, do: "case.open", in: { directory: chain, reader: who, view: sealed } }
  }
  const moved = { ...said, epoch: 0 }
  return [
    open("the reporter reads everything", whole),
    open("the expert who accepted reads everything", whole, member("Hina")),
    open("the coordinator who was removed reads up to that day", whole, member("Sana")),
    open(
      "the expert who never accepted was never handed a wrap",
      { ...whole, wraps: whole.wraps.filter((wrap) => wrap.keyId !== keyOf(helpline, "Zara")) },
      member("Zara"),
    ),
    open("a message of the removed coordinator under the old key", withEnvelope(whole, late)),
    open("a message moved to another epoch", {
      ...next,
      envelopes: [...next.envelopes, { ...moved, receivedDay: TODAY }],
    }),
    open("a dropped message", { ...whole, envelopes: whole.envelopes.slice(1) }),
    open("messages in reverse", { ...whole, envelopes: [...whole.envelopes].reverse() }),
    open("a message twice", { ...whole, envelopes: [...whole.envelopes, ...whole.envelopes.slice(0, 1)] }),
    open("the first roster entry missing", { ...whole, roster: whole.roster.slice(1) }),
    open("the acceptance missing", { ...whole, answers: [] }),
    open("the link between epochs missing", { ...whole, links: [] }),
    open("a wrap with a flipped bit", {
      ...whole,
      wraps: whole.wraps.map((wrap) => ({ ...wrap, bytes: flip(decode(wrap.bytes), 1130) })),
    }),
  ]
}

function accepted(
  helpline: Awaited<ReturnType<typeof madeUpHelpline>>,
  stored: StoredCase,
  need: NeedId,
): StoredCase {
  const keys = staff(helpline, "Hina").keys
  const offer = offerTo(stored, need, keys.keyId, helpline.random)
  const { directory: verified } = helpline
  const said = answerOffer({ offer, keys, directory: verified, answer: "accept", reason: "", today: TODAY })
  return withAnswer(stored, value(said).answer)
}

function flip(bytes: Uint8Array, at: number): string {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ 1
  return base64url(changed)
}

function decode(text: string): Uint8Array {
  const bytes = fromBase64url(text)
  if (bytes === null) throw new Error("not base64url")
  return bytes
}

/** Writes the files to vectors/shn-v1. */
export async function writeVectors(folder: URL): Promise<void> {
  for (const [name, content] of Object.entries(await makeVectors())) {
    writeFileSync(new URL(name, folder), `${JSON.stringify(content, null, 1)}\n`)
  }
}
