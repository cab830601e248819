import { readFile, stat, writeFile } from "node:fs/promises"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { filesBelow } from "./stamp.mjs"

const TEXT = /\.(html|js|mjs|css|json|svg|webmanifest|txt|wasm|map)$/
// Below this a compressed copy saves less than one network packet.
const SMALLEST_BYTES = 600

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/**
 * Writes .br and .gz beside every text file, so that the server never spends time on it. A copy that is not smaller
 * is not written.
 * @param {string} folder
 * @returns {Promise<number>} how many files got copies
 */
export async function precompress(folder) {
  const files = filesBelow(folder).filter((path) => TEXT.test(path))
  let done = 0
  for (const path of files) {
    if ((await stat(path)).size < SMALLEST_BYTES) continue
    const bytes = await readFile(path)
    const quality = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }
    const copies = [
      { suffix: ".br", copy: await brotli(bytes, quality) },
      { suffix: ".gz", copy: await gzipped(bytes, { level: 9 }) },
    ]
    for (const { suffix, copy } of copies)
      if (copy.length < bytes.length) await writeFile(path + suffix, copy)
    done += 1
  }
  return done
}
