import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Jo khud jama karai jaye gi",
  nobodySends:
    "Hamari taraf se kuch nahi bheja jata. Shikayat woh khud jama karate hain, ya koi aisa jis par unhein bharosa ho. Aap saath ja sakte hain; hum mein se koi un ki jagah jama nahi karata.",
  open: (agency: string) => `Tayyar parcha kholein: ${agency}`,
  close: "Band karein",
  loading: "Daftaron ki fehrist aa rahi hai",
  unknown: "Ek daftar jo is safhe ki fehrist mein nahi",
  identity:
    "Un ki pehchan unhi ke paas rehti hai: yeh satrein woh apne phone par ya kaghaz par haath se khud likhte hain.",
  record: "Sirf wohi likhein jo ho chuka hai. Yeh woh bhi dekhte hain aur yahan madad karne wale sab bhi.",
  people: {
    person: "Unhon ne khud",
    supporter: "Aise shakhs ne jis par unhein bharosa hai",
    staff: "Unhon ne, mere saath",
  },
  by: {
    person: "Unhon ne khud",
    supporter: "Aise shakhs ne jis par unhein bharosa hai",
    staff: (alias: string) => `Unhon ne, ${alias} ke saath`,
  },
  failed: {
    closed: "Yeh mamla ab aap ke liye nahi khulta. Kuch nahi likha gaya.",
    notMember: "Ise sirf wohi likh sakte hain jo is mamle mein madad kar rahe hain.",
    moved: "Is mamle ke parhne wale abhi badle hain. Ek baar phir koshish karein.",
  },
} satisfies Messages<typeof en>
