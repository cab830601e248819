import type { ProposalId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { randomUuidV4 } from "@shn/primitives/random"
import { signDirectory } from "@shn/sealed"
import type { ApiOptions, CaseView, SubmitRequest } from "@shn/wire"
import type { MadeUpHelpline } from "./helpline.ts"
import { keyOf, NOW_MS, reporterOf } from "./helpline.ts"

/** What one call is answered with; "cut" breaks the line before the answer comes back. */
export type Answer = { readonly status: number; readonly body: unknown } | "cut"

/** A scripted server for one page: answers by path, remembers every body it was sent. */
export type MadeUpServer = {
  readonly fetch: ApiOptions["fetch"]
  /** "path body" of every call, in order. */
  readonly calls: { readonly path: string; readonly body: string; readonly token: string }[]
  /** The next answers of a path, before the usual one. */
  readonly next: (path: string, ...answers: readonly Answer[]) => void
  readonly submitted: () => SubmitRequest | null
  stored: CaseView | null
  /** Whom a proposal names, by alias, best first. */
  picks: readonly string[]
  onDuty: readonly string[]
  /** What the Date header says. */
  dateMs: number
}

export function problem(code: string, status = 409): Answer {
  return { status, body: { problem: code } }
}

export async function madeUpServer(helpline: MadeUpHelpline): Promise<MadeUpServer> {
  const scripted = new Map<string, Answer[]>()
  const caseId = (await reporterOf(helpline)).caseId
  let opened: string = caseId
  let submitted: SubmitRequest | null = null
  const bytes = (length: number) => base64url(helpline.random(length))
  const server: MadeUpServer = {
    calls: [],
    stored: null,
    picks: ["Hina", "Zara"],
    onDuty: ["Sana"],
    dateMs: NOW_MS,
    next: (path, ...answers) => void scripted.set(path, [...(scripted.get(path) ?? []), ...answers]),
    submitted: () => submitted,
    fetch: async (url, init) => {
      const body = init.body ?? ""
      server.calls.push({ path: url, body, token: init.headers.authorization ?? "" })
      const answer = scripted.get(url)?.shift() ?? usual(url, body)
      if (answer === "cut") throw new TypeError("the line was cut")
      const headers = new Map([["date", new Date(server.dateMs).toUTCString()]])
      return {
        status: answer.status,
        headers: { get: (name) => headers.get(name) ?? null },
        text: async () => JSON.stringify(answer.body),
      }
    },
  }

  function usual(path: string, body: string): Answer {
    switch (path) {
      case "/api/work":
        return fine({ challenge: bytes(32), bits: 1, expiresInSeconds: 600 })
      case "/api/cases/open":
        opened = JSON.parse(body).caseId
        return fine({ token: bytes(32), expiresInSeconds: 900, caseId: opened })
      case "/api/login/challenge":
        return fine({ challenge: bytes(32) })
      case "/api/login/answer":
        return fine({ token: bytes(32), expiresInSeconds: 900, caseId: server.stored?.caseId ?? opened })
      case "/api/directory":
        return fine({
          registrars: helpline.registrarsEnvelope,
          directory: helpline.registrars.slice(0, 2).map((keys) => signDirectory(helpline.statement, keys)),
        })
      case "/api/duty":
        return fine({ onDuty: server.onDuty.map((alias) => keyOf(helpline, alias)), nextAt: null })
      case "/api/proposals":
        return fine({
          proposalId: randomUuidV4(helpline.random) as ProposalId,
          expiresInSeconds: 1800,
          needs: JSON.parse(body).needs.map((need: { needId: string }) => ({
            needId: need.needId,
            picks: server.picks.map((alias) => ({ keyId: keyOf(helpline, alias), reasons: ["free_now"] })),
            bindingRule: null,
          })),
          coordinators: server.onDuty.map((alias) => keyOf(helpline, alias)),
        })
      case "/api/cases/submit":
        submitted = JSON.parse(body)
        return fine({ caseId: opened, state: "submitted" })
      case "/api/case":
        return server.stored === null ? problem("not_found", 404) : fine(server.stored)
      default:
        return fine({})
    }
  }
  return server
}

function fine(body: unknown): Answer {
  return { status: 200, body }
}
