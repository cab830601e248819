import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Apne idare ke inbox mein sign in karein",
  intro:
    "Yahan woh shikayatein hain jo logon ne apni ijazat se aap ke idare ko bhejin. Jawab bhi yahin se dein.",
  memory:
    "Aap ki chaabiyan sirf isi tab mein rehti hain. Safha dobara khule to phir se sign in karna hoga. Yun mushtarka computer par bhi logon ki baatein mehfooz rehti hain.",
} satisfies Messages<typeof en>
