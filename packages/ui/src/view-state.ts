/** What a screen can be. Exactly one at a time; a screen renders all four. */
export type ViewState<Value> =
  | { readonly kind: "loading" }
  | { readonly kind: "empty" }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "ready"; readonly value: Value }

export const LOADING: { readonly kind: "loading" } = { kind: "loading" }
export const EMPTY: { readonly kind: "empty" } = { kind: "empty" }

export function failed(sentence: string): ViewState<never> {
  return { kind: "failed", sentence }
}

export function ready<Value>(value: Value): ViewState<Value> {
  return { kind: "ready", value }
}
