import type { Province } from "@shn/domain"

/** A number to call, in one language. */
export type Hotline = {
  readonly id: string
  /** As people write it: "15", "0800-39393". */
  readonly number: string
  readonly name: string
  readonly forWhom: string
  readonly hours: string
  readonly provinces: readonly Province[] | "all"
  /** Shown before every other one to a person in danger. */
  readonly isUrgent: boolean
  /** True where we could not confirm everything; the screen says so. */
  readonly needsCheck: boolean
}

/** The few numbers shown first: urgent, settled, for the whole country. */
export function firstNumbers(hotlines: readonly Hotline[]): readonly Hotline[] {
  return hotlines.filter((line) => FIRST.includes(line.id))
}

// Police, ambulance and rescue, cybercrime, someone to listen: one for each kind of danger the form asks about.
const FIRST: readonly string[] = ["call-15", "call-1122", "call-1799", "call-umang"]

/** Numbers of one province, without those of the whole country. */
export function numbersOf(hotlines: readonly Hotline[], province: Province): readonly Hotline[] {
  return hotlines.filter((line) => line.provinces !== "all" && line.provinces.includes(province))
}

/** Numbers that answer from anywhere in the country. */
export function numbersEverywhere(hotlines: readonly Hotline[]): readonly Hotline[] {
  return hotlines.filter((line) => line.provinces === "all")
}
