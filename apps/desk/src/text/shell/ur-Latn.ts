import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  desk: "Amle ka desk",
  navigation: "Desk ke hisse",
  tabs: { offers: "Peshkashein", cases: "Mere mamle", board: "Muntazir mamle" },
  signedInAs: (alias: string, roles: string) => `${alias} · ${roles}`,
  signOut: "Sign out karein",
  unsentTitle: "Aap ki koi tehreer adhoori hai",
  unsent:
    "Aap ne kuch likha hai jo na bheja gaya hai, na mehfooz hua hai. Abhi sign out kiya to woh is computer se mit jaye ga.",
  unsentYes: "Sign out karein, tehreer mit jane dein",
  and: " aur ",
  checking: "Nayi khabar dekh rahe hain",
  upToDate: (time: string) => `Aakhri baar ${time} dekha`,
  noConnection: (time: string) => `${time} se raabta nahi. Hum koshish kar rahe hain.`,
  sessionEndedTitle: "Barah-e-karam dobara sign in karein",
  sessionEnded:
    "Mamlon ki hifazat ke liye aap ka session khatam ho gaya hai. Aap ka adhoora paigham yahin hai, zaya nahi hua.",
  insecureTitle: "Yeh safha mehfooz pate se kholein",
  insecure:
    "Yeh pata mehfooz nahi, is liye aap ka aala yahan mohr band mamle nahi khol sakta. Apni helpline se https wala pata lein.",
  directoryTitle: "Amle ki chaabiyon ki fehrist hamari jaanch mein poori nahi utri",
  directory: {
    damaged:
      "Yeh parhi nahi ja sakti. Apne muntazim ko bataein. Jab tak yeh theek na ho, aap kisi mamle mein naya parhne wala shamil nahi kar sakte.",
    "bad-chain":
      "Is par is helpline ke dastakhat nahi. Ho sakta hai kisi ne ise badal diya ho. Apne muntazim ko khud mil kar bataein. Tab tak aap mamle nahi khol sakte.",
    "older-version":
      "Yeh us fehrist se purani hai jo yeh aala pehle dekh chuka hai. Apne muntazim ko bataein. Tab tak aap mamle nahi khol sakte.",
    "lives-too-long":
      "Is mein likhi muddat hamari had se zyada hai. Apne muntazim ko bataein. Tab tak aap mamle nahi khol sakte.",
    "unknown-role": "Is mein aisa kirdar likha hai jise yeh version nahi janta. Apne muntazim ko bataein.",
    "uncertified-key":
      "Is mein ek chaabi apne malik se mel nahi khati. Apne muntazim ko khud mil kar bataein. Tab tak aap mamle nahi khol sakte.",
    offline: "Yeh fehrist nahi aa saki. Raabta bahaal ho to dobara koshish karein.",
    "not-listed":
      "Aap ki apni chaabi is mein nahi. Apne muntazim se poochein ke kya aap ab bhi yahan kaam karte hain.",
    "not-active": "Aap ki apni chaabi khatam kar di gayi hai. Apne muntazim se poochein.",
  },
  expiredTitle: "Amle ki chaabiyon ki fehrist ki muddat khatam ho gayi hai",
  expired: (day: string) =>
    `Yeh ${day} tak karaamad thi. Aap apne mamle parh sakte hain aur jawab de sakte hain. Naya parhne wala tab shamil hoga jab muntazim is ki tajdeed karein ge.`,
  clockTitle: "Is aale ki ghari ghalat lagti hai",
  clock: (device: string, server: string) =>
    `Aap ka aala ${device} batata hai aur hamara computer ${server}. Is safhe par auqaat ghalat ho sakte hain. Ghari theek kar lein.`,
  brokenTitle: "Is safhe par kuch kharab ho gaya",
  broken:
    "Yeh hamari ghalti hai. Safha dobara kholein aur phir sign in karein. Jo kuch aap bhej chuke hain woh mehfooz hai.",
  reload: "Safha dobara kholein",
} satisfies Messages<typeof en>
