/** Waits so many milliseconds, or less when the browser says that the line is there again. */
export function waitForLine(ms: number): Promise<void> {
  return new Promise((resume) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener("online", end)
      resume()
    }
    const timer = setTimeout(end, ms)
    addEventListener("online", end)
  })
}
