import type { Alias, Discipline, ExpertProfile, Gender, StaffRole } from "@shn/domain"

/** What a helpline says about one member before keys exist: the directory line and the server's profile, without keys. */
export type StaffPlan = {
  readonly alias: Alias
  readonly roles: readonly StaffRole[]
  readonly disciplines: readonly Discipline[]
  readonly gender: Gender
  /** A trustee who does not work at the helpline. */
  readonly outside: boolean
  readonly profile: Omit<ExpertProfile, "keyId" | "gender">
}

/** Around the clock, all week. */
export const ALWAYS_ON_DUTY: ExpertProfile["duty"] = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
  weekday,
  fromMinute: 0,
  toMinute: 1440,
}))
