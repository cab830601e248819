import { base64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { canonicalBytes } from "@shn/primitives/jcs"
import fc from "fast-check"
import { unzipSync, zipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { ageOpen, ageSeal } from "./age.ts"
import { joined } from "./bytes.ts"
import { type Manifest, type ManifestEntry, manifestFile, readManifest, signManifest } from "./manifest.ts"
import { stopsOf } from "./open.ts"
import { filePath, isSafePath } from "./paths.ts"
import { planPackage } from "./plan.ts"
import {
  buildInput,
  type HandOver,
  handOver,
  opening,
  pieces,
  sealedPackage,
  whole,
} from "./testing/hand-over.ts"
import { sumsText } from "./texts.ts"
import { zipWriter } from "./zip.ts"

/** Anybody can seal something to an agency's inbox. What they put in is looked at here. */

type Entry = readonly [name: string, bytes: Uint8Array]

let over: HandOver
let zip: Uint8Array
let entries: readonly Entry[]
let manifest: Manifest

beforeAll(async () => {
  over = await handOver()
  zip = await whole(ageOpen(pieces(await sealedPackage(buildInput(over)), 9999), [over.identity]))
  entries = Object.entries(unzipSync(zip))
  const plan = planPackage(over.disclosure, over.options)
  if (!plan.ok) throw new Error(plan.error)
  manifest = plan.value.manifest
})

function zipped(list: readonly Entry[]): Uint8Array {
  const writer = zipWriter()
  const out = list.flatMap(([name, bytes]) => [writer.begin(name), writer.write(bytes), writer.end()])
  return joined([...out, writer.finish()])
}

async function stops(bytes: Uint8Array): Promise<readonly string[]> {
  const { opened } = await opening(over, await whole(ageSeal(pieces(bytes, 5000), over.recipient)))
  expect(opened.disclosure).toBeNull()
  return stopsOf(opened)
}

const last = () => entries.length - 1
const renamed = (at: number, name: string) =>
  entries.map(([old, bytes], each): Entry => [each === at ? name : old, bytes])

test("the same entries written again are the same package, byte for byte", () => {
  expect(zipped(entries)).toEqual(zip)
})

describe("a zip that is not the one its signed list describes is refused", () => {
  test.each([
    [
      "a part too many at the end",
      "entry-extra",
      () => [...entries, ["files/009-more.txt", utf8("x")] as const],
    ],
    [
      "a part too many in the middle",
      "entry-extra",
      () => [...entries.slice(0, 3), ["files/009-more.txt", utf8("x")] as const, ...entries.slice(3)],
    ],
    ["a part too few at the end", "entry-missing", () => entries.slice(0, -1)],
    ["a part too few in the middle", "entry-missing", () => entries.filter((_, at) => at !== 3)],
    ["a part under another name", "entry-extra", () => renamed(last(), "files/003-other.txt")],
    [
      "two parts in each other's place",
      "entry-missing",
      () => [...entries.slice(0, -2), ...entries.slice(-1), ...entries.slice(-2, -1)],
    ],
    [
      "two parts of one name",
      "name-twice",
      () => [...entries, entries[last()] ?? (["x", utf8("x")] as const)],
    ],
    [
      "a name that some computers take for ours",
      "name-unsafe",
      () => [...entries, ["readme.TXT", utf8("x")] as const],
    ],
    [
      "a name that climbs out of the folder",
      "name-unsafe",
      () => [...entries, ["../../.bashrc", utf8("x")] as const],
    ],
    ["a name that climbs out from inside", "name-unsafe", () => renamed(last(), "files/../../x")],
    [
      "a name from the root of the disk",
      "name-unsafe",
      () => [...entries, ["/etc/passwd", utf8("x")] as const],
    ],
    [
      "a name with another system's slash",
      "name-unsafe",
      () => [...entries, ["files\\001-x.txt", utf8("x")] as const],
    ],
    [
      "a name that reads backwards",
      "name-unsafe",
      () => [...entries, ["files/009-\u202etxt.exe", utf8("x")] as const],
    ],
    ["another part first", "entry-extra", () => [["files/009-more.txt", utf8("x")] as const, ...entries]],
    [
      "a changed part of the same length",
      "entry-changed",
      () =>
        entries.map(
          ([name, bytes]): Entry =>
            name.endsWith(".png") ? [name, bytes.map((byte) => byte ^ 255)] : [name, bytes],
        ),
    ],
    [
      "a longer part",
      "zip-not-plain",
      () =>
        entries.map(
          ([name, bytes]): Entry =>
            name.endsWith(".png") ? [name, joined([bytes, utf8("x")])] : [name, bytes],
        ),
    ],
    [
      "a shorter part",
      "zip-not-plain",
      () =>
        entries.map(
          ([name, bytes]): Entry => (name.endsWith(".png") ? [name, bytes.slice(1)] : [name, bytes]),
        ),
    ],
  ] as const)("%s", async (_, code, list) => {
    expect(await stops(zipped(list()))).toContain(code)
  })

  test("one packed in another way, with the very same parts", async () => {
    expect(await stops(zipSync(Object.fromEntries(entries), { level: 6 }))).toEqual(["zip-not-plain"])
  })

  test("one with something between its parts, in its directory or behind its end", async () => {
    const directory = indexOf(zip, [0x50, 0x4b, 1, 2])
    const between = joined([zip.slice(0, directory), utf8("hidden"), zip.slice(directory)])
    expect(await stops(between)).toEqual(["zip-not-plain"])
    const name = zip.slice()
    name[directory + 46] = (name[directory + 46] ?? 0) ^ 1
    expect(await stops(name)).toEqual(["zip-not-plain"])
    const comment = joined([zip, utf8("x")])
    expect(await stops(comment)).toEqual(["bytes-after-end"])
  })

  test("one of which every single header byte is changed in turn", async () => {
    const places = headerPlaces(zip)
    for (const at of places.filter((_, each) => each % 23 === 0)) {
      const changed = zip.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect((await stops(changed)).length, `byte ${at}`).toBeGreaterThan(0)
    }
  })

  test("something that is no package at all", async () => {
    expect(await stops(utf8("a letter"))).toEqual(["not-a-package"])
    expect(await stops(new Uint8Array(0))).toEqual(["broken-off"])
    expect(await stops(zipped([["manifest.json", utf8("{}")]]))).toEqual(["manifest-damaged"])
    expect(await stops(zip.slice(0, zip.length - 5))).toEqual(["zip-not-plain"])
  })

  test("a list that is longer than any list can be", async () => {
    expect(await stops(zipped([["manifest.json", new Uint8Array(1_048_577).fill(32)]]))).toEqual([
      "not-a-package",
    ])
  })
})

describe("two members together cannot put in what the person did not agree to", () => {
  /** Signs a changed list by both, and writes the parts to go with it. */
  function resigned(
    change: (entries: readonly ManifestEntry[]) => readonly ManifestEntry[],
    parts: Readonly<Record<string, Uint8Array>> = {},
  ) {
    const list: Manifest = { ...manifest, entries: [...change(manifest.entries)] }
    const signatures = [
      signManifest(list, over.drafter.keys),
      signManifest(list, over.approver.keys),
    ] as const
    const held = new Map([...entries, ...Object.entries(parts)])
    return zipped([
      ["manifest.json", manifestFile(signatures)],
      ...list.entries.map(({ path }): Entry => [path, held.get(path) ?? utf8("")]),
    ])
  }
  /** Changes one part, and the sums with it: whoever does this has both keys and knows the format. */
  const withPart = (path: string, text: Uint8Array) => {
    const listed = (part: string, bytes: Uint8Array) => (entry: ManifestEntry) =>
      entry.path === part ? { ...entry, sha256: base64url(sha256(bytes)), size: bytes.length } : entry
    const sums = utf8(sumsText(manifest.entries.map(listed(path, text))))
    const parts = { SHA256SUMS: sums, [path]: text }
    return resigned((list) => list.map(listed("SHA256SUMS", sums)).map(listed(path, text)), parts)
  }

  test("the unchanged list, signed again, still opens", async () => {
    const sealed = await whole(
      ageSeal(
        pieces(
          resigned((list) => list),
          5000,
        ),
        over.recipient,
      ),
    )
    expect(stopsOf((await opening(over, sealed)).opened)).toEqual([])
  })

  test.each([
    ["another text to read than the fields", "complaint.txt"],
    ["more in the README", "README.txt"],
    ["another text of the consent", "consent.txt"],
    ["another declaration", "truth.txt"],
    ["other sums", "SHA256SUMS"],
  ])("%s", async (_, path) => {
    expect(await stops(withPart(path, utf8("Her name is ...")))).toContain("text-not-as-agreed")
  })

  test("a field too many", async () => {
    const fields = canonicalBytes({ ...over.view, "me.address": "House 1" })
    const found = await stops(withPart("complaint.json", fields))
    expect(found).toContain("text-not-as-agreed")
    expect(found).toContain("field-outside")
  })

  test("a file too many, one too few, one under another name or with other bytes", async () => {
    const more: ManifestEntry = {
      path: "files/004-more.txt",
      role: "file",
      sha256: base64url(sha256(utf8("x"))),
      size: 1,
      ref: "x",
    }
    expect(await stops(resigned((list) => [...list, more], { [more.path]: utf8("x") }))).toContain(
      "files-not-as-agreed",
    )
    expect(await stops(resigned((list) => list.slice(0, -1)))).toContain("files-not-as-agreed")
    const named = "files/003-Ayesha Khan"
    const bytes = entries[last()]?.[1] ?? utf8("")
    const under = (list: readonly ManifestEntry[]) =>
      list.map((entry, at) => (at === list.length - 1 ? { ...entry, path: named } : entry))
    expect(await stops(resigned(under, { [named]: bytes }))).toContain("files-not-as-agreed")
    const png = manifest.entries.find(({ path }) => path.endsWith(".png"))?.path ?? ""
    expect(await stops(withPart(png, utf8("another picture")))).toContain("files-not-as-agreed")
  })

  test("another case's consent, or one that nobody signed", async () => {
    const other = await handOver()
    expect(
      await stops(withPart("consent.json", canonicalBytes(other.disclosure.envelope as never))),
    ).toContain("consent-not-listed")
    const unsigned = { ...over.disclosure.envelope, signatures: [{ sig: base64url(new Uint8Array(64)) }] }
    expect(await stops(withPart("consent.json", canonicalBytes(unsigned as never)))).toContain(
      "bad-signature",
    )
    expect(await stops(withPart("consent.json", utf8("{}")))).toContain("consent-damaged")
  })

  test("papers that cannot be read, or that lack the second person", async () => {
    expect(await stops(withPart("approval-2.json", utf8("{}")))).toContain("papers-damaged")
    const drafted = canonicalBytes(over.approve("approved", over.drafter) as never)
    expect(await stops(withPart("approval-2.json", drafted))).toEqual(["approved-by-drafter"])
  })
})

describe("a list of parts", () => {
  const changed = (change: (list: Manifest) => unknown) =>
    readManifest(change(structuredClone(manifest) as Manifest) as never)

  test("is read as it is signed", () => {
    expect(changed((list) => list)).toEqual(manifest)
  })

  test.each([
    ["of another version", (list: Manifest) => ({ ...list, v: 2 })],
    ["with a line we do not know", (list: Manifest) => ({ ...list, note: "x" })],
    ["with one signer", (list: Manifest) => ({ ...list, signers: list.signers.slice(1) })],
    ["without a README", (list: Manifest) => ({ ...list, entries: list.entries.slice(1) })],
    [
      "with two complaints",
      (list: Manifest) => ({
        ...list,
        entries: list.entries.flatMap((entry) =>
          entry.role === "text" ? [entry, { ...entry, path: "approval-3.json" }] : [entry],
        ),
      }),
    ],
    [
      "with its parts in another order",
      (list: Manifest) => ({ ...list, entries: [...list.entries].reverse() }),
    ],
    [
      "with one name twice",
      (list: Manifest) => ({ ...list, entries: [...list.entries, list.entries.at(-1)] }),
    ],
    [
      "with a file longer than the format can hold",
      (list: Manifest) => ({
        ...list,
        entries: list.entries.map((entry) =>
          entry.role === "file" ? { ...entry, size: 2 ** 32 - 1 } : entry,
        ),
      }),
    ],
    [
      "with a text longer than anybody writes",
      (list: Manifest) => ({
        ...list,
        entries: list.entries.map((entry) => (entry.role === "text" ? { ...entry, size: 5_000_000 } : entry)),
      }),
    ],
    [
      "with a file that names itself the list",
      (list: Manifest) => ({
        ...list,
        entries: list.entries.map((entry) =>
          entry.role === "file" ? { ...entry, path: "manifest.json" } : entry,
        ),
      }),
    ],
  ])("%s is no list", (_, change) => {
    expect(changed(change)).toBeNull()
  })

  test.each([
    "../x",
    "files/../x",
    "/x",
    "x",
    "files/1-x",
    "files/001-",
    "files/001-a/b",
    "files/001-a.",
    "files/001-a ",
    "files/001-a\u0000",
    "files/001-\u202ea",
    "files/001-e\u0301",
    "C:\\x",
    "Files/001-a",
    "approval-0.json",
    "approval-10.json",
    "",
  ])("takes no part of the name %j", (name) => expect(isSafePath(name)).toBe(false))

  test.each(["README.txt", "files/001-file.png", "files/200-اسکرین شاٹ ایک.jpg", "approval-1.json"])(
    "takes a part of the name %j",
    (name) => expect(isSafePath(name)).toBe(true),
  )
})

test("whatever a person calls a file, its part has a safe name that tells the number and the kind", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 100 }),
      fc.constantFrom("", "png", "../x", "PNG"),
      fc.nat(299),
      (label, extension, at) => {
        const path = filePath(at, label, extension)
        expect(isSafePath(path)).toBe(true)
        expect(path.startsWith(`files/${String(at + 1).padStart(3, "0")}-`)).toBe(true)
        expect(path.endsWith(".png")).toBe(extension === "png")
      },
    ),
    // A note sign falls apart into a sign and a mark: what is left of it begins with a space.
    { numRuns: 2000, examples: [["\u{1d157}\u{1d165} -", "", 0]] },
  )
})

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  return bytes.findIndex((_, at) => wanted.every((byte, offset) => bytes[at + offset] === byte))
}

/** Every byte of the zip's own headers, descriptors and directory. */
function headerPlaces(bytes: Uint8Array): readonly number[] {
  const content = new Set<number>()
  let at = 0
  for (const [name, part] of entries) {
    at += 30 + utf8(name).length
    for (let place = at; place < at + part.length; place += 1) content.add(place)
    at += part.length + 16
  }
  return [...bytes.keys()].filter((place) => !content.has(place))
}
