import type { Translated } from "../shape.ts"
import type { messages as en } from "./en.ts"

/** Template ur-Latn/1. */
export const messages = {
  isTrue: "Jo mein ne bataya hai, mere ilm mein sach hai.",
  onlyBelieved: "Jis baat ka mujhe pakka ilm nahi, sirf khayal hai, woh alag likhi hui hai.",
  falseIsCrime: (law: string) =>
    `Mujhe maloom hai: kisi daftar ko aisi baat batana jurm hai jis ke jhoot hone ka mujhe ilm ho (${law}).`,
  unprovenIsNot:
    "Nek niyyati se ghalti ho jana, ya baat sabit na kar pana, jurm nahi. Jo sabit na ho sake, woh jhoot nahi ho jata.",
} satisfies Translated<typeof en>
