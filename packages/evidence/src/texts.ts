import { COMPLAINT_FIELDS, type KeyId, releaseCode } from "@shn/domain"
import { fromBase64url, hex } from "@shn/primitives/encode"
import { FIELD_NAMES } from "./field-names.ts"
import { type ManifestEntry, PACKAGE_TYPE } from "./manifest.ts"
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
  /** base64url of the checker's SHA-256; null when the helpline has published none */
  readonly checker: string | null
  /** The two members who signed the list, by key. */
  readonly signers: readonly [KeyId, KeyId]
  readonly files: readonly ManifestEntry[]
}

/** English and Urdu. The first line of each says what matters most. */
export function readmeText(input: ReadmeInput): string {
  const day = new Date(input.at * 1000).toISOString().slice(0, 10)
  const files = input.files.map(
    ({ path, size, sha256 }) => `  ${path}\n    ${size} bytes\n    ${digestHex(sha256)}`,
  )
  const list = files.length === 0 ? "  -" : files.join("\n")
  return [
    ...checkerWords(input.checker),
    "",
    `This package was put together on ${day} (UTC) for: ${input.agencyName}`,
    `Package: ${input.packageId}`,
    "",
    "consent.txt    What the person agreed to: for what, until when, and what must not be done. Read it first.",
    "complaint.txt  The complaint. What is said of another person is alleged; nobody has found it to be true yet.",
    "files/         The files that the person chose, as they were handed in, not one bit changed.",
    "",
    ...byHand(input.signers),
    "",
    "A right sum shows that a file was not changed since it was handed in. It does not show that what it says is true.",
    "",
    "Files:",
    list,
    "",
    "----",
    "",
    ...checkerWordsInUrdu(input.checker),
    "",
    `یہ پیکج ${isolated(day)} کو تیار ہوا، اس ادارے کے لیے: ${isolated(input.agencyName, "any")}`,
    `پیکج نمبر: ${isolated(input.packageId)}`,
    "",
    `${isolated("consent.txt")} اس شخص نے کس بات کی اجازت دی: کس کام کے لیے، کب تک، اور کیا نہیں کرنا۔ پہلے یہ پڑھیں۔`,
    `${isolated("complaint.txt")} شکایت۔ دوسرے شخص کے بارے میں جو لکھا ہے وہ الزام ہے، ابھی ثابت نہیں ہوا۔`,
    `${isolated("files/")} وہ فائلیں جو اس شخص نے خود چنیں، جیسی دی گئیں ویسی ہی، ذرا سی تبدیلی کے بغیر۔`,
    "",
    `ہمارے کسی پروگرام کے بغیر بھی جانچا جا سکتا ہے۔ اس کے لیے ${isolated("age")}، ${isolated("sha256sum")} اور ${isolated("openssl")} کافی ہیں۔ کیا لکھنا ہے، یہ اوپر انگریزی حصے میں قدم بہ قدم درج ہے۔`,
    `یہ فہرست ہیلپ لائن نے بنائی ہے، اس کا ثبوت ${isolated(MANIFEST_PATH)} میں دو دستخط ہیں۔ دستخط کرنے والوں کی کھلی چابیاں ہیلپ لائن سے فون پر پوچھیں، اس نمبر پر جو آپ کو پہلے سے معلوم ہو۔`,
    "کوڈ درست ہونے کا مطلب ہے کہ فائل دیے جانے کے بعد نہیں بدلی۔ اس سے یہ ثابت نہیں ہوتا کہ اس میں لکھی بات سچ ہے۔",
    `فائلوں کی فہرست اوپر انگریزی حصے میں ہے۔ ${isolated(README_PATH)}`,
    "",
  ].join("\n")
}

function checkerWords(checker: string | null): readonly string[] {
  if (checker === null)
    return [
      "Do not trust a checker that came with this file: the helpline has published none so far.",
      "How to check it without one is written below.",
    ]
  return [
    "Do not trust a checker that came with this file. Get it from the helpline's own address, and compare its SHA-256 by telephone.",
    `Checker: SHA-256 ${digestHex(checker)}`,
  ]
}

function checkerWordsInUrdu(checker: string | null): readonly string[] {
  if (checker === null)
    return [
      "اس فائل کے ساتھ آئے ہوئے کسی جانچنے والے پروگرام پر بھروسہ نہ کریں۔ ہیلپ لائن نے ابھی تک ایسا کوئی پروگرام جاری نہیں کیا۔",
      "اس کے بغیر کیسے جانچا جائے، یہ آگے لکھا ہے۔",
    ]
  return [
    "اس فائل کے ساتھ آئے ہوئے کسی جانچنے والے پروگرام پر بھروسہ نہ کریں۔ پروگرام ہیلپ لائن کے اپنے پتے سے لیں اور اس کا کوڈ فون پر ملا لیں۔",
    `جانچنے والا پروگرام: ${isolated(`SHA-256 ${digestHex(checker)}`)}`,
  ]
}

/** The commands that a test runs as they stand here. The keys are asked for elsewhere: one that came along would prove nothing. */
function byHand([first, second]: readonly [KeyId, KeyId]): readonly string[] {
  return [
    "To check it without any program of ours (a shell, age, unzip, sha256sum and openssl 3 are enough):",
    "1. Open it with the key of your inbox, and look whether every part is whole:",
    "  age -d -i KEY -o package.zip FILE && unzip package.zip",
    `  sha256sum -c ${SUMS_PATH}`,
    `2. That the helpline made this list is shown by two signatures in ${MANIFEST_PATH} (Ed25519, DSSE). Ask the helpline, at a`,
    "   telephone number that you knew before, for the public keys of these two members, 43 letters each:",
    `  ${first}`,
    `  ${second}`,
    '3. Put their keys in place of FIRST and SECOND. It has to say "Signature Verified Successfully" twice, and then 1:',
    `  d() { s=$(tr -- -_ +/); while [ $((\${#s} % 4)) -ne 0 ]; do s=$s=; done; printf %s "$s" | openssl base64 -d -A; }`,
    `  part() { grep -o "\\"$1\\":\\"[^\\"]*\\"" ${MANIFEST_PATH} | sed -n "$2p" | cut -d '"' -f 4 | d; }`,
    "  part payload 1 > list.json; part payload 2 | cmp - list.json; part sig 1 > 1.sig; part sig 2 > 2.sig",
    `  { printf 'DSSEv1 ${PACKAGE_TYPE.length} ${PACKAGE_TYPE} %s ' $(wc -c < list.json); cat list.json; } > signed`,
    "  key() { { printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; printf %s \"$1\" | d; } > key.der; }",
    "  v() { openssl pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin -in signed -sigfile $1; }",
    "  key FIRST && v 1.sig; key SECOND && v 2.sig",
    `  grep -c "$(openssl dgst -sha256 -binary ${SUMS_PATH} | openssl base64 | tr +/ -_ | tr -d =)" list.json`,
  ]
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
