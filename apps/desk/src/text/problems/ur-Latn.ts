import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  finding: {
    "entry-damaged":
      "Parhne walon ki fehrist mein ek tabdeeli kharab haalat mein pahunchi. Ise nahi maana gaya.",
    "entry-not-signed":
      "Kisi aise ne parhne walon ki fehrist badalne ki koshish ki jise ijazat nahi. Ise nahi maana gaya.",
    "entry-of-another-case": "Kisi doosre mamle ki fehrist yahan rakhi gayi. Ise nahi maana gaya.",
    "entry-not-next": "Parhne walon ki fehrist ki ek tabdeeli ghaib hai ya tarteeb se nahi.",
    "entry-forks": "Ise kaun parh sakta hai, is ki do alag kahaniyan hain. Hum pehli ko maante hain.",
    "reporter-missing": "Kisi ne unhein un ke apne mamle se nikalne ki koshish ki. Ise nahi maana gaya.",
    "listed-twice": "Ek fehrist mein kisi ka naam do baar hai. Ise nahi maana gaya.",
    "uncertified-key-added":
      "Kisi ne aisi chaabi shamil karne ki koshish ki jis ki hamari helpline tasdeeq nahi karti. Ise nahi maana gaya.",
    "beyond-policy": "Ek raabta kaar ne un ki ijazat se zyada badalne ki koshish ki. Ise nahi maana gaya.",
    "removed-without-new-epoch": "Taala badle baghair kisi ko nikala gaya. Ise nahi maana gaya.",
    "epoch-out-of-order": "Is mamle ke taale tarteeb se nahi. Ek tabdeeli nahi maani gayi.",
    "ghost-wrap": "Kisi aise ke liye chaabi banayi gayi jo parhne walon mein nahi. Ise nahi maana gaya.",
    "wrap-missing": "Parhne walon ki ek tabdeeli mein kisi ki chaabi reh gayi. Ise nahi maana gaya.",
    "link-wrong": "Ek taala pichle taale se mel nahi khata. Ek tabdeeli nahi maani gayi.",
    "uncertified-key":
      "Fehrist mein ek parhne wale ki hamari helpline tasdeeq nahi karti. Un ka likha nahi dikhaya jata.",
    "role-not-held":
      "Ek parhne wala aise kirdar mein likha hai jo un ka nahi. Un ka likha nahi dikhaya jata.",
    "signer-since-revoked": "Jis raabta kaar ne aakhri baar parhne wale badle, woh ab yahan kaam nahi karte.",
    "two-experts-accepted": "Do mahiron ne ek hi zaroorat qabool kar li hai. Raabta kaar ek ko hata dein.",
    "dropped-after-accepting":
      "Ek mahir ne qabool kiya aur phir taala badle baghair fehrist se nikaal diye gaye. Shayad woh ab bhi parh sakte hon. Raabta kaar unhein baqaida hataein.",
    "answer-refused": "Ek peshkash ke jawab par sahih mahir ke dastakhat nahi. Ise nahi maana gaya.",
    "rolled-back": "Yeh aala is se nayi fehrist dekh chuka hai. Kuch hataya gaya hai.",
    "moved-case": "Kisi doosre mamle ka paigham yahan rakha gaya. Woh nahi dikhaya jata.",
    "moved-epoch": "Ek paigham doosre taale mein rakha gaya. Woh nahi dikhaya jata.",
    "moved-author": "Ek paigham kisi aur ke naam se rakha gaya. Woh nahi dikhaya jata.",
    "moved-inside": "Ek paigham ke andar likha hai ke woh kahin aur ka hai. Woh nahi dikhaya jata.",
    "does-not-open": "Ek paigham nahi khulta. Woh raaste mein badla gaya, ya us ki chaabi hamari nahi.",
    "no-key-for-epoch": "Ek paigham aisi chaabi se band hai jo hamare paas nahi.",
    "message-damaged": "Ek paigham andar se kharab hai. Woh nahi dikhaya jata.",
    "bad-signature": "Ek paigham par us ke likhne wale ke dastakhat nahi. Woh nahi dikhaya jata.",
    "author-not-on-roster": "Ek paigham aise ne likha jo parhne walon mein nahi tha. Woh nahi dikhaya jata.",
    "not-theirs-to-say":
      "Amle ne aisi baat likhne ki koshish ki jo sirf woh khud likh sakte hain. Woh nahi dikhayi jati.",
    "unknown-kind": "Ek paigham aisi qism ka hai jise yeh version nahi janta. Woh nahi dikhaya jata.",
    "duplicate-id": "Do paighamon ka number ek hai. Sirf pehla dikhaya jata hai.",
    replayed: "Ek paigham do baar pahuncha. Ek baar dikhaya jata hai.",
    "duplicate-file":
      "Do paighamon mein ek hi file ke baare mein alag alag baat likhi hai. Har likhne wale ki pehli baat maani jati hai.",
    "file-not-theirs": "Kisi ne doosre ki bheji hui file hatane ki koshish ki. File apni jagah par hai.",
    "late-after-removal": "Jise hataya gaya tha, us ne baad mein likha. Woh nahi dikhaya jata.",
    "missing-message": "Ek paigham jis ka jawab diya gaya, kabhi nahi pahuncha. Shayad kuch hataya gaya hai.",
    "arrived-late":
      "Ek paigham parhne walon ke badalne ke baad pahuncha. Ise nishan ke saath dikhaya gaya hai.",
  },
  lateMark: "Parhne walon ke badalne ke baad pahuncha",
} satisfies Messages<typeof en>
