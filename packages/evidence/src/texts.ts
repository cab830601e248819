import { COMPLAINT_FIELDS, releaseCode } from "@shn/domain"
import { fromBase64url, hex } from "@shn/primitives/encode"
import { FIELD_NAMES } from "./field-names.ts"
import type { ManifestEntry } from "./manifest.ts"
import { MANIFEST_PATH, README_PATH, SUMS_PATH } from "./paths.ts"

/**
 * The texts of a package that are made from something else in it. The reader makes them again and compares, so nobody can
 * write into a README what the person did not agree to. Their wording belongs to version 1 of the package: a change is
 * another version, or packages that were sent before would be refused.
 */

/** The complaint for a person to read: what leaves, field by field, in one fixed order. */
export function complaintText(fields: Readonly<Record<string, string>>): string {
  return COMPLAINT_FIELDS.flatMap((field) => {
    const value = fields[releaseCode(field)]
    if (value === undefined) return []
    const { en, ur } = FIELD_NAMES[field]
    return [`${en} / ${ur}\n${value}\n`]
  }).join("\n")
}

/** For `sha256sum -c`: every entry but the list itself and the manifest. */
export function sumsText(entries: readonly ManifestEntry[]): string {
  return entries
    .filter((entry) => entry.role !== "sums")
    .map((entry) => `${digestHex(entry.sha256)}  ${entry.path}\n`)
    .join("")
}

export type ReadmeInput = {
  readonly packageId: string
  /** UTC seconds */
  readonly at: number
  readonly agencyName: string
  /** base64url of the checker's SHA-256 */
  readonly checker: string
  readonly files: readonly ManifestEntry[]
}

/** English and Urdu. The first line of each says what matters most. */
export function readmeText(input: ReadmeInput): string {
  const day = new Date(input.at * 1000).toISOString().slice(0, 10)
  const checker = digestHex(input.checker)
  const files = input.files.map(
    ({ path, size, sha256 }) => `  ${path}\n    ${size} bytes\n    ${digestHex(sha256)}`,
  )
  const list = files.length === 0 ? "  -" : files.join("\n")
  return [
    "Do not trust a checker that came with this file. Get it from the helpline's own address, and compare its SHA-256 by telephone.",
    `Checker: SHA-256 ${checker}`,
    "",
    `This package was put together on ${day} (UTC) for: ${input.agencyName}`,
    `Package: ${input.packageId}`,
    "",
    "consent.txt    What the person agreed to: for what, until when, and what must not be done. Read it first.",
    "complaint.txt  The complaint. What is said of another person is alleged; nobody has found it to be true yet.",
    "files/         The files that the person chose, as they were handed in, not one bit changed.",
    "",
    "To check without any program of ours (the package was opened with: age -d -i KEY -o package.zip FILE):",
    `  sha256sum -c ${SUMS_PATH}`,
    `That the helpline made this list is shown by two signatures in ${MANIFEST_PATH} (Ed25519, DSSE).`,
    "A right sum shows that a file was not changed since it was handed in. It does not show that what it says is true.",
    "",
    "Files:",
    list,
    "",
    "----",
    "",
    "اس فائل کے ساتھ آئے ہوئے کسی جانچنے والے پروگرام پر بھروسہ نہ کریں۔ پروگرام ہیلپ لائن کے اپنے پتے سے لیں اور اس کا کوڈ فون پر ملا لیں۔",
    `جانچنے والا پروگرام: ${isolated(`SHA-256 ${checker}`)}`,
    "",
    `یہ پیکج ${isolated(day)} کو تیار ہوا، اس ادارے کے لیے: ${isolated(input.agencyName, "any")}`,
    `پیکج نمبر: ${isolated(input.packageId)}`,
    "",
    `${isolated("consent.txt")} اس شخص نے کس بات کی اجازت دی: کس کام کے لیے، کب تک، اور کیا نہیں کرنا۔ پہلے یہ پڑھیں۔`,
    `${isolated("complaint.txt")} شکایت۔ دوسرے شخص کے بارے میں جو لکھا ہے وہ الزام ہے، ابھی ثابت نہیں ہوا۔`,
    `${isolated("files/")} وہ فائلیں جو اس شخص نے خود چنیں، جیسی دی گئیں ویسی ہی، ذرا سی تبدیلی کے بغیر۔`,
    "",
    `ہمارے کسی پروگرام کے بغیر جانچنے کے لیے: ${isolated(`sha256sum -c ${SUMS_PATH}`)}`,
    `یہ فہرست ہیلپ لائن نے بنائی ہے، اس کا ثبوت ${isolated(MANIFEST_PATH)} میں دو دستخط ہیں۔`,
    "کوڈ درست ہونے کا مطلب ہے کہ فائل دیے جانے کے بعد نہیں بدلی۔ اس سے یہ ثابت نہیں ہوتا کہ اس میں لکھی بات سچ ہے۔",
    `فائلوں کی فہرست اوپر انگریزی حصے میں ہے۔ ${isolated(README_PATH)}`,
    "",
  ].join("\n")
}

function digestHex(digest: string): string {
  const bytes = fromBase64url(digest)
  if (bytes === null) throw new Error("a digest passed the manifest's parser and is none")
  return hex(bytes)
}

/** Unicode isolates: left to right, or (for a name in any script) whichever way its first letter goes. */
function isolated(text: string, direction: "ltr" | "any" = "ltr"): string {
  return `${direction === "ltr" ? "\u2066" : "\u2068"}${text}\u2069`
}
