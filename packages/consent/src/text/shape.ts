/** The shape a translation must have: the same keys, the same parts, any words. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Translated<Source[Key]>
}
