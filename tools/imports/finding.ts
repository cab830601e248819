/** Which rule was broken. docs/ARCHITECTURE.md says why each exists. */
export type Rule =
  | "layer"
  | "front-door"
  | "reach-into"
  | "undeclared-package"
  | "node-module"
  | "test-support"
  | "computed-import"
  | "server-primitive"
  | "server-consent"
  | "server-reaches-opening"
  | "server-opening-package"
  | "server-opening-function"
  | "ambient-clock"
  | "ambient-random"
  | "cycle"

/** One broken rule: where, and what to do about it. */
export type Finding = {
  readonly rule: Rule
  readonly file: string
  readonly line: number
  readonly advice: string
}
