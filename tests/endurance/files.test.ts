import { setTimeout as pause } from "node:timers/promises"
import { DESK_ROUTES, fetchPart } from "@shn/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startBadLine } from "../support/bad-line.ts"
import { readCase, signIn } from "../support/colleague.ts"
import { generatedFile, newUpload, paceOf, portsOf } from "../support/file-ports.ts"
import {
  digestOf,
  honestPorts,
  personWithCase,
  readBack,
  send,
  startOf,
  tell,
  uploadFrom,
} from "../support/file-sender.ts"
import { comeBack, must, readOwnCase } from "../support/person.ts"
import { type Running, startHelpline, until } from "../support/running.ts"

// The engine as the apps run it, a real server, and lines as they are. Hours of it are in files.slow.test.ts.
let run: Running
beforeAll(async () => {
  run = await startHelpline()
})
afterAll(() => run?.close())

const MIB = 1_048_576
const serverPort = () => Number(new URL(run.direct.reporter).port)
/** Addresses of the parts of an upload that set out, as the recording line saw them. */
const putsOf = (uploadId: string) =>
  run.reporterLine.log.flatMap(({ method, path }) =>
    method === "PUT" && path.includes(uploadId) ? [path] : [],
  )

/** The same ports, and how many bytes the sender was told that it need not send again. */
function sparing(ports: ReturnType<typeof portsOf>) {
  let spared = 0
  const begun: typeof ports.begun = async (...which) => {
    const answer = await ports.begun(...which)
    if (answer.ok) spared += answer.value.bytes
    return answer
  }
  return { ports: { ...ports, begun }, spared: () => spared }
}

test("over a line that stalls and is cut every second a file arrives byte for byte, and is read back over the same line", async () => {
  const person = await personWithCase(run, "a bad line")
  const line = await startBadLine(serverPort(), {
    seed: "endurance",
    latencyMs: 40,
    bytesPerSecond: 2_500_000,
    segmentBytes: 16_384,
    lossShare: 0.02,
    stallMs: [100, 300],
    cutEveryMs: 1_000,
    silentShare: 0.05,
  })
  try {
    const upload = newUpload()
    const { ports, spared } = sparing(
      portsOf(person, upload, {
        address: `http://127.0.0.1:${line.port}`,
        origin: run.reporter,
        giveUpMs: 1_500,
      }),
    )
    const source = generatedFile(3 * MIB + 4_321, 1)
    const sent = must(await send(upload, source, ports))
    expect(sent.sha256).toBe(await digestOf(source))
    expect(line.figures().cut).toBeGreaterThan(3)
    expect(line.figures().stalls).toBeGreaterThan(3)
    // What came before a cut is not sent again. How much that is depends on the machine, so no share is promised here.
    expect(spared()).toBeGreaterThan(0)
    const back = await readBack(upload, source.size, sent, ports)
    expect(back).toEqual({ result: { ok: true }, sha256: sent.sha256, bytes: source.size })
  } finally {
    await line.close()
  }
})

test("a line that never lives long enough for one whole part still carries every part", async () => {
  const person = await personWithCase(run, "a very bad line")
  const line = await startBadLine(serverPort(), { bytesPerSecond: 1_000_000, cutEveryMs: 500 })
  try {
    const upload = newUpload()
    const address = `http://127.0.0.1:${line.port}`
    const { ports, spared } = sparing(portsOf(person, upload, { address, origin: run.reporter }))
    const source = generatedFile(MIB, 2)
    const sent = must(await send(upload, source, ports))
    expect(spared()).toBeGreaterThan(0)
    expect(await readBack(upload, source.size, sent, ports)).toMatchObject({
      result: { ok: true },
      sha256: await digestOf(source),
    })
  } finally {
    await line.close()
  }
})

test("a server that is killed twice in the middle goes on with what it had confirmed, and nothing is lost", async () => {
  const person = await personWithCase(run, "a server that dies")
  const upload = newUpload()
  const source = generatedFile(10 * MIB, 3)
  const ports = honestPorts(run, person, upload)
  const confirmed = new Map<number, string>()
  const putPart: typeof ports.putPart = async (n, sealed, digest, ...rest) => {
    const answer = await ports.putPart(n, sealed, digest, ...rest)
    if (answer.ok) confirmed.set(n, digest)
    return answer
  }
  const sending = send(upload, source, { ...ports, putPart })
  for (const few of [2, 6]) {
    await until(() => confirmed.size >= few, "no part was confirmed")
    await run.kill("SIGKILL")
    const promised = [...confirmed]
    await run.restart()
    const state = must(await ports.state())
    for (const [n, digest] of promised) expect(state.parts[n]).toBe(digest)
  }
  const sent = must(await sending)
  expect(await readBack(upload, source.size, sent, ports)).toEqual({
    result: { ok: true },
    sha256: await digestOf(source),
    bytes: source.size,
  })
})

test("another device with nothing but the code goes on where the first stopped, and the expert's desk gets the exact file", async () => {
  const person = await personWithCase(run, "two phones")
  const upload = newUpload()
  const source = generatedFile(6 * MIB + 17, 4)
  await tell(run, person, { kind: "upload", body: startOf(upload, "video.mp4", source.size) })
  const pace = paceOf(0.1)
  const ports = honestPorts(run, person, upload)
  const half = await send(
    upload,
    source,
    {
      ...ports,
      putPart: async (...part) => {
        if (part[0] >= 3) pace.stop()
        return ports.putPart(...part)
      },
    },
    pace,
  )
  expect(half).toEqual({ ok: false, error: "stopped" })
  await pause(300)
  const there = must(await ports.state()).parts.flatMap((part, n) => (part === null ? [] : [n]))
  expect(there.length).toBeGreaterThanOrEqual(2)
  const before = putsOf(upload.uploadId).length

  const org = run.organisation.deployment
  const device = { keys: person.keys, token: await comeBack(run.reporter, person.keys) }
  const { opened } = await readOwnCase(run.reporter, org, device.keys)
  const found = opened.attachments[0]
  if (found === undefined) throw new Error("the case does not speak of the file")
  expect(found).toMatchObject({ state: "on_its_way", name: "video.mp4", size: source.size })
  const resumed = uploadFrom(found)
  const sent = must(await send(resumed, source, honestPorts(run, device, resumed)))
  // Seven parts in all; none that was there travelled again.
  const travelled = putsOf(upload.uploadId).slice(before)
  expect(travelled.length).toBeGreaterThanOrEqual(7 - there.length)
  expect(travelled.filter((path) => there.some((n) => path.endsWith(`/${n}`)))).toEqual([])
  await tell(run, device, {
    kind: "file",
    body: { ...startOf(resumed, "video.mp4", source.size), ...sent, note: "" },
  })

  const farah = await signIn(run, "Farah")
  const { opened: seen } = await readCase(run, farah, person.keys.caseId)
  const [attachment] = seen.attachments
  if (attachment?.state !== "there") throw new Error("the desk does not see the file")
  const back = await readBack(uploadFrom(attachment), attachment.size, attachment, {
    getPart: (n) =>
      fetchPart(DESK_ROUTES.getPart, { uploadId: attachment.uploadId, n }, { fetch: farah.partFetch }),
  })
  expect(back).toEqual({ result: { ok: true }, sha256: await digestOf(source), bytes: source.size })
  expect(seen.findings).toEqual([])
})

test("two devices that send the same upload in the same moment both finish, and there is one file", async () => {
  const person = await personWithCase(run, "two at once")
  const upload = newUpload()
  const source = generatedFile(5 * MIB, 5)
  const sends = await Promise.all([1, 2].map(() => send(upload, source, honestPorts(run, person, upload))))
  const [one, other] = sends.map(must)
  expect(one).toEqual(other)
  if (one === undefined) throw new Error("nothing was sent")
  for (const _ of [1, 2]) {
    await tell(run, person, {
      kind: "file",
      body: { ...startOf(upload, "same.mp4", source.size), ...one, note: "" },
    })
  }
  const { opened } = await readOwnCase(run.reporter, run.organisation.deployment, person.keys)
  expect(opened.attachments.map(({ state }) => state)).toEqual(["there"])
  expect(await readBack(upload, source.size, one, honestPorts(run, person, upload))).toMatchObject({
    result: { ok: true },
    sha256: await digestOf(source),
  })
})

test("another file picked to go on with is refused before a byte of it leaves", async () => {
  const person = await personWithCase(run, "the wrong file")
  const upload = newUpload()
  const source = generatedFile(5 * MIB, 6)
  const ports = honestPorts(run, person, upload)
  const pace = paceOf(0.1)
  const stopping = {
    ...ports,
    putPart: async (...part: Parameters<typeof ports.putPart>) => {
      if (part[0] >= 2) pace.stop()
      return ports.putPart(...part)
    },
  }
  await send(upload, source, stopping, pace)
  await pause(300)
  const before = putsOf(upload.uploadId)
  const readOf = (changed: number) => async (from: number, to: number) => {
    const bytes = await source.read(from, to)
    if (from <= changed && changed < to) bytes[changed - from] = (bytes[changed - from] ?? 0) ^ 1
    return bytes
  }
  for (const wrong of [
    generatedFile(source.size, 7),
    { size: source.size, read: readOf(0) },
    generatedFile(source.size + MIB, 6),
  ]) {
    expect(await send(upload, wrong, ports)).toEqual({ ok: false, error: "differs" })
  }
  expect(putsOf(upload.uploadId)).toEqual(before)
  const sent = must(await send(upload, source, ports))
  expect(sent.sha256).toBe(await digestOf(source))
})
