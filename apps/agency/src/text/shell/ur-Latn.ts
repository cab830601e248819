import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  app: "Afsaron ka inbox",
  signedInAs: (alias: string, agency: string) => `${alias} · ${agency}`,
  signOut: "Sign out karein",
  checking: "Nayi khabar dekh rahe hain",
  upToDate: (time: string) => `Aakhri baar ${time} dekha`,
  noConnection: (time: string) => `${time} se raabta nahi. Hum koshish kar rahe hain.`,
  sessionEndedTitle: "Barah-e-karam dobara sign in karein",
  sessionEnded:
    "Aap ko bheji gayi baaton ki hifazat ke liye aap ka session khatam ho gaya hai. Aap ka adhoora jawab yahin hai, zaya nahi hua. Agar ab sign in na ho to shayad aap ki rasai khatam kar di gayi ho: apne daftar ke sarbarah ya helpline se poochein.",
  insecureTitle: "Yeh safha mehfooz pate se kholein",
  insecure:
    "Yeh pata mehfooz nahi, is liye aap ka aala yahan mohr band package nahi khol sakta. Helpline se woh pata lein jo https se shuru hota hai.",
  directoryTitle: "Helpline ki chaabiyon ki fehrist hamari jaanch mein poori nahi utri",
  directory: {
    damaged:
      "Yeh parhi nahi ja sakti. Jab tak yeh theek na ho, kuch nahi khul sakta. Barah-e-karam helpline ko bataein.",
    "bad-chain":
      "Is par helpline ke dastakhat nahi. Ho sakta hai kisi ne ise badal diya ho. Jab tak yeh theek na ho, kuch nahi khola jaye ga. Barah-e-karam helpline ko phone par bataein.",
    "older-version":
      "Yeh us fehrist se purani hai jo yeh aala pehle dekh chuka hai. Jab tak yeh theek na ho, kuch nahi khola jaye ga. Barah-e-karam helpline ko bataein.",
    "lives-too-long":
      "Is mein likhi muddat hamari had se zyada hai. Jab tak yeh theek na ho, kuch nahi khola jaye ga. Barah-e-karam helpline ko bataein.",
    "unknown-role":
      "Is mein aisa kirdar likha hai jise yeh version nahi janta. Barah-e-karam helpline ko bataein.",
    "uncertified-key":
      "Is mein ek chaabi apne malik se mel nahi khati. Jab tak yeh theek na ho, kuch nahi khola jaye ga. Barah-e-karam helpline ko phone par bataein.",
    offline: "Yeh fehrist nahi aa saki. Hum koshish kar rahe hain; is se pehle kuch nahi khul sakta.",
    "not-listed":
      "Aap ki apni chaabi is mein nahi, is liye kuch nahi khul sakta. Helpline se poochein ke kya aap ka naam ab bhi un ki fehrist mein hai.",
    "not-active":
      "Aap ki apni chaabi khatam kar di gayi hai: aap ab is inbox ke afsar nahi, is liye kuch nahi khul sakta. Agar yeh ghalti hai to helpline se baat karein.",
  },
  expiredTitle: "Helpline ki chaabiyon ki fehrist ki muddat khatam ho gayi hai",
  expired: (day: string) =>
    `Yeh ${day} tak karaamad thi. Jo yahan hai aap use parh sakte hain aur jawab de sakte hain. Naya kuch tab aaye ga jab helpline apni fehrist ki tajdeed kare gi.`,
  keyTitle: "Aap ke inbox ki chaabi",
  key: {
    "sign-in-again":
      "Aap ke idare ke inbox ki chaabi badal gayi hai. Sign out kar ke phir sign in karein: tab woh bhi khule ga jo nayi chaabi se band hua hai.",
    "no-key":
      "Aap ke idare ke inbox ki koi chaabi aap ko nahi di gayi, is liye yahan kuch nahi khulta. Barah-e-karam helpline se poochein.",
  },
  clockTitle: "Is aale ki ghari ghalat lagti hai",
  clock: (device: string, server: string) =>
    `Aap ka aala ${device} batata hai aur hamara computer ${server}. Is safhe par auqaat ghalat ho sakte hain. Ghari theek kar lein.`,
  brokenTitle: "Is safhe par kuch kharab ho gaya",
  broken:
    "Yeh hamari ghalti hai. Safha dobara kholein aur phir sign in karein. Jo kuch aap bhej chuke hain woh mehfooz hai.",
  reload: "Safha dobara kholein",
} satisfies Messages<typeof en>
