import type { MediaType, PictureType } from "./kind.ts"

/**
 * What the desk and a viewing frame say to each other, over a port that the frame hands over when it is ready. The
 * frame has no words of its own, no keys, no network and no storage: it gets the bytes of one file and draws them.
 */
export type ToFrame =
  | {
      readonly do: "show"
      readonly as:
        | { readonly kind: "picture"; readonly type: PictureType }
        | { readonly kind: "media"; readonly type: MediaType }
        | { readonly kind: "text" }
        | { readonly kind: "pages" }
      readonly bytes: ArrayBuffer
      /** What a screen reader says, in the language of the desk. */
      readonly label: string
      readonly locale: string
    }
  | { readonly do: "page"; readonly number: number }

export type FromFrame =
  /** It stands on the screen. `pages` is 1 for everything but a PDF. */
  | { readonly is: "shown"; readonly pages: number; readonly hasPicture: boolean; readonly isWhole: boolean }
  | { readonly is: "page"; readonly number: number }
  | { readonly is: "failed"; readonly why: FrameFailure }

/** "cannot": the browser makes nothing of it. "locked": a PDF with a password. "too_large": more than it may draw. */
export type FrameFailure = "cannot" | "locked" | "too_large"

/** The first word of a frame to the desk; with it comes the port. */
export const FRAME_READY = "shn-frame-ready"

/** What came out of a frame, read as carefully as anything from outside. @returns null for anything else */
export function parseFromFrame(data: unknown): FromFrame | null {
  if (typeof data !== "object" || data === null) return null
  const { is, pages, number, why, hasPicture, isWhole } = data as { readonly [key: string]: unknown }
  if (is === "shown" && isCount(pages))
    return { is, pages, hasPicture: hasPicture !== false, isWhole: isWhole !== false }
  if (is === "page" && isCount(number)) return { is, number }
  if (is === "failed" && (why === "cannot" || why === "locked" || why === "too_large")) return { is, why }
  return null
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1
}
