import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  bad_request:
    "Hamara computer is safhe ki baat nahi samjha. Safha dobara kholein; phir bhi aisa ho to muntazim ko bataein.",
  too_large: "Yeh hamari had se bara hai. Ise chhota kar dein.",
  not_found: "Yeh ab yahan nahi hai.",
  wrong_origin: "Yeh safha kisi aur pate se khola gaya hai. Ise us ke apne pate se kholein.",
  work_expired: "Is mein bohat der ho gayi. Dobara koshish karein.",
  work_wrong: "Hamare computer ne is aale ka kaam qabool nahi kiya. Dobara koshish karein.",
  opening_refused: "Hamare computer ne chaabiyan qabool nahi kin. Kuch nahi badla.",
  login_failed: "Is se kuch nahi khulta.",
  token_expired: "Yahan rehne ka waqt khatam ho gaya. Dobara andar aein.",
  case_expired: "Yeh mamla bheja nahi gaya tha aur ab khatam ho chuka hai.",
  conflict: "Abhi abhi yahan kuch aur mehfooz hua hai. Ek nazar dekhein, phir koshish karein.",
  size_not_allowed: "Mohr band paigham ki lambai qabil-e-qabool nahi. Ise zara sa badal kar phir bhejein.",
  epoch_moved: "Is mamle ke parhne wale abhi badle hain. Ek baar phir koshish karein.",
  roster_refused: "Hamare computer ne parhne walon ki nayi fehrist qabool nahi ki. Kuch nahi badla.",
  proposal_expired: "Yeh tajweez purani ho gayi. Dobara poochein.",
  proposal_mismatch: "Yeh tajweez se mel nahi khata. Dobara poochein.",
  budget_used: "Yeh mamla aaj ki had poori kar chuka hai. Kal koshish karein.",
  not_on_roster: "Aap is mamle ke parhne wale nahi, ya ab nahi rahe.",
  offer_gone: "Yeh peshkash khatam ho gayi ya wapas le li gayi. Dekhne ka shukriya.",
  already_taken:
    "Kisi doosre mahir ne pehle qabool kar liya. Woh ache haathon mein hain; aap ko mazeed kuch nahi karna.",
  answer_refused:
    "Hamare computer ne aap ka dastakhat shuda jawab qabool nahi kiya. Apni peshkashein dobara dekhein.",
  sign_in_failed: "Naam, lafz ya chhe hindse theek nahi. Teenon ko ek baar phir dekh lein.",
  code_used: "Yeh chhe hindse abhi istemal ho chuke hain. Agle hindson ka intezar karein.",
  too_many_tries: "Is naam se bohat baar ghalat koshish ho chuki hai. Thora intezar karein.",
  session_ended: "Aap ka session khatam ho gaya hai. Dobara sign in karein; aap ka likha yahin rahe ga.",
  not_allowed: "Aap ke kirdar ko is ki ijazat nahi.",
  draft_gone: "Yeh musawwada ab maujood nahi.",
  part_damaged: "File ka ek tukra poora nahi pahuncha. Dobara koshish karein.",
  part_differs: "Yahan koi aur file shuru ho chuki hai. Ise nayi file ke taur par shamil karein.",
  parts_missing: "File ke kuch tukre abhi nahi pahunche. Dobara koshish karein.",
  too_many_uploads:
    "Is mamle ki bohat si filein abhi raaste mein hain. Kuch pahunch jaein to phir koshish karein.",
  release_refused:
    "Hamare computer ne yeh ijazat qabool nahi ki. Kuch bahar nahi gaya. Ise dobara dekh lein.",
  agency_key_changed:
    "Idare ki chaabi badal gayi hai. Kuch bahar nahi gaya; unhein dobara dastakhat karne hon ge.",
  release_not_yet:
    "Un ke paas abhi sochne ka waqt hai. Ijazat ka pehla din aane se pehle kuch nahi bheja ja sakta.",
  release_over: "Yeh ijazat khatam ho gayi, ya is ki jagah nayi aa gayi hai. Kuch bahar nahi gaya.",
  release_revoked: "Unhon ne yeh ijazat wapas le li hai. Ab kuch bahar nahi ja sakta.",
  uses_exceeded: "Yeh ijazat jitni baar ke liye thi, utni baar istemal ho chuki. Aur kuch bahar nahi gaya.",
  answers_moved: "Itne mein kisi saathi ne jawab de diya hai. Dobara dekhein, phir wahin se aage chalein.",
  not_taken_back: "Yeh ijazat wapas nahi li gayi, is liye rokne ko kuch nahi.",
  storage_unreachable:
    "Filein rakhne ki jagah se is waqt raabta nahi ho raha. Kuch zaya nahi hua; dobara koshish karein.",
  storage_full:
    "Hamara computer is waqt kuch mehfooz nahi kar sakta. Safha khula rakhein, baad mein koshish karein aur muntazim ko bataein.",
  busy: "Hamara computer masroof hai. Thori der mein phir koshish karein.",
  failed: "Hamare computer par kuch kharab ho gaya. Kuch zaya nahi hua; dobara koshish karein.",
  offline: "Is waqt raabta nahi hai. Kuch zaya nahi hua; dobara koshish karein.",
  nonsense_answer:
    "Hamare computer ka jawab samajh mein nahi aaya. Shayad raaste mein kuch badal gaya. Dobara koshish karein.",
} satisfies Messages<typeof en>
