import { type Alias, type Clock, type ExpertProfile, parseAlias, parseDay } from "@shn/domain"
import type { Random } from "@shn/primitives/random"
import type { AgencyPlan } from "./agencies.ts"
import { foundHelpline } from "./found.ts"
import type { FoundedHelpline } from "./helpline.ts"
import { ALWAYS_ON_DUTY, type StaffPlan } from "./staff-plan.ts"

/** The made-up helpline of `npm start` without an organisation: everybody on duty all the time, a throw-away root. */
export function demoHelpline(random: Random, clock: Clock): Promise<FoundedHelpline> {
  return foundHelpline(
    {
      name: { en: "Demo helpline", ur: "نمائشی ہیلپ لائن", "ur-Latn": "Namoonay ki helpline" },
      demo: true,
      offsetMinutes: 300,
      staff: demoStaff(),
      agencies: [demoAgencyPlan()],
    },
    random,
    clock,
  )
}

/** The made-up agency with an inbox here. */
export function demoAgencyPlan(): AgencyPlan {
  return {
    agencyId: "door-nccia",
    names: { en: "NCCIA (demo)", ur: "این سی سی آئی اے (نمائشی)", "ur-Latn": "NCCIA (namoona)" },
    officers: [named("Rabia"), named("Kamran")],
  }
}

/** Made-up people; any likeness is chance. */
export function demoStaff(): readonly StaffPlan[] {
  return [
    member("Sana", ["expert"], ["psych"], "woman", {
      languages: spoken({ ur: "native", pa: "native", en: "fluent" }),
      clearances: ["minors", "urgent", "sexual_violence"],
      channels: ["messages", "voice_call"],
      skills: { family: 3, intimate_images: 3, blackmail: 2, workplace: 2, education: 3, child_safety: 3 },
    }),
    member("Amna", ["expert"], ["legal"], "woman", {
      languages: spoken({ ur: "native", ps: "native", en: "fluent" }),
      clearances: ["minors", "urgent", "sexual_violence"],
      channels: ["messages", "voice_call", "video_call"],
      skills: { workplace: 3, education: 3, blackmail: 3, family: 2, intimate_images: 2, reputation: 2 },
    }),
    member("Bilal", ["expert"], ["cyber"], "man", {
      languages: spoken({ ur: "native", en: "fluent", sd: "fluent" }),
      clearances: ["urgent"],
      channels: ["messages", "voice_call"],
      skills: { account_attack: 3, impersonation: 3, intimate_images: 3, blackmail: 3, online_contact: 3 },
    }),
    member("Farah", ["coordinator"], [], "woman", {
      languages: spoken({ ur: "native", en: "fluent", pa: "fluent" }),
      clearances: ["minors", "urgent", "sexual_violence"],
    }),
    member("Imran", ["coordinator"], [], "man", {
      languages: spoken({ ur: "native", en: "fluent", ps: "basic" }),
      clearances: ["minors", "urgent", "sexual_violence"],
    }),
    {
      ...member("Nadia", ["trustee"], [], "woman", { languages: spoken({ ur: "native", en: "fluent" }) }),
      outside: true,
    },
  ]
}

function member(
  name: string,
  roles: StaffPlan["roles"],
  disciplines: StaffPlan["disciplines"],
  gender: StaffPlan["gender"],
  profile: Partial<StaffPlan["profile"]>,
): StaffPlan {
  const validUntil = parseDay("2099-12-31")
  if (!validUntil.ok) throw new Error(validUntil.error)
  return {
    alias: named(name),
    roles,
    disciplines,
    gender,
    outside: false,
    profile: {
      credentials: disciplines.map((discipline) => ({
        discipline,
        validUntil: validUntil.value,
        provinces: [],
      })),
      languages: [],
      clearances: [],
      channels: ["messages"],
      cap: 40,
      duty: ALWAYS_ON_DUTY,
      leave: [],
      skills: {},
      experience: {},
      reach: [],
      reliability: 90,
      ...profile,
    },
  }
}

function named(name: string): Alias {
  const alias = parseAlias(name)
  if (!alias.ok) throw new Error(`demo staff: ${name}`)
  return alias.value
}

function spoken(
  levels: Partial<
    Record<ExpertProfile["languages"][number]["code"], ExpertProfile["languages"][number]["level"]>
  >,
): ExpertProfile["languages"] {
  return Object.entries(levels).map(
    ([code, level]) => ({ code, level }) as ExpertProfile["languages"][number],
  )
}
