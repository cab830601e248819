import type { Alias, KeyId, MemberId } from "@shn/domain"
import { makeInbox, openInboxWrap } from "@shn/evidence"
import { base64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import { signKeyPair } from "@shn/primitives/sign"
import { keyIdOf, type MemberKeys } from "@shn/sealed"
import type { AgencyInbox, InboxWrap, Officer, OfficerRecord, PartFetch } from "@shn/wire"
import { value } from "./helpline.ts"
import {
  type Caller,
  caller,
  loginKeyOf,
  type Mailbox,
  organisationOf,
  pageFetch,
  staffOf,
  TOTP_SECRET,
} from "./mailbox.ts"

/** A made-up agency with officers, an inbox that stock `age` opens, and its key wrapped to each of them. */
export type MadeUpAgency = {
  readonly inbox: AgencyInbox
  readonly officers: Readonly<Record<string, MadeUpOfficer>>
  readonly wraps: readonly InboxWrap[]
}
export type MadeUpOfficer = { readonly keys: MemberKeys; readonly listed: Officer }

export async function madeUpAgency(
  random: Random,
  agencyId: string,
  names: readonly string[],
): Promise<MadeUpAgency> {
  const officers: Record<string, MadeUpOfficer> = {}
  for (const name of names) officers[name] = await madeUpOfficer(random, name)
  const all = Object.values(officers)
  const made = await makeInbox(agencyId, all.map(asHolder), random)
  return {
    inbox: {
      agencyId,
      names: {
        en: `Made-up agency ${agencyId}`,
        ur: "ایک فرضی ادارہ",
        "ur-Latn": `Farzi idara ${agencyId}`,
      },
      recipient: made.recipient,
      keyEpoch: 0,
      officers: all.map(({ listed }) => listed),
    },
    officers,
    wraps: made.wraps,
  }
}

/** The agency after an officer has left: listed as revoked, and the inbox has another key. */
export async function withoutOfficer(
  random: Random,
  agency: MadeUpAgency,
  name: string,
): Promise<MadeUpAgency> {
  const staying = Object.entries(agency.officers).filter(([each]) => each !== name)
  const made = await makeInbox(
    agency.inbox.agencyId,
    staying.map(([, officer]) => asHolder(officer)),
    random,
  )
  const kept = agency.wraps.filter((wrap) => staying.some(([, { keys }]) => keys.keyId === wrap.keyId))
  return {
    ...agency,
    inbox: {
      ...agency.inbox,
      recipient: made.recipient,
      keyEpoch: agency.inbox.keyEpoch + 1,
      officers: Object.entries(agency.officers).map(([each, { listed }]) =>
        each === name ? { ...listed, status: "revoked" } : listed,
      ),
    },
    wraps: [...made.wraps, ...kept],
  }
}

/** Takes agencies into the running mailbox, as a newer signed directory does. */
export async function installAgencies(
  box: Mailbox,
  version: number,
  agencies: readonly MadeUpAgency[],
): Promise<void> {
  const organisation = organisationOf(box.helpline, {
    version,
    agencyInboxes: agencies.map(({ inbox }) => inbox),
  })
  const staff = {
    ...staffOf(box.helpline),
    officers: agencies.flatMap(({ officers }) => Object.values(officers).map(recordOf)),
    inboxWraps: agencies.flatMap(({ wraps }) => [...wraps]),
  }
  value(await box.server.replaceOrganisation(organisation, staff))
}

export type SignedInOfficer = {
  readonly name: string
  readonly keys: MemberKeys
  readonly call: Caller
  readonly partFetch: PartFetch
  readonly cookie: string
}

/** An officer with a session, without the second it takes to stretch a passphrase. */
export async function signedInOfficer(
  box: Mailbox,
  agency: MadeUpAgency,
  name: string,
): Promise<SignedInOfficer> {
  const { keys } = officerOf(agency, name)
  const secret = box.helpline.random(32)
  await box.server.store.staff.insertSession({
    session_hash: sha256(secret),
    key_id: keys.keyId,
    seen_ms: box.clock.nowMs,
    ends_ms: box.clock.nowMs + 12 * 3_600_000,
  })
  const cookie = `__Host-shn=${base64url(secret)}`
  const headers = { origin: box.server.origins().agency ?? "", cookie }
  return {
    name,
    keys,
    cookie,
    call: caller(box.agencyUrl, headers),
    partFetch: pageFetch(box.agencyUrl, headers),
  }
}

/** The identities of the inbox that an officer can open, newest first. */
export async function identitiesOf(agency: MadeUpAgency, name: string): Promise<readonly string[]> {
  const { keys } = officerOf(agency, name)
  const mine = agency.wraps.filter((wrap) => wrap.keyId === keys.keyId)
  const opened = await Promise.all(mine.map((wrap) => openInboxWrap(wrap, keys.kem)))
  return opened.map((each) => value(each).identity)
}

export function officerOf(agency: MadeUpAgency, name: string): MadeUpOfficer {
  const officer = agency.officers[name]
  if (officer === undefined) throw new Error(`no officer is called ${name}`)
  return officer
}

async function madeUpOfficer(random: Random, alias: string): Promise<MadeUpOfficer> {
  const sign = signKeyPair(random(32))
  const kem = await kemKeyPair(random(32))
  const keyId = keyIdOf(sign.publicKey, kem.publicKey)
  const memberId = randomUuidV4(random) as MemberId
  return {
    keys: { kind: "member", memberId, keyId, sign, kem, smk: random(32) },
    listed: {
      memberId,
      alias: alias as Alias,
      signPk: base64url(sign.publicKey),
      kemPk: base64url(kem.publicKey),
      keyId,
      keyEpoch: 0,
      status: "active",
    },
  }
}

function recordOf({ listed }: MadeUpOfficer): OfficerRecord {
  return {
    memberId: listed.memberId,
    alias: listed.alias,
    keyId: listed.keyId,
    salt: base64url(sha256(utf8(`officer ${listed.alias}`)).slice(0, 16)),
    kdf: { memoryKiB: 65_536, iterations: 3, parallelism: 1 },
    loginKeyHash: base64url(sha256(loginKeyOf(listed.alias))),
    totpSecret: TOTP_SECRET,
    sealedSmk: "AAAA",
    sealedSeeds: "AAAA",
  }
}

function asHolder({ listed, keys }: MadeUpOfficer): { keyId: KeyId; kemPk: Uint8Array } {
  return { keyId: listed.keyId, kemPk: keys.kem.publicKey }
}
