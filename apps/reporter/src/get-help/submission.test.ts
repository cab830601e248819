import { base64url } from "@shn/primitives/encode"
import { solvePow } from "@shn/primitives/pow"
import {
  type FileContent,
  type FileStart,
  foldAttachments,
  newUploadId,
  openCase,
  type ReporterKeys,
} from "@shn/sealed"
import { beforeEach, describe, expect, it } from "vitest"
import {
  keyOf,
  type MadeUpHelpline,
  madeUpHelpline,
  NOW_MS,
  reporterOf,
  store,
} from "../../../../tests/support/helpline.ts"
import { type MadeUpServer, madeUpServer, problem } from "../../../../tests/support/made-up-server.ts"
import { seededRandom } from "../../../../tests/support/seeded.ts"
import { staffListKeeper } from "../session/staff-list.ts"
import { newVisit } from "../session/visit.ts"
import { workAhead } from "../session/work-ahead.ts"
import { type HelpAnswers, noAnswers } from "./answers.ts"
import { newSubmission, type Review, type Submission } from "./submission.ts"

let helpline: MadeUpHelpline
let server: MadeUpServer
let keys: ReporterKeys
let submission: Submission
const answers: HelpAnswers = {
  ...noAnswers("ur"),
  needs: ["psych"],
  story: "It began in the library. 🙂 \ud83d",
  about: "Asad",
}

beforeEach(async () => {
  helpline = await madeUpHelpline()
  server = await madeUpServer(helpline)
  keys = await reporterOf(helpline)
  submission = newSubmissionFor(server)
})

function newSubmissionFor(to: MadeUpServer): Submission {
  const now = () => NOW_MS
  const visit = newVisit({ fetch: to.fetch, origin: "https://help.example", now })
  const heavy = {
    derive: async () => keys,
    solve: async (challenge: Uint8Array, bits: number) => {
      const solved = await solvePow({ challenge, bits })
      return solved.ok ? solved.value : null
    },
  }
  return newSubmission({
    visit,
    staffList: staffListKeeper(visit, helpline.org, now),
    work: workAhead(visit, heavy, now),
    keys: async () => keys,
    random: helpline.random,
    locale: "ur",
    contactLabels: { number: "n", hours: "h", whoMayAnswer: "w", openingWords: "o" },
  })
}

async function reviewOf(given: HelpAnswers = answers): Promise<Review> {
  const review = await submission.prepare(given)
  if (!review.ok) throw new Error(review.error)
  return review.value
}
const paths = () => server.calls.map((call) => call.path)
const submits = () =>
  server.calls.filter((call) => call.path === "/api/cases/submit").map((call) => call.body)
const aliases = (review: Review) =>
  review.readers.needs.flatMap((need) => need.picks.map(({ member }) => member.alias))

describe("sending a case", () => {
  it("seals it for exactly the people on the review, and for nobody else", async () => {
    const review = await reviewOf()
    expect(await submission.send(review)).toEqual({ ok: true, value: { kind: "sent" } })
    const body = server.submitted()!
    const named = ["Sana", "Hina", "Zara"].map((alias) => keyOf(helpline, alias))
    expect(body.wraps.map((wrap) => wrap.keyId).sort()).toEqual([keys.keyId, ...named].sort())
  })

  it("says nothing to the server but the facets that were shown", async () => {
    await submission.send(await reviewOf())
    const sent = server.calls.map((call) => call.body).join("\n")
    for (const secret of ["library", "Asad", "no_media"]) expect(sent).not.toContain(secret)
  })

  it("can be opened by the person afterwards, with half a character mended", async () => {
    await submission.send(await reviewOf())
    const opened = await openCase({
      view: store(keys, server.submitted()!),
      me: keys,
      directory: helpline.directory,
    })
    const story = opened.ok && opened.value.conversation.messages[0]?.content
    expect(story).toMatchObject({ kind: "intake", body: { story: "It began in the library. 🙂 \ufffd" } })
  })

  it("sends the same bytes again when the line was cut", async () => {
    const review = await reviewOf()
    server.next("/api/cases/submit", "cut")
    expect(await submission.send(review)).toEqual({ ok: false, error: "offline" })
    expect((await submission.send(review)).ok).toBe(true)
    expect(new Set(submits()).size).toBe(1)
  })

  it("goes on when the server was started anew in between", async () => {
    const review = await reviewOf()
    server.next("/api/cases/submit", problem("token_expired", 401))
    server.next("/api/login/answer", problem("login_failed", 401))
    expect(await submission.send(review)).toEqual({ ok: true, value: { kind: "sent" } })
    expect(paths().filter((path) => path === "/api/cases/open")).toHaveLength(2)
    expect(new Set(submits()).size).toBe(1)
  })

  it("asks anew for people when the proposal is too old, without asking the person if they are the same", async () => {
    const review = await reviewOf()
    server.next("/api/cases/submit", problem("proposal_expired"))
    expect(await submission.send(review)).toEqual({ ok: true, value: { kind: "sent" } })
    expect(new Set(submits()).size).toBe(2)
  })

  it("asks the person again when somebody else would read it now", async () => {
    const review = await reviewOf()
    server.next("/api/cases/submit", problem("proposal_expired"))
    server.picks = ["Zara"]
    const result = await submission.send(review)
    expect(result.ok && result.value.kind).toBe("changed")
    expect(server.submitted()).toBeNull()
  })

  it("notices after a reload that it was sent already", async () => {
    const review = await reviewOf()
    await submission.send(review)
    server.stored = { ...store(keys, server.submitted()!), previews: undefined } as never
    server.next("/api/cases/submit", problem("conflict"))
    const again = newSubmissionFor(server)
    const fresh = await again.prepare(answers)
    expect(fresh.ok && (await again.send(fresh.value)).ok).toBe(true)
  })
})

describe("files that go along", () => {
  const start: FileStart = {
    uploadId: newUploadId(seededRandom("files")),
    key: base64url(new Uint8Array(32)),
    name: "film.mp4",
    type: "video/mp4",
    size: 10,
    lastModified: null,
    origin: "gallery",
    pickedAt: "2026-11-23T07:00:00.000Z",
  }
  const digest = base64url(new Uint8Array(32))
  const coming: FileContent = { kind: "upload", body: start }
  const there: FileContent = {
    kind: "file",
    body: { ...start, sha256: digest, parts: 1, partsDigest: digest, note: "" },
  }
  const storeAsItCame = () => {
    server.stored = { ...store(keys, server.submitted()!), previews: undefined } as never
    server.next("/api/cases/submit", problem("conflict"))
  }

  it("are told of inside the sealed report, each as it is", async () => {
    const review = await reviewOf()
    const other: FileContent = {
      kind: "upload",
      body: { ...start, uploadId: newUploadId(seededRandom("other")) },
    }
    expect((await submission.send(review, [there, other])).ok).toBe(true)
    const view = store(keys, server.submitted()!)
    const opened = await openCase({ view, me: keys, directory: helpline.directory })
    const { attachments } = foldAttachments(opened.ok ? opened.value.conversation.messages : [])
    expect(attachments.map(({ state }) => state)).toEqual(["there", "on_its_way"])
    expect(server.calls.map(({ body }) => body).join()).not.toContain("film")
  })

  it("are sent as the same bytes again when the line was cut, and sealed anew when one of them arrived meanwhile", async () => {
    const review = await reviewOf()
    server.next("/api/cases/submit", "cut", "cut")
    await submission.send(review, [coming])
    await submission.send(review, [coming])
    expect(new Set(submits()).size).toBe(1)
    expect((await submission.send(review, [there])).ok).toBe(true)
    expect(new Set(submits()).size).toBe(2)
  })

  it("are not called sent when the try that had arrived spoke of them as still on their way", async () => {
    const review = await reviewOf()
    await submission.send(review, [coming])
    storeAsItCame()
    expect(await submission.send(review, [there])).toEqual({ ok: false, error: "already-sent" })
    storeAsItCame()
    expect((await newSubmissionFor(server).prepare(answers)).ok).toBe(true)
    expect((await submission.send(review, [coming])).ok).toBe(true)
  })
})

describe("who will read it", () => {
  it("never includes somebody whom the signed list does not certify", async () => {
    server.next("/api/proposals", {
      status: 200,
      body: {
        proposalId: "6f1e1c1a-3b1f-4c58-9d0a-0d6f5a1b2c3d",
        expiresInSeconds: 1800,
        needs: [],
        coordinators: [keys.keyId],
      },
    })
    expect(await submission.prepare(answers)).toEqual({ ok: false, error: "uncertified-proposal" })
  })

  it("never includes an expert as a coordinator", async () => {
    server.onDuty = ["Hina"]
    expect(await submission.prepare(answers)).toEqual({ ok: false, error: "uncertified-proposal" })
  })

  it("leaves out whom the person points at, and adds the trustee from outside", async () => {
    const leftOut = { keyIds: [keyOf(helpline, "Hina")], roles: ["coordinator" as const] }
    const review = await reviewOf({ ...answers, concernsStaff: true, leftOut })
    expect(aliases(review)).toEqual(["Zara"])
    expect(review.readers.coordinators).toEqual([])
    expect(review.readers.trustees.map(({ alias }) => alias)).toEqual(["Noor"])
  })

  it("leaves nobody out once the switch is off again", async () => {
    const leftOut = { keyIds: [keyOf(helpline, "Hina")], roles: [] }
    expect(aliases(await reviewOf({ ...answers, concernsStaff: false, leftOut }))).toEqual(["Hina", "Zara"])
  })

  it("is refused when nobody would be left to help", async () => {
    server.picks = []
    const leftOut = { keyIds: [keyOf(helpline, "Noor")], roles: ["coordinator" as const] }
    const result = await submission.prepare({ ...answers, concernsStaff: true, leftOut })
    expect(result).toEqual({ ok: false, error: "nobody" })
  })

  it("says so when nobody is on duty, and gives the key to coordinators all the same", async () => {
    server.onDuty = []
    const review = await reviewOf()
    expect(review.offDuty).toEqual({ nextAt: null })
    expect(review.readers.coordinators.map(({ alias }) => alias)).toEqual(["Sana", "Bilal"])
  })

  it("is not asked for at all while the clock is in doubt", async () => {
    server.dateMs = NOW_MS + 365 * 86_400_000
    expect(await submission.prepare(answers)).toEqual({ ok: false, error: "clock_doubt" })
    expect(paths()).not.toContain("/api/proposals")
  })
})
