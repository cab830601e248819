import {
  type AnsweredRelease,
  answerOf,
  buildConsent,
  type CheckContext,
  CONSENT_TYPES,
  type Consent,
  type ConsentDraft,
  check,
  checkRelease,
  consentDigest,
  type FindOfficer,
  handOffDigest,
  inboxKeyDigest,
  openAnswer,
  type ReleaseContext,
  readAnswers,
  releaseOf,
  render,
  renderTruth,
  revocationOf,
  sealAnswer,
  signAnswerOfAgency,
  signConsent,
  signRelease,
  signRevocation,
} from "@shn/consent"
import { type CaseId, type Day, type KeyId, LOCALES, type Locale } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url, fromBase64url, utf8 } from "@shn/primitives/encode"
import { sha256, sha256Half } from "@shn/primitives/hash"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { canonical, type Json } from "@shn/primitives/jcs"
import { signKeyPair } from "@shn/primitives/sign"
import { seededRandom } from "../support/seeded.ts"

/** Step 7 in vectors: what a reader must show, accept and refuse. */
export const CONSENT_OPERATIONS = {
  "consent.render": ({ terms, locale }: { terms: Consent; locale: Locale }) => ({
    text: render(terms, locale),
  }),
  "consent.names": ({ consent, recipient }: { consent: Consent; recipient: string }) => ({
    digest: consentDigest(consent),
    handOff: handOffDigest(consent),
    inboxKey: inboxKeyDigest(recipient),
  }),
  "truth.render": ({ law, locale }: { law: string; locale: Locale }) => ({ text: renderTruth(law, locale) }),
  "consent.check": ({ envelope, context }: { envelope: DsseEnvelope; context: InJson<CheckContext> }) => {
    const checked = check(envelope, { ...context, casePk: bytes(context.casePk) })
    return checked.ok ? { digest: checked.disclosure.digest, findings: [] } : { findings: checked.findings }
  },
  "release.check": ({ envelope, context }: { envelope: DsseEnvelope; context: InJson<ReleaseContext> }) => {
    const checked = checkRelease(envelope, { ...context, casePk: bytes(context.casePk) })
    return checked.ok
      ? { releaseId: checked.release.releaseId, findings: [] }
      : { findings: checked.findings }
  },
  "answers.read": (input: {
    envelopes: DsseEnvelope[]
    release: AnsweredRelease
    officers: readonly OfficerInJson[]
  }) => {
    const findOfficer: FindOfficer = (keyId) => {
      const found = input.officers.find((officer) => officer.keyId === keyId)
      return found === undefined ? undefined : { agency: found.agency, signPk: bytes(found.signPk) }
    }
    const { answers, findings } = readAnswers(input.envelopes, input.release, findOfficer)
    return { kinds: answers.map(({ answer }) => answer.kind), findings }
  },
  "answer.open": async ({
    sealed,
    replySeed,
    releaseId,
  }: {
    sealed: string
    replySeed: string
    releaseId: string
  }) => {
    const envelope = await openAnswer(bytes(sealed), await kemKeyPair(bytes(replySeed)), releaseId)
    return envelope === null ? { reject: "does-not-open" } : { envelope }
  },
}

type InJson<Context extends { casePk: Uint8Array }> = Omit<Context, "casePk"> & { readonly casePk: string }
type OfficerInJson = { readonly keyId: KeyId; readonly agency: string; readonly signPk: string }
type AskedConsent = {
  readonly name: string
  readonly do: keyof typeof CONSENT_OPERATIONS
  readonly in: unknown
}

const AT_MS = Date.parse("2026-11-23T09:15:00Z")
const CASE_ID = "wJ3Ck5Jr4Q0aZ8b2M7dT1A" as CaseId
const RECIPIENT = "age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq"
const RELEASE_ID = "33333333-3333-4333-8333-333333333333"

const keysOf = (name: string) => signKeyPair(sha256(utf8(`shn/v1 vectors: consent: ${name}`)))
const keyIdOf = (name: string) => base64url(sha256Half(utf8(name))) as KeyId

/** Makes the vectors of step 7; the same ones each time. */
export async function consentVectors(): Promise<readonly AskedConsent[]> {
  const random = seededRandom("shn/v1 vectors: consent")
  const caseKeys = keysOf("case")
  const reply = await kemKeyPair(random(32))
  const draft = draftFor(caseKeys.publicKey, reply.publicKey)
  const named = built(draft, "named")
  const envelope = signConsent(named, caseKeys)
  const release = { ...releaseOf(named, CASE_ID, random), releaseId: RELEASE_ID }
  return [
    ...shown(named),
    ...checked(named, envelope, draft),
    ...released(signRelease(release, caseKeys), envelope),
    ...(await answered(named, reply.seed)),
  ]
}

function shown(named: Consent): readonly AskedConsent[] {
  const { tpl: _, text: __, ...terms } = named
  const hidden = {
    ...terms,
    purpose: ["content_removal"],
    identity: "anonymous",
    fields: ["details", "links"],
    evidence: [],
    limits: ["no-identity", "no-media", "platform-only"],
    urgent: true,
    uses: 3,
  }
  return [
    ...LOCALES.flatMap((locale): AskedConsent[] => [
      { name: `the text of a named consent in ${locale}`, do: "consent.render", in: { terms, locale } },
      {
        name: `the text of an anonymous consent in ${locale}`,
        do: "consent.render",
        in: { terms: hidden, locale },
      },
      {
        name: `the word that it is true in ${locale}`,
        do: "truth.render",
        in: { law: "PPC 1860, s. 182", locale },
      },
    ]),
    { name: "the digests of a consent", do: "consent.names", in: { consent: named, recipient: RECIPIENT } },
  ]
}

function checked(named: Consent, envelope: DsseEnvelope, draft: ConsentDraft): readonly AskedConsent[] {
  const caseKeys = keysOf("case")
  const nowMs = named.nbf * 1000
  const files = named.evidence.map(({ id, sha256: digest }) => ({ id, sha256: digest }))
  const context = {
    casePk: named.case,
    agency: { id: named.to.id, inbox: named.to.inbox, key: named.to.key, names: [named.to.name] },
    nowMs,
    revocations: { asOfMs: nowMs, envelopes: [] as readonly DsseEnvelope[] },
    used: 0,
    latest: null,
    boundaries: null,
    leaving: { view: draft.view, files },
  }
  const ask = (name: string, change: object = {}, one = envelope): AskedConsent => ({
    name,
    do: "consent.check",
    in: { envelope: one, context: { ...context, ...change } },
  })
  const resigned = (change: object) =>
    dsseSign(CONSENT_TYPES.consent, { ...named, ...change } as unknown as Json, caseKeys)
  const digest = consentDigest(named)
  const taken = signRevocation(revocationOf({ caseId: CASE_ID, consent: digest, seq: 1, nowMs }), caseKeys)
  const all = signRevocation(revocationOf({ caseId: CASE_ID, consent: "all", seq: 1, nowMs }), caseKeys)
  const { view } = draft
  return [
    ask("a consent that holds"),
    ask("another key signed it", { casePk: base64url(keysOf("other").publicKey) }),
    ask("a revocation is no consent", {}, taken),
    ask("the type of a revocation on a consent", {}, { ...envelope, payloadType: CONSENT_TYPES.revocation }),
    ask("another text than the template's", {}, resigned({ text: "I allow it." })),
    ask("anonymous with the name in it", {}, resigned({ identity: "anonymous" })),
    ask("a code nobody knows", {}, resigned({ limits: ["no-moon"] })),
    ask("lists in another order", {}, resigned({ fields: [...named.fields].reverse() })),
    ask("another agency and another key", { agency: { ...context.agency, id: "door-fia", key: digest } }),
    ask("too early", { nowMs: nowMs - 1 }),
    ask("too late", { nowMs: named.exp * 1000, revocations: { asOfMs: named.exp * 1000, envelopes: [] } }),
    ask("used", { used: 1 }),
    ask("superseded", { latest: { seq: 2, digest } }),
    ask("no young list of revocations", { revocations: { asOfMs: nowMs - 86_400_000, envelopes: [] } }),
    ask("taken back", { revocations: { asOfMs: nowMs, envelopes: [taken] } }),
    ask("everything taken back", { revocations: { asOfMs: nowMs, envelopes: [all] } }),
    ask("a boundary set since", { boundaries: ["no_prosecution"] }),
    ask("a field more", { leaving: { view: { ...view, links: "x" }, files } }),
    ask("a field less", { leaving: { view: { details: "x" }, files } }),
    ask("a file more and one less", { leaving: { view, files: [{ id: RELEASE_ID, sha256: digest }] } }),
    ask("a file with other bytes", {
      leaving: { view, files: files.map(({ id }) => ({ id, sha256: digest })) },
    }),
  ]
}

function released(envelope: DsseEnvelope, consent: DsseEnvelope): readonly AskedConsent[] {
  const caseKeys = keysOf("case")
  const context = {
    caseId: CASE_ID,
    casePk: base64url(caseKeys.publicKey),
    agency: { id: "door-nccia", key: inboxKeyDigest(RECIPIENT) },
    today: "2026-11-24" as Day,
    others: [],
    used: 0,
    revocations: [] as readonly DsseEnvelope[],
  }
  const ask = (name: string, change: object = {}, one = envelope): AskedConsent => ({
    name: `release: ${name}`,
    do: "release.check",
    in: { envelope: one, context: { ...context, ...change } },
  })
  const all = signRevocation(
    revocationOf({ caseId: CASE_ID, consent: "all", seq: 1, nowMs: AT_MS }),
    caseKeys,
  )
  return [
    ask("good on its first day"),
    ask("a consent is no release", {}, consent),
    ask("another key", { casePk: base64url(keysOf("other").publicKey) }),
    ask("the agency's key was changed", { agency: { id: "door-nccia", key: inboxKeyDigest("age1x") } }),
    ask("the day before", { today: "2026-11-23" }),
    ask("the day after", { today: "2026-12-24" }),
    ask("used", { used: 1 }),
    ask("taken back", { revocations: [all] }),
  ]
}

async function answered(named: Consent, replySeed: Uint8Array): Promise<readonly AskedConsent[]> {
  const random = seededRandom("shn/v1 vectors: answers")
  const release = { agency: "door-nccia", releaseId: RELEASE_ID, consent: consentDigest(named) }
  const by = keyIdOf("officer")
  const officerKeys = keysOf("officer")
  const officers = [{ keyId: by, agency: "door-nccia", signPk: base64url(officerKeys.publicKey) }]
  const first = must(
    answerOf({
      release,
      earlier: null,
      by,
      nowMs: AT_MS,
      answer: { kind: "received", diary: "1204/26", note: "" },
    }),
  )
  const second = must(
    answerOf({ release, earlier: first, by, nowMs: AT_MS, answer: { kind: "stopped", note: "" } }),
  )
  const envelopes = [first, second].map((statement) => signAnswerOfAgency(statement, officerKeys))
  const forged = signAnswerOfAgency(second, keysOf("other"))
  const ask = (name: string, list: readonly (DsseEnvelope | undefined)[]): AskedConsent => ({
    name: `answers: ${name}`,
    do: "answers.read",
    in: { envelopes: list, release, officers },
  })
  const sealed = base64url(
    await sealAnswer(must(envelopes[0] ?? null), { reply: named.reply, releaseId: RELEASE_ID }, random),
  )
  const open = (name: string, releaseId: string): AskedConsent => ({
    name: `answer: ${name}`,
    do: "answer.open",
    in: { sealed, replySeed: base64url(replySeed), releaseId },
  })
  return [
    ask("in another order", [...envelopes].reverse()),
    ask("the first was left out", envelopes.slice(1)),
    ask("one is forged", [envelopes[0], forged]),
    open("opens for its release", RELEASE_ID),
    open("does not open for another", "44444444-4444-4444-8444-444444444444"),
  ]
}

function draftFor(casePk: Uint8Array, replyPk: Uint8Array): ConsentDraft {
  const evidence = [
    {
      id: "11111111-1111-4111-8111-111111111111",
      sha256: base64url(sha256(utf8("chat"))),
      label: "Chat, 3 November",
    },
  ]
  return {
    casePk,
    previous: null,
    to: { id: "door-nccia", inbox: "nccia-islamabad", name: "NCCIA", key: inboxKeyDigest(RECIPIENT) },
    agencyNeedsName: true,
    purpose: ["investigation"],
    identity: "named",
    view: { details: "1. He wrote 40 messages in one night.", "me.full_name": "A made-up name" },
    evidence,
    limits: ["female-officer"],
    boundaries: ["no_family", "no_media"],
    atMs: AT_MS,
    urgent: false,
    lastDay: "2026-12-23" as Day,
    uses: 1,
    replyPk,
    locale: "ur",
  }
}

function built(draft: ConsentDraft, seed: string): Consent {
  const result = buildConsent(draft, seededRandom(`shn/v1 vectors: consent: ${seed}`))
  if (!result.ok) throw new Error(canonical(result.stops as unknown as Json))
  return result.consent
}

function must<T>(value: T | null): T {
  if (value === null) throw new Error("not in its form")
  return value
}

function bytes(text: string): Uint8Array {
  return must(fromBase64url(text))
}
