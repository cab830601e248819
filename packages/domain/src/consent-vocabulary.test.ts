import { expect, test } from "vitest"
import { COMPLAINT_FIELDS, IDENTITY_FIELDS, releaseCode } from "./complaint-fields.ts"
import {
  CONSENT_PURPOSES,
  isIdentifyingCode,
  LIMIT_EXCLUDES,
  PURPOSE_ACTS,
  RELEASE_CODES,
  STAFF_ACTS,
} from "./consent-vocabulary.ts"

test("every field of every form has one code, in the order of signed lists", () => {
  expect(RELEASE_CODES).toHaveLength(COMPLAINT_FIELDS.length)
  expect([...new Set(RELEASE_CODES)].sort()).toEqual(RELEASE_CODES)
})

test("every field about the person, and the copies of papers that carry the name, say who the person is", () => {
  const telling = [...IDENTITY_FIELDS.map(releaseCode), "appointment_letter", "cnic_copy"]
  expect(RELEASE_CODES.filter(isIdentifyingCode)).toEqual(telling.sort())
})

test("a boundary can stop police, court, institution, family and press; advice and taking pictures down it never stops", () => {
  const free = CONSENT_PURPOSES.filter((purpose) => PURPOSE_ACTS[purpose].length === 0)
  expect(free).toEqual(["advice", "content_removal"])
  expect(LIMIT_EXCLUDES["platform-only"]).toEqual(
    CONSENT_PURPOSES.filter((purpose) => purpose !== "content_removal"),
  )
})

test("codes stand sorted, as the signed lists need them", () => {
  for (const codes of [CONSENT_PURPOSES, STAFF_ACTS]) expect([...codes].sort()).toEqual([...codes])
})
