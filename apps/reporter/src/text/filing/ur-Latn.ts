import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Jo aap khud jama karaein",
  nobodySends:
    "Hamari taraf se kuch nahi bheja jata. Shikayat aap khud jama karaein, ya koi aisa jis par aap ko bharosa ho.",
  why: "Yeh daftar hum se jura hua nahi. Is liye shikayat yahan satar ba satar usi daftar ke form ki tarteeb mein rakhi hai.",
  open: (agency: string) => `Kholein: ${agency}`,
  close: "Band karein",
  unknown: "Ek daftar jo is safhe ki fehrist mein nahi",
  identityTitle: "Aap ke baare mein",
  identity:
    "Aap apne baare mein jo likhein woh sirf isi screen par rehta hai. Na is phone mein mehfooz hota hai, na hamein bheja jata hai, aur safha chhorte hi mit jata hai. Chahein to khali chhor kar baad mein haath se likh lein.",
  files:
    "Fehrist mein likhi filein isi mamle mein maujood hain. Apni naqlein saath le jaein, asal kisi ko na dein.",
  record:
    "Chahein to yahan likh lein, taake aap ko aur aap ki madad karne walon ko maloom rahe ke baat kahan pahunchi. Yeh kisi aur din bhi ho sakta hai.",
  people: { person: "Main ne khud", supporter: "Aise shakhs ne jis par mujhe bharosa hai" },
  by: {
    person: "Aap ne khud",
    supporter: "Aise shakhs ne jis par aap ko bharosa hai",
    staff: (alias: string) => `Aap ne, ${alias} ke saath`,
  },
} satisfies Messages<typeof en>
