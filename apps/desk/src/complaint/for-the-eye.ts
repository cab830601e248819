import { isolateTyped } from "@shn/guidance"

/** A text as it is shown: beside letters that run from right to left, numbers and addresses would turn around. What leaves is bare. */
export function forTheEye(text: string): string {
  return /[\u0600-\u06ff]/.test(text) ? isolateTyped(text) : text
}
