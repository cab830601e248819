import type { Locale } from "@shn/domain"
import { type ComponentChildren, createContext } from "preact"
import { useContext } from "preact/hooks"
import type { CommonText } from "./text/common/area.ts"

/** What every component may ask for: the screen's language and the shared sentences in it. */
export type Ui = { readonly locale: Locale; readonly common: CommonText }

const UiContext = /* @__PURE__ */ createContext<Ui | null>(null)

/** Wrap each app (and each prerendered page) in this once. */
export function UiProvider(props: Ui & { readonly children: ComponentChildren }) {
  const { locale, common, children } = props
  return <UiContext.Provider value={{ locale, common }}>{children}</UiContext.Provider>
}

/** @throws Error when no `UiProvider` is above (a bug). */
export function useUi(): Ui {
  const ui = useContext(UiContext)
  if (ui === null) throw new Error("a component was used outside UiProvider")
  return ui
}
