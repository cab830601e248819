import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Jo khud jama karai jaye gi",
  nobodySends:
    "Hamari taraf se kuch nahi bheja jata. Darkhwast woh khud, ya jis par unhein bharosa ho woh jama karata hai. Aap saath ja sakte hain; un ki jagah koi jama nahi karata.",
  open: (agency: string) => `Tayyar parcha kholein: ${agency}`,
  close: "Dobara band karein",
  loading: "Daftaron ki fehrist aa rahi hai",
  unknown: "Ek daftar jise yeh safha nahi janta",
  identity:
    "Un ki pehchan unhi ke paas rehti hai: yeh satrein woh apne phone par ya kaghaz par haath se khud likhte hain.",
  record: "Sirf wohi likhein jo ho chuka hai. Yeh woh bhi dekhte hain aur yahan madad karne wale sab bhi.",
  people: {
    person: "Unhon ne khud",
    supporter: "Jis par unhein bharosa hai",
    staff: "Unhon ne, mere saath",
  },
  by: {
    person: "Unhon ne khud",
    supporter: "Jis par unhein bharosa hai",
    staff: (alias: string) => `Unhon ne, aur ${alias} saath thay`,
  },
  failed: {
    closed: "Yeh mamla ab aap ke liye nahi khulta. Kuch nahi likha gaya.",
    notMember: "Ise sirf wohi likh sakte hain jo is mamle mein madad kar rahe hain.",
    moved: "Is mamle ke parhne wale abhi badle hain. Zara dobara koshish karein.",
  },
} satisfies Messages<typeof en>
