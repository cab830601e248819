// Makes the two Urdu fonts of packages/ui from the fontsource packages. Run: node tools/fonts.mjs
// Subset to the alphabet, not to our sentences: people type names and words we have never seen.
import { readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import subsetFont from "subset-font"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const OUT = `${ROOT}packages/ui/src/fonts/`
const SOURCE = `${ROOT}node_modules/@fontsource/`

const FONTS = [
  { package: "noto-naskh-arabic", out: "naskh-urdu.woff2", limitBytes: 16_000 },
  { package: "noto-nastaliq-urdu", out: "nastaliq-urdu.woff2", limitBytes: 120_000 },
]

/** The Urdu alphabet with its letters of Arabic words, hamza forms, vowel signs, digits and punctuation. */
const URDU = [
  "ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنهوىي",
  "ٹپچڈڑژکگںھہۂۃۓیے",
  "ةك",
  "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0670",
  "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
  "،؛؟۔٪٫٬ـ",
  "\u200c\u200d\u200e\u200f\u00a0 !\"'()-./:«»",
].join("")

for (const font of FONTS) {
  const file = `${SOURCE}${font.package}/files/${font.package}-arabic-400-normal.woff2`
  const made = await subsetFont(await readFile(file), URDU, { targetFormat: "woff2" })
  if (made.length > font.limitBytes)
    throw new Error(`${font.out}: ${made.length} bytes is over ${font.limitBytes}`)
  await writeFile(OUT + font.out, made)
  console.log(`${font.out} ${made.length} bytes`)
}

const licences = await Promise.all(
  FONTS.map(
    async (font) => `${font.package}\n\n${await readFile(`${SOURCE}${font.package}/LICENSE`, "utf8")}`,
  ),
)
await writeFile(`${OUT}OFL.txt`, licences.join("\n\n----------------------------------------\n\n"))
