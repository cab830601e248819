import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Mailbox, openVisitor, problemOf, startMailbox } from "../../../../tests/support/mailbox.ts"
import { madeUpFile, visitorFiles } from "../../../../tests/support/sealed-files.ts"

// A disk of its own that is really full. Only root may make one.
const disk = mkdtempSync(join(tmpdir(), "shn-disk-"))
const canMount = mounted("3m")
const reason = canMount ? "" : " (not checked here: no disk may be mounted)"

function mounted(size: string, ...more: readonly string[]): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", [`size=${size}`, ...more].join(), "tmpfs", disk], {
      stdio: "ignore",
    })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!canMount)(`files on a disk of three megabytes${reason}`, () => {
  let box: Mailbox
  beforeAll(async () => {
    box = await startMailbox(undefined, false, { dataDir: disk })
  })
  afterAll(async () => {
    await box?.close()
    execFileSync("umount", [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  test("parts that find no room are refused whole with a word, those that were answered for stay, and all goes on when there is room", async () => {
    const files = visitorFiles(box, await openVisitor(box))
    const file = madeUpFile(96)
    await files.open(file)
    const answers: string[] = []
    for (const n of file.parts.keys()) answers.push(await problemOf(files.put(file, n)))
    expect(answers.filter((answer) => answer === "ok").length).toBeGreaterThan(0)
    expect(new Set(answers)).toEqual(new Set(["ok", "storage_full"]))
    expect(box.events).toContainEqual({ event: "storage_full", app: "reporter" })
    const atOnce = await Promise.all([...file.parts.keys()].map((n) => problemOf(files.put(file, n))))
    expect(atOnce).toEqual(answers)
    expect(readdirSync(join(disk, "arriving"))).toEqual([])
    const { parts } = await files.state(file)
    for (const [n, answer] of answers.entries()) {
      expect(parts[n]).toBe(answer === "ok" ? file.digests[n] : null)
      if (answer === "ok") expect(Buffer.compare(await files.get(file, n), file.parts[n]!)).toBe(0)
    }
    const kept = readdirSync(join(disk, "files", file.uploadId))
    expect(kept).toHaveLength(answers.filter((answer) => answer === "ok").length)
    expect(
      kept.every((name) => statSync(join(disk, "files", file.uploadId, name)).size === file.parts[0]!.length),
    ).toBe(true)

    expect(mounted("64m", "remount")).toBe(true)
    await files.send(file)
    for (const n of file.parts.keys())
      expect(Buffer.compare(await files.get(file, n), file.parts[n]!)).toBe(0)
  })
})
