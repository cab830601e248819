import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Hamare farzi amle mein se koi ban kar dekhein",
  intro:
    "Naam chhoote hi sach much ka sign in hota hai, us khufia jumle aur code se jo is namoone mein pehle se rakhe hain. Yeh sab log farzi hain.",
  tryAs: (alias: string, role: string) => `${alias}, ${role}, ban kar dekhein`,
  waiting: (alias: string, seconds: number) =>
    `Har code ek hi baar chalta hai. ${seconds} second mein ${alias} ki jagah dakhla khud ho jaye ga, kuch karne ki zaroorat nahi.`,
  failed: "Farzi amle ki fehrist nahi aa saki. Dobara koshish karein.",
} satisfies Messages<typeof en>
