import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Hamare farzi amle mein se kisi ki jagah aa kar dekhein",
  intro:
    "Ek baar chhoone se aap sach much andar aa jayenge, aise khufia jumle aur code se jo yeh namoona janta hai. Yeh log haqeeqat mein nahi hain.",
  tryAs: (alias: string, role: string) => `${alias}, ${role}, ban kar dekhein`,
  failed: "Farzi amle ki fehrist nahi aa saki. Dobara koshish karein.",
} satisfies Messages<typeof en>
