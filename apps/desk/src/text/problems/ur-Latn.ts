import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  failure: {
    bad_request:
      "Hamara computer is safhe ki baat nahin samjha. Safha dobara kholein; phir bhi aisa ho to muntazim ko batayein.",
    too_large: "Ye hamari had se bara hai. Ise chhota kar dein.",
    not_found: "Ye ab yahan nahin hai.",
    wrong_origin: "Ye safha kisi aur pate se khola gaya hai. Mez ko us ke apne pate se kholein.",
    work_needed: "Hamara computer pehle thora sa kaam maangta hai. Dobara koshish karein.",
    work_expired: "Is mein bohat der ho gayi. Dobara koshish karein.",
    work_wrong: "Hamare computer ne is aale ka kaam qabool nahin kiya. Dobara koshish karein.",
    opening_refused: "Hamare computer ne chabiyan qabool nahin kin. Kuch nahin badla.",
    login_failed: "Is se kuch nahin khulta.",
    token_expired: "Ye mulaqat khatam ho gayi. Dobara aayein.",
    case_expired: "Ye maamla bheja nahin gaya tha aur ab khatam ho chuka hai.",
    conflict: "Abhi abhi yahan kuch aur mehfooz hua hai. Aik nazar dekhein, phir koshish karein.",
    size_not_allowed: "Mohr band paigham ki lambai qabil-e-qabool nahin. Ise zara sa badal kar phir bhejein.",
    epoch_moved: "Is maamle ke parhne wale abhi badle hain. Aik baar phir koshish karein.",
    roster_refused: "Hamare computer ne parhne walon ki nayi fehrist qabool nahin ki. Kuch nahin badla.",
    proposal_expired: "Ye tajweez purani ho gayi. Dobara poochein.",
    proposal_mismatch: "Ye tajweez se mel nahin khata. Dobara poochein.",
    budget_used: "Ye maamla aaj ki had poori kar chuka hai. Kal koshish karein.",
    not_on_roster: "Aap is maamle ke parhne wale nahin, ya ab nahin rahe.",
    offer_gone: "Ye peshkash khatam ho gayi ya wapas le li gayi. Dekhne ka shukriya.",
    already_taken:
      "Kisi doosre mahir ne pehle qabool kar liya. Wo ache haathon mein hain; aap ko mazeed kuch nahin karna.",
    answer_refused:
      "Hamare computer ne aap ka dastakhat shuda jawab qabool nahin kiya. Apni peshkashein dobara dekhein.",
    sign_in_failed: "Naam, lafz ya chhe hindse theek nahin. Teenon ko aik baar phir dekh lein.",
    code_used: "Ye chhe hindse abhi istemal ho chuke hain. Agle hindson ka intezar karein.",
    too_many_tries: "Is naam se bohat baar ghalat koshish ho chuki hai. Thora intezar karein.",
    session_ended: "Aap ka waqt khatam ho gaya. Dobara andar aayein; aap ke lafz yahin hain.",
    not_allowed: "Aap ke kirdar ko is ki ijazat nahin.",
    draft_gone: "Ye musawwada ab nahin rakha gaya.",
    storage_full:
      "Hamara computer is waqt kuch mehfooz nahin kar sakta. Safha khula rakhein, baad mein koshish karein aur muntazim ko batayein.",
    busy: "Hamara computer masroof hai. Thori der mein phir koshish karein.",
    failed: "Hamare computer par kuch kharab ho gaya. Aap ke lafz yahin hain; dobara koshish karein.",
    offline: "Is waqt raabta nahin hai. Aap ke lafz yahin hain; dobara koshish karein.",
    nonsense_answer:
      "Hamare computer ka jawab samajh mein nahin aaya. Shayad raaste mein kuch badal gaya. Dobara koshish karein.",
  },
  finding: {
    "entry-damaged":
      "Parhne walon ki fehrist mein aik tabdeeli kharab haalat mein pohanchi. Ise nahin maana gaya.",
    "entry-not-signed":
      "Kisi aise ne parhne walon ki fehrist badalne ki koshish ki jise ijazat nahin. Ise nahin maana gaya.",
    "entry-of-another-case": "Kisi doosre maamle ki fehrist yahan rakhi gayi. Ise nahin maana gaya.",
    "entry-not-next": "Parhne walon ki fehrist ki aik tabdeeli ghayab hai ya tarteeb se nahin.",
    "entry-forks": "Ise kaun parh sakta hai, is ki do alag kahaniyan hain. Hum pehli ko maante hain.",
    "reporter-missing": "Kisi ne unhein un ke apne maamle se nikalne ki koshish ki. Ise nahin maana gaya.",
    "listed-twice": "Aik fehrist mein kisi ka naam do baar hai. Ise nahin maana gaya.",
    "uncertified-key-added":
      "Kisi ne aisi chabi shamil karne ki koshish ki jis ki hamari helpline tasdeeq nahin karti. Ise nahin maana gaya.",
    "beyond-policy": "Aik raabta kaar ne un ki ijazat se zyada badalne ki koshish ki. Ise nahin maana gaya.",
    "removed-without-new-epoch": "Taala badle baghair kisi ko nikala gaya. Ise nahin maana gaya.",
    "epoch-out-of-order": "Is maamle ke taale tarteeb se nahin. Aik tabdeeli nahin maani gayi.",
    "ghost-wrap": "Kisi aise ke liye chabi banayi gayi jo parhne walon mein nahin. Ise nahin maana gaya.",
    "wrap-missing": "Parhne walon ki aik tabdeeli mein kisi ki chabi reh gayi. Ise nahin maana gaya.",
    "link-wrong": "Aik taala pichle taale se mel nahin khata. Aik tabdeeli nahin maani gayi.",
    "uncertified-key":
      "Fehrist mein aik parhne wale ki hamari helpline tasdeeq nahin karti. Un ka likha nahin dikhaya jata.",
    "role-not-held":
      "Aik parhne wala aise kirdar mein likha hai jo un ka nahin. Un ka likha nahin dikhaya jata.",
    "signer-since-revoked": "Jis raabta kaar ne aakhri baar parhne wale badle, wo ab yahan kaam nahin karte.",
    "two-experts-accepted": "Do mahiron ne aik hi zaroorat qabool kar li hai. Raabta kaar aik ko hata dein.",
    "dropped-after-accepting":
      "Aik mahir ne qabool kiya aur phir taala badle baghair fehrist se nikaal diye gaye. Shayad wo ab bhi parh sakte hon. Raabta kaar unhein baqaida hatayein.",
    "answer-refused": "Aik peshkash ke jawab par sahih mahir ke dastakhat nahin. Ise nahin maana gaya.",
    "rolled-back": "Ye aala is se nayi fehrist dekh chuka hai. Kuch hataya gaya hai.",
    "moved-case": "Kisi doosre maamle ka paigham yahan rakha gaya. Wo nahin dikhaya jata.",
    "moved-epoch": "Aik paigham doosre taale mein rakha gaya. Wo nahin dikhaya jata.",
    "moved-author": "Aik paigham kisi aur ke naam se rakha gaya. Wo nahin dikhaya jata.",
    "moved-inside": "Aik paigham ke andar likha hai ke wo kahin aur ka hai. Wo nahin dikhaya jata.",
    "does-not-open": "Aik paigham nahin khulta. Wo raaste mein badla gaya, ya us ki chabi hamari nahin.",
    "no-key-for-epoch": "Aik paigham aisi chabi se band hai jo hamare paas nahin.",
    "message-damaged": "Aik paigham andar se kharab hai. Wo nahin dikhaya jata.",
    "bad-signature": "Aik paigham par us ke likhne wale ke dastakhat nahin. Wo nahin dikhaya jata.",
    "author-not-on-roster":
      "Aik paigham aise ne likha jo parhne walon mein nahin tha. Wo nahin dikhaya jata.",
    "not-theirs-to-say":
      "Amle ne aisi baat likhne ki koshish ki jo sirf wo khud likh sakte hain. Wo nahin dikhayi jati.",
    "unknown-kind": "Aik paigham aisi qism ka hai jise ye version nahin janta. Wo nahin dikhaya jata.",
    "duplicate-id": "Do paighamon ka number aik hai. Sirf pehla dikhaya jata hai.",
    replayed: "Aik paigham do baar pohancha. Aik baar dikhaya jata hai.",
    "late-after-removal": "Jise hataya gaya tha, us ne baad mein likha. Wo nahin dikhaya jata.",
    "missing-message":
      "Aik paigham jis ka jawab diya gaya, kabhi nahin pohancha. Shayad kuch hataya gaya hai.",
    "arrived-late":
      "Aik paigham parhne walon ke badalne ke baad pohancha. Ise nishan ke saath dikhaya gaya hai.",
  },
  lateMark: "Parhne walon ke badalne ke baad pohancha",
} satisfies Messages<typeof en>
