import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  desk: "Amle ki mez",
  navigation: "Mez ke hisse",
  tabs: { offers: "Peshkashein", cases: "Mere maamle", board: "Takhta" },
  signedInAs: (alias: string, roles: string) => `${alias} · ${roles}`,
  signOut: "Bahar niklein",
  and: " aur ",
  checking: "Nayi khabar dekh rahe hain",
  upToDate: (time: string) => `Aakhri baar ${time} par dekha`,
  noConnection: (time: string) => `${time} se raabta nahi. Hum koshish kar rahe hain.`,
  sessionEndedTitle: "Barah-e-karam dobara andar aayein",
  sessionEnded:
    "Maamlon ki hifazat ke liye aap ka waqt khatam ho gaya hai. Aap jo likh rahe the woh yahin hai, aap ke intezar mein.",
  insecureTitle: "Yeh safha mehfooz pate se kholein",
  insecure:
    "Yeh pata mehfooz nahi, is liye aap ka aala yahan mohr band maamle nahi khol sakta. Apni helpline se https wala pata lein.",
  directoryTitle: "Amle ki chabiyon ki fehrist hamari jaanch mein poori nahi utri",
  directory: {
    damaged:
      "Yeh parhi nahi ja sakti. Apne muntazim ko batayein. Jab tak yeh theek na ho, aap kisi maamle mein naya parhne wala shamil nahi kar sakte.",
    "bad-chain":
      "Is par is helpline ke dastakhat nahi. Ho sakta hai kisi ne ise badal diya ho. Apne muntazim ko khud mil kar batayein. Tab tak aap maamle nahi khol sakte.",
    "older-version":
      "Yeh us fehrist se purani hai jo yeh aala pehle dekh chuka hai. Apne muntazim ko batayein. Tab tak aap maamle nahi khol sakte.",
    "lives-too-long":
      "Is mein likhi muddat hamari had se zyada hai. Apne muntazim ko batayein. Tab tak aap maamle nahi khol sakte.",
    "unknown-role": "Is mein aisa kirdar likha hai jise yeh version nahi janta. Apne muntazim ko batayein.",
    "uncertified-key":
      "Is mein ek chabi apne malik se mel nahi khati. Apne muntazim ko khud mil kar batayein. Tab tak aap maamle nahi khol sakte.",
    offline: "Yeh fehrist nahi aa saki. Raabta bahaal ho to dobara koshish karein.",
    "not-listed":
      "Aap ki apni chabi is mein nahi. Apne muntazim se poochein ke kya aap ab bhi yahan kaam karte hain.",
    "not-active": "Aap ki apni chabi khatam kar di gayi hai. Apne muntazim se poochein.",
  },
  expiredTitle: "Amle ki chabiyon ki fehrist ki muddat khatam ho gayi hai",
  expired: (day: string) =>
    `Yeh ${day} tak karaamad thi. Aap apne maamle parh sakte hain aur jawab de sakte hain. Naya parhne wala tab shamil hoga jab muntazim is ki tajdeed karenge.`,
  clockTitle: "Is aale ki ghari ghalat lagti hai",
  clock: (device: string, server: string) =>
    `Aap ka aala ${device} batata hai aur hamara computer ${server}. Is safhe par auqaat ghalat ho sakte hain. Ghari theek kar lein.`,
  brokenTitle: "Is safhe par kuch kharab ho gaya",
  broken:
    "Yeh hamari ghalti hai. Safha dobara kholein aur phir andar aayein. Jo kuch aap bhej chuke hain woh mehfooz hai.",
  reload: "Safha dobara kholein",
} satisfies Messages<typeof en>
