import { type CaseId, dayOf, err, type KeyId, ok, type Result, type RosterPolicy } from "@shn/domain"
import { wellFormed } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import {
  type ChangeProblem,
  changePolicy,
  type MessageContent,
  type OpenCaseProblem,
  type OpenedCase,
  openCase,
  parseReceiptCode,
  type ReporterKeys,
  removeMembers,
  revokedReaders,
  type SealedChange,
  sealMessage,
  type VerifiedDirectory,
} from "@shn/sealed"
import { type ApiFailure, type CaseView, type Deployment, type Envelope, REPORTER_ROUTES } from "@shn/wire"
import { withAllowance } from "../session/allowance.ts"
import type { HeavyWork } from "../session/heavy-work.ts"
import type { StaffListFailure, StaffListKeeper } from "../session/staff-list.ts"
import type { Visit } from "../session/visit.ts"

/** One opened case as the screens show it. */
export type OpenCaseState = {
  readonly view: CaseView
  readonly opened: OpenedCase
  readonly directory: VerifiedDirectory
}

/** "code": the one local sentence for every wrong code. "unknown": a right code that opens nothing here. */
export type EnterFailure = "code" | "unknown" | "unsent" | ReadFailure
export type ReadFailure = StaffListFailure | OpenCaseProblem
export type SendFailure = ApiFailure | ReadFailure | "not-a-member" | "too-long"
export type ChangeFailure = ApiFailure | ReadFailure | ChangeProblem

/** Everything a person can do with their case. Keys live inside, in memory, until `leave`. */
export type CaseDesk = {
  readonly enter: (
    code: string,
    onProgress: (done: number) => void,
  ) => Promise<Result<OpenCaseState, EnterFailure>>
  readonly refresh: () => Promise<Result<OpenCaseState, ReadFailure>>
  /** Tries again with the same bytes as long as the words and the readers are the same. */
  readonly send: (text: string) => Promise<Result<OpenCaseState, SendFailure>>
  /** Begins a new epoch without this reader, and without those whom the helpline itself has let go. */
  readonly remove: (keyId: KeyId) => Promise<Result<OpenCaseState, ChangeFailure>>
  readonly setPolicy: (policy: RosterPolicy) => Promise<Result<OpenCaseState, ChangeFailure>>
  /**
   * Tells the case something that is no bubble of the conversation: of a file, a switch, a paper. The same news again is sent
   * once more with the same bytes as long as the readers are the same; readers who changed meanwhile are read first. A day's
   * allowance of messages is topped up by work.
   */
  readonly tell: (content: MessageContent) => Promise<Result<null, SendFailure>>
  /** The case as it is open now, for rooms that sign and ask by themselves. Null while none is, and after leaving. */
  readonly hold: () => CaseHold | null
  /** @throws Error while no case is open (a bug) */
  readonly caseId: () => CaseId
  readonly leave: () => void
}

/** Keys, line and clock of an opened case. */
export type CaseHold = {
  readonly keys: ReporterKeys
  readonly state: OpenCaseState
  readonly call: Visit["call"]
  /** The time that the person trusts, and the server's (null before its first answer). Milliseconds since 1970. */
  readonly now: () => number
  readonly serverNow: () => number | null
  readonly random: Random
}

export type CaseDeskTools = {
  readonly visit: Visit
  readonly staffList: StaffListKeeper
  readonly heavy: HeavyWork
  readonly deployment: Deployment
  readonly random: Random
}

type Held = { readonly keys: ReporterKeys; readonly state: OpenCaseState }
type Unsent = {
  /** The words, or what is told. */
  readonly text: string
  readonly rosterHash: string
  readonly envelope: Envelope
  /** The server said that it has it. */
  readonly isStored: boolean
}

// Its answer may have been lost on the way, or reading the case again may have failed: then another try must not say it twice.
function hasArrived({ isStored, envelope }: Unsent, { view }: OpenCaseState): boolean {
  return isStored || view.envelopes.some((stored) => stored.msgId === envelope.msgId)
}

export function caseDesk(tools: CaseDeskTools): CaseDesk {
  const { visit, random } = tools
  let held: Held | null = null
  let unsent: Unsent | null = null
  let untold: readonly Unsent[] = []

  async function read(keys: ReporterKeys): Promise<Result<OpenCaseState, ReadFailure>> {
    const directory = await tools.staffList.load(false)
    if (!directory.ok) return directory
    const view = await visit.call(REPORTER_ROUTES.readCase, {})
    if (!view.ok) return view
    const opened = await openCase({ view: view.value, me: keys, directory: directory.value })
    if (!opened.ok) return opened
    const state = { view: view.value, opened: opened.value, directory: directory.value }
    held = { keys, state }
    return ok(state)
  }

  function refresh(): Promise<Result<OpenCaseState, ReadFailure>> {
    return held === null ? Promise.resolve(err("damaged")) : read(held.keys)
  }

  async function tell(content: MessageContent): Promise<Result<null, SendFailure>> {
    if (held === null) return err("damaged")
    const { keys, state } = held
    const text = JSON.stringify(content)
    const rosterHash = state.opened.roster.head.hash
    let told = untold.find((one) => one.text === text && one.rosterHash === rosterHash)
    if (told === undefined) {
      const nowMs = tools.staffList.now()
      const envelope = await sealMessage({ opened: state.opened, me: keys, content, nowMs, random })
      if (!envelope.ok) return envelope
      told = { text, rosterHash, envelope: envelope.value, isStored: false }
      untold = [...untold.filter((one) => one.text !== text), told]
    }
    if (!hasArrived(told, state)) {
      const { envelope } = told
      const sent = await withAllowance(visit, tools.heavy, (work) =>
        visit.call(REPORTER_ROUTES.addEnvelope, { envelope, ...work }),
      )
      if (!sent.ok && sent.error === "epoch_moved") {
        const fresh = await refresh()
        return fresh.ok ? tell(content) : fresh
      }
      if (!sent.ok) return sent
    }
    untold = untold.filter((one) => one.text !== text)
    return ok(null)
  }

  async function change(
    make: (held: Held) => Promise<Result<SealedChange | null, ChangeProblem>>,
  ): Promise<Result<OpenCaseState, ChangeFailure>> {
    const fresh = await refresh()
    if (!fresh.ok || held === null) return fresh
    const made = await make(held)
    if (!made.ok) return made
    if (made.value === null) return fresh
    const sent = await visit.call(REPORTER_ROUTES.changeRoster, made.value.change)
    return sent.ok ? refresh() : sent
  }

  const changeInput = ({ keys, state }: Held) => ({
    opened: state.opened,
    me: keys,
    directory: state.directory,
    today: dayOf(tools.staffList.now()),
    random,
  })

  return {
    async enter(code, onProgress) {
      const secret = parseReceiptCode(code, tools.deployment.deploymentId)
      if (!secret.ok) return err("code")
      const keys = await tools.heavy.derive(secret.value, tools.deployment.deploymentId, onProgress)
      const visited = await visit.logIn(keys)
      if (!visited.ok) return err(visited.error === "login_failed" ? "unknown" : visited.error)
      const state = await read(keys)
      return !state.ok && state.error === "nothing-yet" ? err("unsent") : state
    },
    refresh,
    async send(text) {
      if (held === null) return err("damaged")
      const { keys, state } = held
      const rosterHash = state.opened.roster.head.hash
      if (unsent?.text !== text) unsent = null
      if (unsent === null || (!hasArrived(unsent, state) && unsent.rosterHash !== rosterHash)) {
        const content = { kind: "text", body: { text: wellFormed(text) } } as const
        const nowMs = tools.staffList.now()
        const envelope = await sealMessage({ opened: state.opened, me: keys, content, nowMs, random })
        if (!envelope.ok) return envelope
        unsent = { text, rosterHash, envelope: envelope.value, isStored: false }
      }
      if (!hasArrived(unsent, state)) {
        const sent = await visit.call(REPORTER_ROUTES.addEnvelope, { envelope: unsent.envelope })
        if (!sent.ok) return sent
        unsent = { ...unsent, isStored: true }
      }
      const shown = await refresh()
      if (shown.ok) unsent = null
      return shown
    },
    remove: (keyId) =>
      change(async (now) => {
        // Gone already: our own earlier try, whose answer was lost on the way.
        if (!now.state.opened.roster.readers.some((reader) => reader.keyId === keyId)) return ok(null)
        const gone = revokedReaders(now.state.opened, now.state.directory)
        return removeMembers({ ...changeInput(now), keyIds: [...new Set([keyId, ...gone])] })
      }),
    setPolicy: (policy) => change((now) => changePolicy({ ...changeInput(now), policy })),
    tell,
    hold() {
      if (held === null) return null
      const { now, serverNow } = tools.staffList
      return { ...held, call: visit.call, now, serverNow, random }
    },
    caseId() {
      if (held === null) throw new Error("no case is open")
      return held.keys.caseId
    },
    leave() {
      visit.end()
      held = null
      unsent = null
      untold = []
    },
  }
}
