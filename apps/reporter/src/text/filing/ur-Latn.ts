import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Jo aap khud jama karaein",
  nobodySends:
    "Hamari taraf se kuch nahi bheja jata. Darkhwast aap khud, ya jis par aap ko bharosa ho woh jama karata hai.",
  why: "Yeh daftar hum se jura hua nahi. Is liye darkhwast yahan usi ke form ki tarteeb se tayyar hai.",
  open: (agency: string) => `Kholein: ${agency}`,
  close: "Dobara band karein",
  unknown: "Ek daftar jise yeh safha nahi janta",
  identityTitle: "Aap ke bare mein",
  identity:
    "Aap apne bare mein jo likhein woh sirf isi screen par rehta hai. Na is phone mein mehfooz hota hai, na hamein bheja jata hai, aur safha chhorte hi mit jata hai. Chahein to khali chhor kar baad mein haath se likh lein.",
  files:
    "Fehrist mein likhi files isi mamle mein mojood hain. Apni naqlein saath le jaein, asal kisi ko na dein.",
  record:
    "Chahein to yahan likh lein, taake aap ko aur aap ki madad karne walon ko maloom rahe ke baat kahan pahunchi. Yeh kisi aur din bhi ho sakta hai.",
  people: { person: "Main ne khud", supporter: "Jis par mujhe bharosa hai" },
  by: {
    person: "Aap ne khud",
    supporter: "Jis par aap ko bharosa hai",
    staff: (alias: string) => `Aap ne, aur ${alias} saath thay`,
  },
} satisfies Messages<typeof en>
