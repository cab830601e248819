import type { Day } from "@shn/domain"
import type { AgencyInbox, DirectoryStatement } from "@shn/wire"
import { beforeAll, describe, expect, test } from "vitest"
import { type MadeUpAgency, madeUpAgency } from "../../../tests/support/agency.ts"
import {
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  staff,
  TODAY,
  value,
} from "../../../tests/support/helpline.ts"
import { certifiedAgency, certifiedMember, listedOfficer, signDirectory, verifyDirectory } from "./index.ts"

let helpline: MadeUpHelpline
let nccia: MadeUpAgency
let fia: MadeUpAgency
beforeAll(async () => {
  helpline = await madeUpHelpline("agencies")
  nccia = await madeUpAgency(helpline.random, "nccia", ["Rabia", "Kamran"])
  fia = await madeUpAgency(helpline.random, "fia", ["Tariq"])
})

function check(agencyInboxes: readonly AgencyInbox[], today: Day = TODAY) {
  const statement: DirectoryStatement = { ...helpline.statement, agencyInboxes: [...agencyInboxes] }
  return verifyDirectory({
    org: helpline.org,
    registrars: helpline.registrarsEnvelope,
    directory: helpline.registrars.slice(0, 2).map((keys) => signDirectory(statement, keys)),
    today,
    atLeastVersion: 0,
  })
}
const problem = (...inboxes: readonly AgencyInbox[]) => {
  const checked = check(inboxes)
  return checked.ok ? "ok" : checked.error
}
const withOfficers = (
  inbox: AgencyInbox,
  change: (officers: AgencyInbox["officers"]) => AgencyInbox["officers"],
) => ({
  ...inbox,
  officers: change(inbox.officers),
})
const first = (inbox: AgencyInbox, part: Partial<AgencyInbox["officers"][number]>) =>
  withOfficers(inbox, (officers) => officers.map((each, at) => (at === 0 ? { ...each, ...part } : each)))

describe("the agencies on the list of staff keys", () => {
  test("are read with their officers when registrars have signed them", () => {
    const directory = value(check([nccia.inbox, fia.inbox]))
    expect(value(certifiedAgency(directory, "nccia")).recipient).toBe(nccia.inbox.recipient)
    const rabia = nccia.inbox.officers[0]
    expect(listedOfficer(directory, rabia?.keyId ?? keyOf(helpline, "Sana"))?.agency.agencyId).toBe("nccia")
    expect(certifiedAgency(directory, "nobody")).toEqual({ ok: false, error: "no-such-agency" })
  })

  test("an officer is no member: a case cannot be sealed to them, and a member answers for no agency", () => {
    const directory = value(check([nccia.inbox]))
    for (const { keyId } of nccia.inbox.officers)
      expect(certifiedMember(directory, keyId)).toEqual({ ok: false, error: "uncertified-key" })
    expect(listedOfficer(directory, keyOf(helpline, "Sana"))).toBeUndefined()
  })

  test("are refused with a swapped key, an agency twice, an officer twice, or an officer who is also staff", () => {
    const [rabia, kamran] = nccia.inbox.officers
    const sana = staff(helpline, "Sana").listed
    const { memberId, alias, signPk, kemPk, keyId, keyEpoch, status } = sana
    expect(problem(first(nccia.inbox, { signPk: kamran?.signPk ?? "" }))).toBe("uncertified-key")
    expect(problem(first(nccia.inbox, { kemPk: kamran?.kemPk ?? "" }))).toBe("uncertified-key")
    expect(problem(nccia.inbox, { ...fia.inbox, agencyId: "nccia" })).toBe("uncertified-key")
    expect(
      problem(
        nccia.inbox,
        withOfficers(fia.inbox, (officers) => [...officers, ...nccia.inbox.officers]),
      ),
    ).toBe("uncertified-key")
    expect(problem(first(nccia.inbox, { memberId: kamran?.memberId ?? (rabia?.memberId as never) }))).toBe(
      "uncertified-key",
    )
    const both = { memberId, alias, signPk, kemPk, keyId, keyEpoch, status }
    expect(problem(withOfficers(nccia.inbox, (officers) => [...officers, both]))).toBe("uncertified-key")
    expect(problem(nccia.inbox, fia.inbox)).toBe("ok")
  })

  test("with a name that shows something else than it says, the whole list is refused", () => {
    for (const en of ["NCCIA\u200b", "\u202eAICCN", "NCCIA\nand the press", " NCCIA", "N\u3164"])
      expect(problem({ ...nccia.inbox, names: { ...nccia.inbox.names, en } }), JSON.stringify(en)).not.toBe(
        "ok",
      )
  })

  test("with a key that is no inbox's, or a field too many, the whole list is refused", () => {
    expect(problem({ ...nccia.inbox, recipient: "age1qqqq" })).toBe("damaged")
    expect(problem({ ...nccia.inbox, more: 1 } as never)).toBe("damaged")
  })

  test("an officer who left can still be named for what they signed; an agency without any can be given nothing", () => {
    const left = withOfficers(nccia.inbox, (officers) =>
      officers.map((each) => ({ ...each, status: "revoked" as const })),
    )
    const directory = value(check([left, fia.inbox]))
    const keyId = nccia.inbox.officers[0]?.keyId ?? keyOf(helpline, "Sana")
    expect(listedOfficer(directory, keyId)?.officer.status).toBe("revoked")
    expect(certifiedAgency(directory, "nccia")).toEqual({ ok: false, error: "no-such-agency" })
    expect(certifiedAgency(directory, "fia").ok).toBe(true)
  })

  test("an expired list certifies no agency for anything new, and still names the officers", () => {
    const directory = value(check([nccia.inbox], "2027-01-01" as Day))
    expect(certifiedAgency(directory, "nccia")).toEqual({ ok: false, error: "directory-expired" })
    expect(listedOfficer(directory, nccia.inbox.officers[0]?.keyId ?? keyOf(helpline, "Sana"))).toBeDefined()
  })
})
