import type { PictureType } from "./kind.ts"

/** Width and height in pixels. */
export type Pixels = { readonly width: number; readonly height: number }

/**
 * More pixels than this are not drawn. The largest photographs of today's phones have 108 million; each takes four
 * bytes of memory, and a file of some kilobytes can claim thousands of millions.
 */
export const MAX_PIXELS = 120_000_000

/**
 * What the header says a decoder will have to draw, read before any decoder sees the file. Where a file names several
 * sizes, the largest counts.
 * @returns null when the header does not say: such a picture is not shown
 */
export function pixelsOf(type: PictureType, bytes: Uint8Array): Pixels | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return READERS[type](view)
  } catch (error) {
    // Reading past the end: the file is shorter than its own header.
    if (error instanceof RangeError) return null
    throw error
  }
}

type Reader = (view: DataView) => Pixels | null

const READERS: { readonly [T in PictureType]: Reader } = {
  "image/png": (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  "image/jpeg": jpegPixels,
  "image/gif": gifPixels,
  "image/webp": webpPixels,
  "image/avif": avifPixels,
  "image/bmp": (view) => ({
    width: Math.abs(view.getInt32(18, true)),
    height: Math.abs(view.getInt32(22, true)),
  }),
}

/** ISO/IEC 10918-1, annex B: segments up to the first frame header. */
function jpegPixels(view: DataView): Pixels | null {
  let at = 2
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Filling bytes, and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** GIF89a specification: the screen, and every frame, which may be larger than the screen. */
function gifPixels(view: DataView): Pixels | null {
  let size = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  let at = 13 + tableBytes(view.getUint8(10))
  while (at < view.byteLength) {
    const block = view.getUint8(at)
    if (block === 0x3b) break
    if (block === 0x21) at += 2
    else if (block === 0x2c) {
      size = {
        width: Math.max(size.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true)),
        height: Math.max(size.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true)),
      }
      at += 11 + tableBytes(view.getUint8(at + 9))
    } else break
    // Data in pieces of at most 255 bytes; an empty one ends them.
    while (at < view.byteLength && view.getUint8(at) !== 0) at += 1 + view.getUint8(at)
    at += 1
  }
  return size
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** WebP container specification: simple (lossy, lossless) and extended. */
function webpPixels(view: DataView): Pixels | null {
  switch (letters(view, 12)) {
    case "VP8 ":
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case "VP8L": {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case "VP8X":
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default:
      return null
  }
}

/** ISO/IEC 23008-12: "ispe" boxes, one for each picture inside; tiles and the whole have their own. */
function avifPixels(view: DataView): Pixels | null {
  let largest: Pixels | null = null
  const end = Math.min(view.byteLength - 16, AVIF_HEADER_BYTES)
  for (let at = 0; at <= end; at++) {
    if (letters(view, at) !== "ispe") continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

const AVIF_HEADER_BYTES = 65_536

function letters(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  )
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
}
