import { crc32, deflateSync } from "node:zlib"

/** A PNG of one colour. @param claim the size its header names, when that is to be a lie */
export function pngOf(
  width: number,
  height: number,
  colour: readonly [number, number, number],
  claim: { readonly width: number; readonly height: number } = { width, height },
): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(claim.width, 0)
  header.writeUInt32BE(claim.height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, Buffer.from(colour))])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(rows)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  )
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** One dot of GIF that is also a script: everything but the script is a comment to whoever reads it as one. */
export function gifScript(harm: string): Uint8Array<ArrayBuffer> {
  // "GIF89a" is the name of a variable; the width spells the beginning of a comment, which ends inside a GIF comment.
  const start = Buffer.from("GIF89a/*\x01\0\0\0\0", "latin1")
  const comment = Buffer.concat([
    Buffer.of(0x21, 0xfe),
    subBlocks(Buffer.from(`*/=1;${harm};/*`)),
    Buffer.of(0),
  ])
  const dot = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 0, 0, 0, 255, 255, 255, 2, 2, 0x44, 1, 0])
  return new Uint8Array(Buffer.concat([start, comment, dot, Buffer.from(";*/", "latin1")]))
}

function subBlocks(data: Buffer): Buffer {
  if (data.length > 255) throw new Error("a GIF comment of one piece is at most 255 bytes")
  return Buffer.concat([Buffer.of(data.length), data])
}
