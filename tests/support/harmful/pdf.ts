import { deflateSync } from "node:zlib"

/** A PDF from its objects, numbered from 1; the first is the catalogue. Each text is what stands between obj and endobj. */
export function pdfOf(objects: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((body, index) => {
    offsets.push(length)
    add(Buffer.from(`${index + 1} 0 obj\n`))
    add(typeof body === "string" ? Buffer.from(body, "latin1") : Buffer.from(body))
    add(Buffer.from("\nendobj\n"))
  })
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** A stream object. @param packed given: the bytes are already packed with Flate */
export function streamOf(content: Uint8Array | string, packed: boolean = false): Buffer {
  const bytes = Buffer.from(content)
  const body = packed ? bytes : deflateSync(bytes)
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length} /Filter /FlateDecode >>\nstream\n`),
    body,
    Buffer.from("\nendstream"),
  ])
}

const PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 300 400]"
const FONT = "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"

/** Some words on each of so many pages. All pages but the first share one content. */
export function plainPdf(pages: number = 2): Uint8Array<ArrayBuffer> {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 5} 0 R`).join(" ")
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    streamOf("0.8 0.1 0.1 rg 20 20 260 200 re f BT /F1 24 Tf 0 g 40 300 Td (First page) Tj ET"),
    streamOf("0.1 0.1 0.8 rg 20 20 260 200 re f BT /F1 24 Tf 0 g 40 300 Td (Another page) Tj ET"),
    ...Array.from(
      { length: pages },
      (_, index) => `<< ${PAGE} ${FONT} /Contents ${index === 0 ? 3 : 4} 0 R >>`,
    ),
  ])
}

/**
 * A PDF that wants to run a script when it opens, when its page opens and when anything is tapped, and to visit an
 * address. @param harm the script, without brackets @param address without brackets
 */
export function scriptPdf(harm: string, address: string): Uint8Array<ArrayBuffer> {
  const script = `<< /S /JavaScript /JS (${harm}) >>`
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} /AA << /WC ${script} >> /Names << /JavaScript << /Names [(a) ${script}] >> >> >>`,
    "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
    streamOf("0.8 0.1 0.1 rg 20 20 260 200 re f BT /F1 24 Tf 0 g 40 300 Td (Tap here) Tj ET"),
    `<< ${PAGE} ${FONT} /Contents 3 0 R /AA << /O << /S /URI /URI (${address}) >> >> /Annots [5 0 R 6 0 R] >>`,
    `<< /Type /Annot /Subtype /Link /Rect [0 0 300 400] /Border [0 0 0] /A << /S /URI /URI (${address}) >> >>`,
    `<< /Type /Annot /Subtype /Link /Rect [0 0 300 400] /Border [0 0 0] /A ${script} >>`,
  ])
}

/** A page whose content unpacks to very much more than the file. @param megabytes unpacked */
export function flateBomb(megabytes: number): Uint8Array<ArrayBuffer> {
  // Packed twice: a thousand times smaller each time, so that the file stays small at any size.
  const block = Buffer.alloc(megabytes * 1_048_576, 0x20)
  const once = deflateSync(block, { level: 9 })
  const body = deflateSync(once, { level: 9 })
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
    Buffer.concat([
      Buffer.from(`<< /Length ${body.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`),
      body,
      Buffer.from("\nendstream"),
    ]),
    `<< ${PAGE} ${FONT} /Contents 3 0 R >>`,
  ])
}
