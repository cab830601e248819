import { describe, expect, it } from "vitest"
import { loadNastaliq } from "./load-nastaliq.ts"

type Phone = { readonly saveData?: boolean; readonly reducedData?: boolean; readonly standing: boolean }

/** Only what the loader touches of a window; `land` lets the page finish loading. */
function phone({ saveData = false, reducedData = false, standing }: Phone) {
  const classNames: string[] = []
  const waiting: (() => void)[] = []
  const view = {
    navigator: { connection: { saveData } },
    matchMedia: (query: string) => ({ matches: reducedData && query === "(prefers-reduced-data: reduce)" }),
    addEventListener: (event: string, listener: () => void) => {
      if (event === "load") waiting.push(listener)
    },
    document: {
      readyState: standing ? "complete" : "loading",
      documentElement: { classList: { add: (name: string) => classNames.push(name) } },
    },
  }
  return {
    view: view as unknown as Window,
    classNames,
    land: () => {
      for (const listener of waiting) listener()
    },
  }
}

describe("the large Urdu letters", () => {
  it("wait until the page stands", () => {
    const { view, classNames, land } = phone({ standing: false })
    loadNastaliq(view)
    expect(classNames).toEqual([])
    land()
    expect(classNames).toEqual(["nastaliq"])
  })

  it("come at once on a page that already stands", () => {
    const { view, classNames } = phone({ standing: true })
    loadNastaliq(view)
    expect(classNames).toEqual(["nastaliq"])
  })

  it.each([{ saveData: true }, { reducedData: true }])(
    "never cost data a person wants to save: %o",
    (wish) => {
      const { view, classNames, land } = phone({ ...wish, standing: false })
      loadNastaliq(view)
      land()
      expect(classNames).toEqual([])
    },
  )
})
