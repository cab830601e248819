declare const brand: unique symbol

/** Marks a string that its own parser has accepted. Exported as an interface so that declarations can name it. */
export interface Brand<Name extends string> {
  readonly [brand]: Name
}
