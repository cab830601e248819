import { CONSENT_TYPES } from "@shn/consent"
import { PACKAGE_TYPE } from "@shn/evidence"
import { LABELS } from "@shn/primitives/labels"
import { PROTOCOL_VERSION } from "@shn/sealed"
import { PAYLOAD_TYPES } from "@shn/wire"
import { expect, test } from "vitest"
import { filesEnding, matches, publishedFiles, textOf } from "./project.ts"

const document = textOf("docs/PROTOCOL.md")

test("PROTOCOL states the version that the code speaks", () => {
  const [stated] = matches(document, /^(?:#.*|\**)version\**:?\s*`?(\d+\.\d+)/gim)
  expect(stated).toBe(PROTOCOL_VERSION)
})

test("every label that keeps keys, hashes and signatures apart stands in PROTOCOL, and the reverse", () => {
  // "shn/v1" alone is the prefix of the format, not a label.
  expect(matches(document, /shn\/v\d+\/[a-z-]+(?:\/[a-z-]+)*/g)).toEqual(Object.values(LABELS).sort())
})

test("every type of signed statement stands in PROTOCOL, and the reverse", () => {
  expect(matches(document, /application\/vnd\.shn\.[a-z-]+\.v\d+\+json/g)).toEqual(
    [...Object.values(PAYLOAD_TYPES), ...Object.values(CONSENT_TYPES), PACKAGE_TYPE].sort(),
  )
})

test("labels are written out in one file only", () => {
  const others = filesEnding(".ts", ".tsx").filter(
    (path) =>
      path !== "packages/primitives/src/labels.ts" &&
      !path.endsWith(".test.ts") &&
      !path.startsWith("tests/"),
  )
  const quoted = /["'`]shn\/v\d+\/[a-z]/
  expect(others.filter((path) => quoted.test(textOf(path)))).toEqual([])
})

test("every test vector is read by some test", () => {
  const vectors = publishedFiles().filter((path) => path.startsWith("vectors/") && path.endsWith(".json"))
  expect(vectors.length).toBeGreaterThan(0)
  const readers = filesEnding(".ts").filter((path) => /\.test\.ts$|\/testing\//.test(path))
  const text = readers.map(textOf).join("\n")
  const unread = vectors.filter(
    (path) =>
      !text.includes(
        path
          .split("/")
          .at(-1)
          ?.replace(/\.json$/, "") ?? path,
      ),
  )
  expect(unread).toEqual([])
})
