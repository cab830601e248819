import type { PackageText } from "./area.ts"

export const messages = {
  holds: {
    opened: "Yeh package isi inbox ke liye band kiya gaya tha, aur poora khul gaya.",
    signed: (first, second) =>
      `Is mein maujood cheezon ki fehrist par helpline ke do afraad ke dastakhat hain: ${first} aur ${second}.`,
    contents: (entries, files) =>
      `Tamam ${entries} hisse maujood hain (in mein filein: ${files}). Kuch kam nahi, kuch zyada nahi, aur har ek hubahu wohi hai jo fehrist mein hai.`,
    text: "Shikayat lafz ba lafz wohi hai jis ki us shakhs ne ijazat di.",
    consent: "Us shakhs ke dastakhat hain ke yahi matan aur yahi filein is idare ko di ja sakti hain.",
    unproven: "Is sab se yeh sabit nahi hota ke likhi gayi baat sach hai. Yeh maloom karna aap ka kaam hai.",
  },
  fails: {
    "does-not-open":
      "Yeh file is inbox ki chaabi se nahi khulti. Yeh kisi aur ke liye band ki gayi, ya raaste mein badal gayi.",
    "broken-off": "File waqt se pehle khatam ho jati hai, ya raaste mein badal gayi. Dobara mangwaein.",
    "not-a-package": "Is ke andar shikayat ka package nahi hai.",
    "manifest-damaged":
      "Is mein maujood cheezon ki fehrist parhi nahi ja sakti. Is package ki koi cheez istemal na karein.",
    "signer-twice":
      "Ek hi shakhs ne do baar dastakhat kiye hain. Do alag afraad ke dastakhat zaroori hain. Is package ki koi cheez istemal na karein.",
    "signer-unknown":
      "Dastakhat karne wale ka naam helpline ki fehrist mein nahi. Is package ki koi cheez istemal na karein.",
    "signature-wrong": "Fehrist par ek dastakhat ghalat hai. Is package ki koi cheez istemal na karein.",
    "another-agency":
      "Yeh package kisi aur idare ya kisi aur inbox ke liye hai. Barah-e-karam ise na parhein aur helpline ko bataein.",
    "entry-extra": (name) => `Is mein kuch aisa hai jo dastakhat wali fehrist mein nahi: ${name}.`,
    "entry-missing": (name) => `Dastakhat wali fehrist ki ek cheez maujood nahi: ${name}.`,
    "entry-changed": (name) =>
      `Yeh hissa woh nahi jo dastakhat wali fehrist mein hai: ${name}. Ise badla gaya hai.`,
    "name-unsafe": (name) =>
      `Ek hisse ka naam aisa hai jo aap ke computer ki filein mita sakta hai. Parhna yahan rok diya gaya: ${name}.`,
    "name-twice": (name) =>
      `Do hisson ka naam ek hai. Har program in mein se alag cheez dikhata. Parhna yahan rok diya gaya: ${name}.`,
    "zip-not-plain": (name) =>
      `Yeh package hamare tareeqe se nahi bana. Parhna yahan rok diya gaya: ${name}.`,
    "bytes-after-end": "Package ke khatam hone ke baad bhi kuch maujood hai.",
    "text-not-as-agreed": (name) => `Yeh matan woh nahi jis ki us shakhs ne ijazat di: ${name}.`,
    "consent-damaged":
      "Us shakhs ki ijazat is mein nahi, ya parhi nahi ja sakti. Is ke baghair yahan ki koi cheez istemal nahi ho sakti.",
    "consent-not-listed":
      "Is mein rakhi ijazat woh nahi jis se yeh package bana. Yahan ki koi cheez istemal nahi ho sakti.",
    "files-not-as-agreed": "Yeh filein woh nahi jin ki us shakhs ne ijazat di.",
    "papers-damaged": "Ijazat ke saath ke kaghzaat parhe nahi ja sakte.",
  },
  papers: {
    "release-missing":
      "Bhejne ka ijazat nama is mein nahi, ya is mein woh nahi likha jo us shakhs ki ijazat mein hai.",
    "truth-missing":
      "Us shakhs ka yeh bayan ke baat sach hai, is mein nahi, ya kisi aur baat ke baare mein hai.",
    "not-drafted": "Helpline ka koi fard nahi kehta ke yeh shikayat us ne likhi.",
    "not-approved": "Helpline ke kisi doosre fard ne is shikayat ki manzoori nahi di.",
    "approved-by-drafter": "Jis ne yeh shikayat likhi usi ne manzoori bhi di. Do alag afraad zaroori hain.",
  },
  consent: {
    "not-a-consent":
      "Ijazat ki jagah jo rakha hai woh ijazat nahi. Yahan ki koi cheez istemal nahi ho sakti.",
    "bad-signature":
      "Ijazat par us shakhs ki apni chaabi se kiye hue dastakhat nahi. Yahan ki koi cheez istemal nahi ho sakti.",
    "other-case": "Yeh ijazat kisi aur mamle ki hai.",
    contradiction: "Ijazat mein do baatein hain jo ek saath durust nahi ho saktin.",
    "boundary-since": "Us shakhs ne baad mein ek shart lagai hai jo ise rokti hai.",
    "text-differs": "Jin alfaaz par dastakhat hue woh is ijazat ki tay shuda baaton se nahi milte.",
    "other-agency":
      "Yeh ijazat kisi aur idare ke liye hai. Barah-e-karam aage na parhein aur helpline ko bataein.",
    "other-agency-name":
      "Ijazat mein aap ke idare ka nahi, kisi aur ka naam hai. Barah-e-karam aage na parhein aur helpline ko bataein.",
    "other-agency-key": "Us shakhs ne is inbox ki chaabi ke liye nahi, kisi aur ke liye dastakhat kiye the.",
    "not-yet-valid":
      "Yeh ijazat abhi shuru nahi hui. Abhi irada badla ja sakta hai. Barah-e-karam intezar karein.",
    expired: "Ijazat ki muddat khatam ho gayi. Helpline se nayi ijazat maangein.",
    "used-up": "Yeh ijazat jitni baar ke liye thi utni baar istemal ho chuki.",
    superseded: "Aap ke liye is se nayi ijazat maujood hai. Sirf wohi maani jaye gi.",
    "number-taken": "Ek hi number ki do ijazatein hain. Helpline ko bataein.",
    "revocations-stale":
      "Yeh maloom nahi ho saka ke us shakhs ne ijazat wapas to nahi li. Internet se jurein aur dobara kholein.",
    revoked: "Us shakhs ne ijazat wapas le li hai. Istemal rok dein aur helpline ko jawab dein.",
    "field-outside": "Shikayat mein ek baat aisi hai jis ki us shakhs ne ijazat nahi di.",
    "field-missing": "Ek baat, jo us shakhs ki marzi se aap tak pahunchni thi, maujood nahi.",
    "view-changed": "Shikayat lafz ba lafz woh nahi jis ki us shakhs ne ijazat di.",
    "file-outside": "Ek file aisi hai jis ki us shakhs ne ijazat nahi di.",
    "file-missing": "Ek file, jo us shakhs ki marzi se aap tak pahunchni thi, maujood nahi.",
    "file-changed": "Ek file woh nahi jis ki us shakhs ne ijazat di.",
  },
} as const satisfies PackageText
