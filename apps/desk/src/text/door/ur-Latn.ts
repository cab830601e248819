import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Desk mein sign in karein",
  intro: "Khush aamdeed. Jin logon ne hamein likha hai woh aap hi jaise kisi ke intezar mein hain.",
  memory:
    "Aap ki chaabiyan sirf isi tab mein rehti hain. Safha dobara khule to phir se sign in karna hoga. Yun mushtarka computer par bhi mamle mehfooz rehte hain.",
} satisfies Messages<typeof en>
