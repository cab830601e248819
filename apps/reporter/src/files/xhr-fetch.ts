import type { PartFetch } from "@shn/wire"

/** A line on which nothing at all has moved for so long is given up and tried anew. Milliseconds. */
const SILENCE_LIMIT_MS = 40_000

/**
 * `fetch` for one part, over XMLHttpRequest: only that says how much has been sent, which on a slow line is the
 * difference between "43 %" and a screen that seems dead. Works in a page and in a worker.
 * @param onSent bytes of the body that the line has taken
 */
export function xhrFetch(onSent: (bytes: number) => void = () => undefined): PartFetch {
  return (url, { method, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      let silence: ReturnType<typeof setTimeout>
      const moved = () => {
        clearTimeout(silence)
        silence = setTimeout(() => request.abort(), SILENCE_LIMIT_MS)
      }
      const fail = () => {
        clearTimeout(silence)
        reject(new Error("no answer"))
      }
      request.open(method, url)
      request.responseType = "arraybuffer"
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ loaded }) => {
        moved()
        onSent(loaded)
      }
      request.onprogress = moved
      request.onerror = fail
      request.onabort = fail
      request.onload = () => {
        clearTimeout(silence)
        const bytes: ArrayBuffer = request.response
        resolve({
          status: request.status,
          headers: { get: (name) => request.getResponseHeader(name) },
          text: async () => new TextDecoder().decode(bytes),
          arrayBuffer: async () => bytes,
        })
      }
      moved()
      request.send(body === undefined ? null : (body as Uint8Array<ArrayBuffer>))
    })
}
