import type { Messages } from "../define.ts"
import type { messages as en } from "./en.ts"

export const messages = {
  title: (agency: string) => `Yahan jama karani hai: ${agency}`,
  mark: {
    verify: "tasdeeq kar lein",
    notReviewed: "abhi jaancha nahi gaya",
    expired: "purani maloomat",
  },
  place: {
    title: "Kahan deni hai",
    web: "Website ka pata",
    mail: "E-mail ka pata",
    phone: "Phone number",
    none: "Hamein un ki website ya phone number maloom nahi. Shikayat kaghaz par di jati hai.",
    how: "Un tak kaise pahunchein, aur wahan kya hota hai",
    checked: (day: string) => `Aakhri baar ${day} ko jaancha gaya.`,
    notReviewed: "Yeh maloomat abhi kisi bahar wale ne nahi jaanchin.",
    expired: "Yeh maloomat waqt par dobara nahi dekhi gayin. Jane se pehle daftar se pooch lein.",
    verify: "In mein se kuch baaton ki tasdeeq nahi ho saki. Daftar se ek baar pooch lein.",
    wrong: "Log aksar ghalti se yahan chale jate hain. Yeh durust jagah nahi:",
  },
  missing: {
    title: "Abhi yeh baqi hai",
    lead: "In ke baghair form aam taur par wapas kar diya jata hai.",
    none: "Form mein jo zaroori hai, sab maujood hai.",
  },
  line: {
    letters: (used: string, limit: string) => `${limit} mein se ${used} huroof`,
    copyThis: (question: string) => `Copy karein: ${question}`,
    selected:
      "Yeh browser hamein copy nahi karne deta. Alfaaz nishan-zad hain, ab phone ke apne menu se copy kar lein, ya computer par Ctrl aur C dabaein.",
    empty: "Yahan abhi kuch nahi likha.",
    byHand: "Yeh woh khud likhein ge.",
    cut: "Un ke khane mein itna hi aata hai. Baqi izafi safhe par hai.",
    annex: "Izafi safha",
    annexNote: "Jo khane mein nahi aaya. Yeh form ke saath hi diya jata hai.",
  },
  wrong: {
    "cnic-wrong": "Shanakhti card number mein 13 hindse hote hain, jaise 42101-1234567-1.",
    "phone-wrong": "Yeh phone number poora nahi lagta.",
    "email-wrong": "Yeh e-mail pata poora nahi lagta.",
    "day-wrong": "Tareekh is tarah likhein: 2001-02-28.",
    "letters-broken": "Is mein aise nishan hain jo chhap nahi sakte. Zara dobara likh lein.",
  },
  print: {
    open: "Dekhein, chhap kar kaisa lage ga",
    close: "Chhapai ka namoona band karein",
    print: "Print karein",
    note: "Printer se yahi nikle ga: na kisi helpline ka naam, na hamari website ka pata. Khali lakeerein haath se bharne ke liye hain.",
    caution:
      "Kaghaz kisi ke haath lag sakta hai. Printer ya mushtarka computer mein naqal reh sakti hai. Wahin print karein jahan aap mehfooz hon.",
  },
  paper: {
    title: "Shikayat",
    to: (agency: string) => `Bakhidmat: ${agency}`,
    annex: "Izafi safha",
    signature: "Dastakhat",
    day: "Tareekh",
  },
  record: {
    title: "Kya shikayat jama ho gayi?",
    day: "Kis din",
    dayHint: "Din, mahina aur saal hindson mein, jaise 23-11-2026.",
    way: "Kis tarah",
    ways: {
      portal: "Un ki website par",
      mail: "E-mail se",
      post: "Daak se",
      in_person: "Un ke daftar ja kar",
      phone: "Phone par",
    },
    reference: "Jo number unhon ne diya",
    referenceHint: "Diary number, tracking number ya raseed number. Nahi diya to khali chhor dein.",
    by: "Kis ne jama karai",
    save: "Likh kar rakh lein",
    saved: "Likh liya gaya hai.",
    problem: {
      "not-a-day": "Tareekh hindson mein likhein, jaise 23-11-2026.",
      "day-in-future": "Yeh din abhi aaya nahi. Zara tareekh ek baar phir dekh lein.",
      "reference-too-long": "Aisa koi number itna lamba nahi hota. Sirf number likhein.",
      "letters-broken": "Is mein aise nishan hain jo hum mehfooz nahi rakh sakte. Number dobara likh lein.",
      way: "Bata dein ke kis tarah jama karai gayi.",
      by: "Bata dein ke kis ne jama karai.",
    },
  },
  filed: {
    title: "Jama ho chuki shikayat",
    agency: "Kahan",
    day: "Din",
    way: "Kis tarah",
    reference: "Un ka diya hua number",
    noReference: "Koi number nahi mila",
    by: "Kis ne jama karai",
  },
  failed: {
    load: "Daftaron ki fehrist nahi aa saki. Internet dekh lein aur dobara koshish karein.",
    "unknown-agency":
      "Jis daftar ke liye yeh likha gaya, woh is safhe ki fehrist mein nahi. Safha dobara kholein ya pooch lein.",
    "no-form": "Hamein maloom nahi ke is daftar ka form kya poochta hai. Pehle daftar se pooch lein.",
  },
} satisfies Messages<typeof en>
