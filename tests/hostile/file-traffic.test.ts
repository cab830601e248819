import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { base64url, concat, fromBase64url } from "@shn/primitives/encode"
import { systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  type Attachment,
  exactTime,
  type FileBody,
  type FileFacts,
  type MessageContent,
  newUploadId,
  type OpenedCase,
  readFile,
  type SendPorts,
  sealMessage,
  sendFile,
} from "@shn/sealed"
import {
  api,
  type CaseView,
  DESK_ROUTES,
  fetchPart,
  type PartFetch,
  REPORTER_ROUTES,
  sendPart,
} from "@shn/wire"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { answer, type Colleague, deploymentOf, offersTo, readCase, signIn } from "../support/colleague.ts"
import { call, directoryOf, must, openPerson, type Person, readOwnCase, sealCase } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"

// A real server that keeps sealed files, real engines that send and read them; between them a line that does what a
// hostile server would do. Whatever it does, nobody is ever handed bytes that were not sent as if they were the file.
let run: Running
let sana: Colleague
let person: Person
let sent: Sent
let other: Sent

beforeAll(async () => {
  run = await startHelpline()
  sana = await signIn(run, "Sana")
  person = await accepted("with a recording")
  sent = await attach(person, systemRandom(2_700_000))
  other = await attach(person, systemRandom(2_700_000))
})
afterAll(() => run?.close())
afterEach(() => {
  run.reporterLine.tamper({})
  run.deskLine.tamper({})
})

type Sent = { readonly body: FileBody; readonly content: Uint8Array }
const PACE = { wait: async () => undefined, isStopped: () => false }
const PART = /^\/api\/uploads\/([0-9a-f-]{36})\/parts\/(\d+)$/

async function accepted(story: string): Promise<Person> {
  const made = await openPerson(run.reporter, deploymentOf(run))
  const body = await sealCase(run.reporter, deploymentOf(run), made, { story, facets: { lane: "P3" } })
  await call(run.reporter, REPORTER_ROUTES.submit, body, made.token)
  const offer = (await offersTo(sana)).find((one) => one.caseId === made.keys.caseId)
  await answer(run, sana, offer!, true)
  return made
}

const asReporter: PartFetch = (path, init) =>
  fetch(run.reporter + path, { ...init, headers: { ...init.headers, origin: run.reporter } } as RequestInit)

function portsOf({ keys, token }: Person, uploadId: FileBody["uploadId"]): SendPorts {
  const { caseId } = keys
  const own = {
    token,
    fetch: (
      path: string,
      { body, ...init }: { method: string; headers: Record<string, string>; body?: string },
    ) => asReporter(path, body === undefined ? init : { ...init, body: new TextEncoder().encode(body) }),
  }
  return {
    open: (chunks) => api(REPORTER_ROUTES.openUpload, { caseId, uploadId, chunks }, own),
    state: () => api(REPORTER_ROUTES.uploadState, { caseId, uploadId }, own),
    begun: (n) => api(REPORTER_ROUTES.partBegun, { caseId, uploadId, n }, own),
    putPart: (n, sealed, digest, from) =>
      sendPart(REPORTER_ROUTES.putPart, { uploadId, n }, sealed, digest, { token, fetch: asReporter }, from),
    finish: (partsDigest) => api(REPORTER_ROUTES.finishUpload, { caseId, uploadId, partsDigest }, own),
  }
}

const engine = (who: Person, uploadId: FileBody["uploadId"], key: Uint8Array, content: Uint8Array) =>
  sendFile({
    source: { size: content.length, read: async (from, to) => content.slice(from, to) },
    key,
    server: portsOf(who, uploadId),
    hash: sha256Stream,
    pace: PACE,
    onProgress: () => undefined,
  })

/** Sends the bytes as an app does, and says so in the case. */
async function attach(who: Person, content: Uint8Array): Promise<Sent> {
  const uploadId = newUploadId(systemRandom)
  const key = systemRandom(32)
  const told = must(await engine(who, uploadId, key, content))
  const body: FileBody = {
    ...{ uploadId, key: base64url(key), name: "recording.m4a", type: "audio/mp4", size: content.length },
    ...{ lastModified: null, origin: "voice", pickedAt: exactTime(Date.now()) ?? "", note: "" },
    ...told,
  }
  const { opened, token } = await readOwnCase(run.reporter, deploymentOf(run), who.keys)
  const content_ = { kind: "file", body } as const
  const envelope = must(
    await sealMessage({ opened, me: who.keys, content: content_, nowMs: Date.now(), random: systemRandom }),
  )
  await call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)
  return { body, content }
}

/** Reads an attachment at the desk, as its engine does. @returns the bytes, or what was refused and where */
async function readAtDesk({
  uploadId,
  ...file
}: Pick<FileBody, "uploadId" | "key" | "size" | "sha256" | "parts" | "partsDigest">) {
  const facts: FileFacts = { ...file, key: fromBase64url(file.key)! }
  const pieces: Uint8Array[] = []
  const result = await readFile({
    facts,
    server: {
      getPart: (n) => fetchPart(DESK_ROUTES.getPart, { uploadId, n }, { fetch: sana.partFetch }),
    },
    hash: sha256Stream,
    pace: PACE,
    sink: (bytes) => void pieces.push(bytes.slice()),
  })
  return result.ok ? concat(...pieces) : { error: result.error, part: result.part }
}

/** Lets the line falsify one part of the first file on its way to the desk. */
function falsify(part: number, change: (bytes: Buffer, bytesOf: (n: number) => Buffer) => Uint8Array): void {
  const seen = new Map<string, Buffer>()
  run.deskLine.tamper({
    bytes: (path, bytes) => {
      const [, uploadId, n] = PART.exec(path) ?? []
      seen.set(n ?? "", bytes)
      if (uploadId !== sent.body.uploadId || Number(n) !== part) return undefined
      return change(bytes, (one) => seen.get(String(one)) ?? Buffer.alloc(0))
    },
  })
}

async function sealedPartsOf({ body }: Sent): Promise<readonly Uint8Array[]> {
  const parts = Array.from({ length: body.parts }, (_, n) =>
    fetchPart(DESK_ROUTES.getPart, { uploadId: body.uploadId, n }, { fetch: sana.partFetch }),
  )
  return (await Promise.all(parts)).map((part) => must(part))
}

const attachmentOf = (opened: OpenedCase, { body }: Sent): Attachment | undefined =>
  opened.attachments.find(({ uploadId }) => uploadId === body.uploadId)
const codes = (opened: OpenedCase) => opened.findings.map(({ code }) => code)

describe("step 6: a file on its way to the desk", () => {
  test("arrives byte for byte when nobody interferes", async () => {
    const { opened } = await readCase(run, sana, person.keys.caseId)
    const attachment = attachmentOf(opened, sent)
    expect(attachment?.state).toBe("there")
    expect(codes(opened)).toEqual([])
    if (attachment?.state !== "there") throw new Error("not there")
    const bytes = await readAtDesk(attachment)
    expect(bytes instanceof Uint8Array && Buffer.compare(bytes, sent.content) === 0).toBe(true)
  })
  test("is refused when one bit of one part was changed, with that part's number", async () => {
    for (const at of [0, 40, 700_000]) {
      falsify(1, (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 1
        return bytes
      })
      expect(await readAtDesk(sent.body)).toEqual({ error: "part_changed", part: 1 })
    }
  })
  test("is refused when a part was cut short or made longer", async () => {
    falsify(2, (bytes) => bytes.subarray(0, bytes.length - 1))
    expect(await readAtDesk(sent.body)).toEqual({ error: "too_short", part: 2 })
    falsify(2, (bytes) => bytes.subarray(0, bytes.length - 65_552))
    expect(await readAtDesk(sent.body)).toEqual({ error: "too_short", part: 2 })
    falsify(0, (bytes) => concat(bytes, Uint8Array.of(0)))
    expect(await readAtDesk(sent.body)).toEqual({ error: "too_long", part: 0 })
  })
  test("is refused when two of its parts were swapped, and said to be that", async () => {
    const parts = await sealedPartsOf(sent)
    falsify(0, () => parts[1]!)
    expect(await readAtDesk(sent.body)).toEqual({ error: "swapped", part: 0 })
    falsify(1, () => parts[0]!)
    expect(await readAtDesk(sent.body)).toEqual({ error: "swapped", part: 1 })
  })
  test("is refused when a part of another file, of this or of another case, is handed out in its place", async () => {
    const elsewhere = await attach(await accepted("another case"), systemRandom(2_700_000))
    for (const foreign of [other, elsewhere]) {
      const parts = await sealedPartsOf(foreign)
      falsify(1, () => parts[1]!)
      expect(await readAtDesk(sent.body)).toEqual({ error: "part_changed", part: 1 })
    }
  })
  test("is refused when a part is kept back", async () => {
    run.deskLine.tamper({
      instead: (path) =>
        path.endsWith(`${sent.body.uploadId}/parts/2`)
          ? { status: 404, body: JSON.stringify({ problem: "not_found" }) }
          : undefined,
    })
    expect(await readAtDesk(sent.body)).toEqual({ error: "part_missing", part: 2 })
  })
  test("is refused when a byte was changed where it is kept", async () => {
    const spoilt = await attach(person, systemRandom(100_000))
    const files = readdirSync(run.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => path.includes(spoilt.body.uploadId))
    expect(files.length).toBe(1)
    const bytes = readFileSync(files[0]!)
    bytes[500] = (bytes[500] ?? 0) ^ 0x10
    writeFileSync(files[0]!, bytes)
    expect(await readAtDesk(spoilt.body)).toEqual({ error: "part_changed", part: 0 })
  })
  test("is refused when the writer's message tells other bytes than were sent", async () => {
    const lie = { ...sent.body, sha256: other.body.sha256 }
    expect(await readAtDesk(lie)).toEqual({ error: "digest_wrong", part: null })
    expect(await readAtDesk({ ...sent.body, partsDigest: other.body.partsDigest })).toEqual({
      error: "digest_wrong",
      part: null,
    })
    expect(await readAtDesk({ ...sent.body, size: sent.body.size - 1 })).toEqual({
      error: "too_long",
      part: 2,
    })
    expect(await readAtDesk({ ...sent.body, key: other.body.key })).toEqual({
      error: "part_changed",
      part: 0,
    })
  })
})

describe("step 6: a file on its way to the server", () => {
  test("is sent again when a part comes damaged, and is whole in the end", async () => {
    let damaged = 0
    run.reporterLine.tamper({
      before: (path, body) => {
        if (!PART.test(path) || damaged >= 2) return undefined
        damaged += 1
        const changed = Buffer.from(body)
        changed[10] = (changed[10] ?? 0) ^ 1
        return changed
      },
    })
    const again = await attach(person, systemRandom(1_200_000))
    expect(damaged).toBe(2)
    const bytes = await readAtDesk(again.body)
    expect(bytes instanceof Uint8Array && Buffer.compare(bytes, again.content) === 0).toBe(true)
  })
  test("that the server only pretends to keep is told as sent, and missed by the first who reads it", async () => {
    run.reporterLine.tamper({
      instead: (path) =>
        PART.test(path) || path.endsWith("/finish") ? { status: 200, body: "{}" } : undefined,
    })
    const lost = await attach(person, systemRandom(100_000))
    run.reporterLine.tamper({})
    expect(await readAtDesk(lost.body)).toEqual({ error: "part_missing", part: 0 })
  })
  test("goes on with the same bytes only: another file is not put behind the first one's parts", async () => {
    const key = systemRandom(32)
    const uploadId = newUploadId(systemRandom)
    const content = systemRandom(1_500_000)
    must(await engine(person, uploadId, key, content))
    const changed = content.slice()
    changed[1_400_000] = (changed[1_400_000] ?? 0) ^ 1
    expect(await engine(person, uploadId, key, changed)).toEqual({ ok: false, error: "differs" })
    expect((await engine(person, uploadId, key, content)).ok).toBe(true)
  })
  test("is not taken for stored when the server tells other digests than were sent", async () => {
    const content = systemRandom(1_500_000)
    const [uploadId, key] = [newUploadId(systemRandom), systemRandom(32)]
    run.reporterLine.tamper({
      json: (path, told) =>
        path.endsWith("/uploads/state")
          ? { ...(told as object), parts: [base64url(systemRandom(32)), base64url(systemRandom(32))] }
          : told,
    })
    expect(await engine(person, uploadId, key, content)).toEqual({ ok: false, error: "differs" })
  })
})

describe("steps 5 and 6: what is said of a file", () => {
  test("in one case is not said in another, whatever the server relabels", async () => {
    const quiet = await accepted("a case without files")
    const { view } = await readOwnCase(run.reporter, deploymentOf(run), person.keys)
    const [first] = view.envelopes.slice(-1)
    for (const stolen of [first!, { ...first!, caseId: quiet.keys.caseId }]) {
      run.reporterLine.tamper({
        json: (path, told) => {
          if (path !== REPORTER_ROUTES.readCase.path) return told
          const own = told as CaseView
          return { ...own, envelopes: [...own.envelopes, stolen] }
        },
      })
      const { opened } = await readOwnCase(run.reporter, deploymentOf(run), quiet.keys)
      expect(opened.attachments).toEqual([])
      expect(codes(opened)).toEqual([stolen === first ? "moved-case" : "does-not-open"])
    }
  })
  test("by staff neither stops the reporter's file nor takes its place, and the reporter is told", async () => {
    const { view, opened } = await readCase(run, sana, person.keys.caseId)
    // The claim is dated back and names no message before it, so that it comes first in every order.
    const unaware = { ...opened, conversation: { ...opened.conversation, heads: [] } }
    const seal = async (from: OpenedCase, content: MessageContent, nowMs: number) =>
      must(await sealMessage({ opened: from, me: sana.keys, content, nowMs, random: systemRandom }))
    const { uploadId } = sent.body
    const stop = await seal(opened, { kind: "file_gone", body: { uploadId } }, Date.now())
    const lie = { ...sent.body, name: "nothing.txt", size: 5, parts: 1 }
    const claim = await seal(unaware, { kind: "file", body: lie }, Date.now() - 3_600_000)
    for (const [envelope, code] of [
      [stop, "file-not-theirs"],
      [claim, "duplicate-file"],
    ] as const) {
      run.reporterLine.tamper({
        json: (path, told) =>
          path === REPORTER_ROUTES.readCase.path
            ? {
                ...(told as CaseView),
                envelopes: [...view.envelopes, { ...envelope, receivedDay: view.envelopes[0]!.receivedDay }],
              }
            : told,
      })
      const own = await readOwnCase(run.reporter, deploymentOf(run), person.keys)
      const mine = own.opened.attachments.find((one) => one.uploadId === uploadId && one.role === "reporter")
      expect(mine).toMatchObject({ state: "there", name: "recording.m4a", sha256: sent.body.sha256 })
      expect(codes(own.opened)).toEqual([code])
    }
    expect(await codeOf(sana.call(DESK_ROUTES.dropUpload, { caseId: person.keys.caseId, uploadId }))).toBe(
      "not_found",
    )
    const bytes = await readAtDesk(sent.body)
    expect(bytes instanceof Uint8Array).toBe(true)
  })
  test("does not help anybody who is not on the case: they get not one sealed byte", async () => {
    const stranger = await openPerson(run.reporter, deploymentOf(run))
    const { uploadId } = sent.body
    const { opened } = await readCase(run, sana, person.keys.caseId)
    const readers = new Set(opened.roster.readers.map(({ keyId }) => keyId))
    const directory = await directoryOf(run.reporter, deploymentOf(run))
    const outsider = directory.members.find(
      ({ keyId, roles }) => !readers.has(keyId) && roles.includes("expert"),
    )
    const colleague = await signIn(run, outsider!.alias)
    const asked = [
      fetchPart(REPORTER_ROUTES.getPart, { uploadId, n: 0 }, { fetch: asReporter, token: stranger.token }),
      fetchPart(REPORTER_ROUTES.getPart, { uploadId, n: 0 }, { fetch: asReporter }),
      fetchPart(DESK_ROUTES.getPart, { uploadId, n: 0 }, { fetch: colleague.partFetch }),
    ]
    const refused = (await Promise.all(asked)).map((one) => (one.ok ? "bytes" : one.error))
    expect(refused).toEqual(["not_found", "token_expired", "not_on_roster"])
  })
})

async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => "done",
    (error: { problem?: string }) => error.problem ?? "failed",
  )
}
