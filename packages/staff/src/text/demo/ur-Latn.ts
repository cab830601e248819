import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  staff: {
    title: "Hamare farzi amle mein se koi ban kar dekhein",
    failed: "Farzi amle ki fehrist nahi aa saki. Dobara koshish karein.",
  },
  officers: {
    title: "Hamare farzi afsaron mein se koi ban kar dekhein",
    failed: "Farzi afsaron ki fehrist nahi aa saki. Dobara koshish karein.",
  },
  intro:
    "Naam chhoote hi sach much ka sign in hota hai, us khufia jumle aur code se jo is namoone mein pehle se rakhe hain. Yeh sab log farzi hain.",
  tryAs: (alias: string, role: string) => `${alias}, ${role}, ban kar dekhein`,
  waiting: (alias: string, seconds: number) =>
    `Har code ek hi baar chalta hai. ${seconds} second mein ${alias} ki jagah dakhla khud ho jaye ga, kuch karne ki zaroorat nahi.`,
} satisfies Messages<typeof en>
