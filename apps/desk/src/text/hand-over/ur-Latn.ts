import { isolateLtr, isolateName, type Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  loading: "Dekha ja raha hai ke baat kahan tak pahunchi",
  unreadable:
    "Jis par dastakhat hue woh parha nahi ja sakta. Kuch bahar nahi ja sakta. Meharbani kar ke apne muntazim ko bataein.",
  signedOn: (day: string) => `Unhon ne ${day} ko dastakhat kiye`,
  until: (day: string) => `${day} tak kaam mein laya ja sakta hai`,
  earlier: "Pehle ke dastakhat",

  step: {
    unreleased:
      "Woh dastakhat kar chuke hain, magar un ke phone ne abhi hamare computer ko nahi bataya. Agli baar mamla khulte hi yeh khud ho jaye ga.",
    taken_back: "Unhon ne ijazat wapas le li hai. Ab kuch bahar nahi jaye ga.",
    over: "Aakhri din guzar gaya aur kuch bahar nahi gaya. Agar woh ab bhi chahein to ise dobara saamne rakhein.",
    replaced: "Is ki jagah naya aa gaya hai. Yeh kabhi istemal nahi hua.",
    handed: "Yeh hawale kiya ja chuka hai.",
    thinking: (left: string) =>
      `Un ke paas abhi sochne ka waqt hai, aur irada badalne ke liye koi wajah zaroori nahi. Baqi waqt: ${left}.`,
    ready: "Sochne ka waqt poora ho gaya.",
  },
  turn: {
    drafter: (alias: string) =>
      `Ab ${isolateName(alias)} ki baari hai, jinhon ne yeh likha: jo kuch jaye ga, woh us ki fehrist par dastakhat karein ge.`,
    both: (first: string, second: string) =>
      `${isolateName(first)} aur ${isolateName(second)} mil kar ise hawale karein ge.`,
    nobody:
      "Do saathiyon ka is ki zimmedari lena zaroori hai, aur is waqt aisa nahi. Ise dobara saamne rakhein.",
  },

  word: {
    title: "Aapas mein tay kiya hua lafz",
    why: "Guftagu mein aap ne ek lafz tay kiya tha. Jo un par zabardasti kare, ya un ka phone cheen le, use woh lafz maloom nahi hoga.",
    typed: "Unhon ne yeh likha",
    none: "Kuch nahi likha gaya.",
    noneWhat:
      "Guftagu mein ek lafz tay karein. Phir ise dobara saamne rakhein, taake woh us lafz ke saath dastakhat kar sakein.",
    question: "Kya yahi woh lafz hai jo aap ne tay kiya tha?",
    yes: "Ji haan, guftagu se mila kar dekh liya hai: yahi woh lafz hai",
    missing: "Pehle mila kar dekhein, phir oopar wale khane par nishan lagaein.",
    confirm: "Is par mera naam likhein",
    no: "Agar lafz koi aur hai to kuch bhi hawale na karein. Guftagu mein narmi se khairiyat poochein, aur raabta kaar ko bataein.",
    checked: "Lafz mila kar dekh liya gaya hai, aur dekhne wale ne apna naam likh diya hai.",
    failed: "Abhi mehfooz nahi ho saka. Meharbani kar ke phir koshish karein.",
  },

  stops: {
    title: "Yeh bahar nahi ja sakta",
  },
  finding: {
    "not-a-consent": "Jis par dastakhat hue woh parha nahi ja sakta.",
    "bad-signature": "Yeh dastakhat un ke nahi.",
    "other-case": "Yeh dastakhat kisi aur mamle ke hain.",
    contradiction: "Is mein do baatein hain jo ek saath durust nahi ho saktin.",
    "boundary-since":
      "Unhon ne baad mein ek shart lagai hai jo ise rokti hai. Sirf wohi use hata sakte hain.",
    "text-differs": "Jin alfaaz par dastakhat hue woh tay shuda baaton se nahi milte.",
    "other-agency": "Yeh ijazat kisi aur idare ke liye hai.",
    "other-agency-name": "Idare ka naam aaj woh nahi jis par dastakhat hue the.",
    "other-agency-key":
      "Dastakhat ke baad idare ki chaabi badal gayi hai. Yeh unhi ki hifazat hai: dastakhat sirf purani chaabi ke liye the.",
    "not-yet-valid": "Un ke paas abhi sochne ka waqt hai.",
    expired: "Aakhri din guzar gaya hai.",
    "used-up": "Yeh ijazat jitni baar ke liye thi, utni baar istemal ho chuki.",
    superseded:
      "Is idare ke liye unhon ne is se nayi ijazat par dastakhat kiye hain. Sirf wohi maani jaye gi.",
    "number-taken": "Do ijazaton ka number ek hai. Meharbani kar ke apne muntazim ko bataein.",
    "revocations-stale":
      "Yeh pakka nahi ke ijazat wapas li gayi ya nahi: hamare computer se poocha nahi ja saka. Dobara dekhein.",
    revoked: "Unhon ne ijazat wapas le li hai.",
    "field-outside": "Is mein ek baat aisi hai jis ki ijazat nahi di gayi.",
    "field-missing": "Jis baat ki ijazat di gayi, woh is mein nahi.",
    "view-changed": "Tehreer lafz ba lafz woh nahi rahi jis ki ijazat di gayi thi.",
    "file-outside": "Saath ek file aisi hai jis ki ijazat nahi di gayi.",
    "file-missing": "Jis file ki ijazat di gayi, woh ab mamle mein nahi.",
    "file-changed": "Ek file woh nahi rahi jis ki ijazat di gayi thi.",
    "release-missing": "Bhejne ke ijazat name mein woh nahi likha jo un ki ijazat mein hai.",
    "truth-missing": "Un ka yeh bayan ke baat sach hai, maujood nahi, ya kisi aur baat ke baare mein hai.",
    "not-drafted": "Amle ki aaj ki fehrist mein se koi nahi kehta ke yeh us ne likha.",
    "not-approved": "Amle ki aaj ki fehrist mein se kisi doosre saathi ne manzoori nahi di.",
    "approved-by-drafter": "Jis ne likha usi ne manzoori bhi di. Do alag saathi zaroori hain.",
    "code-word-unchecked": "Tay kiya hua lafz abhi kisi ne nahi milaya.",
    "child-protection-missing":
      "Un ki umar 18 saal se kam hai. Bachon ki hifazat ke liye kisi aise raabta kaar ka dekhna bhi zaroori hai jis ne yeh na likha ho.",
    "agency-gone": "Is idare ka ab yahan koi inbox nahi.",
    "list-too-old":
      "Hamari chaabiyon ki fehrist naye kaam ke liye bohat purani ho gayi hai. Meharbani kar ke apne muntazim ko bataein.",
    "boundaries-unknown": "Woh kya nahi chahte, yeh parha nahi ja saka. Mamle ko dobara dekhein.",
    "identity-shut":
      "Woh kaun hain, yeh is desk par nahi khulta. Sirf woh do saathi hawale kar sakte hain jin ka naam liya gaya tha.",
  },
  what: {
    again: "Ise dobara saamne rakhein, taake woh us par dastakhat kar sakein jo aaj durust hai.",
    wait: "Zara der mein dobara dekhein.",
    person: "Unhi se poochein. Koi aur ise nahi badal sakta.",
    admin: "Meharbani kar ke apne muntazim ko bataein. Kuch hawale na karein.",
    guard: "Is mamle ke kisi raabta kaar se dastakhat ki darkhwast karein.",
  },

  plan: {
    title: "Kya kya jaye ga",
    files: (count: string) => `Saath jane wali filein: ${count}`,
    use: (use: string, uses: string) => `${uses} baar ki ijazat hai; yeh baar number ${use} hai.`,
    sign: "Sab jaanchein aur fehrist par dastakhat karein",
    signAgain: "Fehrist par dobara dastakhat karein",
    signing: "Jaanch aur dastakhat ho rahe hain",
    signed: (alias: string) =>
      `Aap ke dastakhat ho gaye. Ab ${isolateName(alias)} apne desk par fehrist milaein ge.`,
    failed: "Abhi dastakhat nahi ho sake. Kuch bahar nahi gaya. Meharbani kar ke phir koshish karein.",
  },
  refusal: {
    title: "Yeh woh fehrist nahi jo aap ka desk banata hai",
    "other-signers": "Jin do saathiyon ne is ki zimmedari li hai, is mein un ke siwa kisi aur ka naam hai.",
    "other-time": "Is par aisa waqt likha hai jo ho nahi sakta.",
    "other-papers": "Is mein aise kaghaz darj hain jo is mamle mein nahi.",
    differs: "Yeh woh nahi jo aap ke desk ko mamle mein mila: tehreer, file ya dastakhat mein farq hai.",
    "file-missing": "Ek file kam hai.",
    "file-extra": "Ek file zyada hai.",
    "file-twice": "Ek file do baar hai.",
    "signer-twice": "Dono jagah ek hi saathi hai.",
    "truth-missing": "Un ka yeh bayan ke baat sach hai, parha nahi ja sakta.",
    "too-large": "Yeh package ki had, 4 GB, se bara hai. Koi file nikaal dein aur ise dobara saamne rakhein.",
    malformed: "Is mein kuch aisa hai jo kisi package mein nahi ho sakta.",
    what: "Kisi cheez par dastakhat na karein. Doosre saathi se baat karein; woh fehrist par dobara dastakhat kar sakte hain.",
  },
  build: {
    send: "Milaein, dastakhat karein aur bhejein",
    same: "Aap ke desk ne bhi yahi fehrist banayi hai.",
    preparing: "Sab kuch ek baar phir jaancha ja raha hai",
    checking: "Dekha ja raha hai ke kitna hissa pehle se maujood hai",
    sending: "Idare ke liye taala laga kar bheja ja raha hai",
    finishing: "Sab pahunch gaya. Hamara computer tasalli kar raha hai.",
    handing: "Ek baar phir dekha ja raha hai ke yeh ja sakta hai, phir hawale kiya jaye ga",
    paused: "Ruka hua hai. Jab tak yeh safha khula hai, kuch zaya nahi hoga.",
    line: "Internet nahi hai. Aate hi khud chal pare ga.",
    server: "Hamara computer masroof hai. Thori der mein khud chal pare ga.",
    pause: "Rokein",
    goOn: "Aage chalein",
    stop: "Band karein",
    stays: "Is dauran aap doosre safhe dekh sakte hain. Yeh safha band kiya to kaam naye sire se shuru hoga.",
  },
  failed: {
    title: "Kuch hawale nahi kiya gaya",
    gone: "Jo bheja ja chuka tha woh mita diya gaya hai.",
    leftOver: "Jo bheja ja chuka tha woh kisi se nahi khule ga, aur chand din mein khud mit jaye ga.",
    again: "Dobara koshish karein",
    changed: "Raaste mein kuch badal gaya. Dekhein ke ab yahan kya likha hai.",
    lost: "Hamare computer se ek tukra kho gaya, ya yeh browser aage nahi chal saka. Ise naye sire se banana hoga.",
    checkAgain: "Jaanch ko bohat der ho gayi. Dobara shuru karein.",
    papers: "Ijazat ke saath ka ek kaghaz maujood nahi.",
    key: "Idare ki chaabi badal gayi hai. Unhein dobara dastakhat karne hon ge.",
    build: "Yeh tayyar nahi ho saka. Meharbani kar ke apne muntazim ko bataein.",
    fileChanged: (name: string) =>
      `File ${isolateName(name)} woh nahi jo di gayi thi. Un se kahein ke dobara bhejein, aur apne muntazim ko bataein.`,
    fileMissing: (name: string) =>
      `File ${isolateName(name)} ka ek tukra ab hamare computer par nahi. Un se kahein ke dobara bhejein.`,
    fileShut: (name: string) =>
      `File ${isolateName(name)} nahi mangwai ja saki. Ek baar phir koshish karein.`,
    room: "Hamare computer par is mamle ki jagah bhar gayi hai. Meharbani kar ke apne muntazim ko bataein.",
    full: "Is waqt hamare computer par jagah nahi bachi. Meharbani kar ke apne muntazim ko bataein.",
    signedOut: "Aap ka session khatam ho gaya hai. Dobara sign in karein, phir naye sire se shuru karein.",
    other: "Yeh nahi ja saka. Ek baar phir koshish karein.",
  },

  after: {
    handedOn: (day: string, alias: string) =>
      `${day} ko hawale kiya gaya, bhejne wale: ${isolateName(alias)}`,
    notOpened: "Abhi kisi afsar ne nahi khola.",
    opened: (officer: string, day: string, time: string) =>
      `${isolateName(officer)} ne khola: ${day}, ${time}`,
    fetched: (officer: string, day: string, time: string) =>
      `${isolateName(officer)} ne package liya: ${day}, ${time}`,
    unknownOfficer: "Idare ke kisi fard",
    recalled: "Kisi afsar ne nahi khola tha, aur ab koi khol bhi nahi sakta.",
    locked:
      "Idara ise khol chuka tha. Ab yeh un ki app mein band hai, aur un se poocha gaya hai ke woh kya karein ge. Kahin aur rakhi naqal band nahi ki ja sakti.",
    stopAnswered: "Idare ne bata diya hai ke woh ab kya kar raha hai.",
    answers: "Idara kya kehta hai",
    noAnswers: "Idare ka jawab abhi nahi aaya.",
    by: (officer: string, day: string, time: string) =>
      `${isolateName(officer)} ki taraf se, ${day}, ${time}`,
    again: "Jo maanga gaya hai woh likhein",
  },
  answer: {
    received: (diary: string) => `Unhein mil gaya, diary number ${isolateLtr(diary)}.`,
    wrong_form: "Woh ise is shakal mein nahi le sakte:",
    wrong_forum: "Un ka kehna hai ke yeh kahin aur ka kaam hai:",
    instead: (who: string) => `Unhon ne yeh naam bataya hai: ${isolateName(who)}`,
    ask_more: "Woh kuch aur jaanna chahte hain:",
    verification: "Woh dekh rahe hain ke baat durust hai ya nahi.",
    enquiry: (number: string) => `Inquiry shuru ho gayi, number ${isolateLtr(number)}.`,
    fir: (number: string, sections: string) =>
      `Muqadma darj ho gaya: FIR ${isolateLtr(number)}, dafaat ${isolateName(sections)}.`,
    court: (court: string) => `Mamla adalat mein hai: ${isolateName(court)}.`,
    courtNumber: (number: string) => `Adalat mein number: ${isolateLtr(number)}`,
    hearing: (day: string) => `Agli peshi: ${day}`,
    closed: "Unhon ne ise band kar diya:",
    stopped: "Unhon ne ise istemal karna band kar diya hai.",
    cannot_stop: "Woh ruk nahi sakte, aur wajah yeh batate hain:",
  },
  wrongForm: {
    field_missing: "form mein kuch kami hai",
    unreadable: "kuch parha nahi ja sakta",
    signature_needed: "woh haath ke dastakhat chahte hain",
    other_form: "woh koi aur form chahte hain",
  },
  wrongForum: {
    other_place: "yeh kisi aur jagah ki zimmedari hai",
    other_matter: "woh aise mamle nahi dekhte",
    other_agency: "yeh kisi aur idare ki zimmedari hai",
    pending_elsewhere: "is par kahin aur karwai jaari hai",
  },
  closed: {
    settled: "dono taraf se sulah ho gayi",
    withdrawn: "shikayat wapas le li gayi",
    not_enough_proof: "saboot kaafi na the. Is ka yeh matlab nahi ke baat jhooti hai",
    no_offence: "un ke nazdeek yeh jurm nahi banta",
    respondent_not_found: "jis ke khilaf shikayat hai woh nahi mila",
    decided: "faisla ho gaya",
  },
  cannotStop: {
    fir_registered: "muqadma pehle hi darj ho chuka hai",
    court_seized: "mamla pehle hi adalat mein hai",
    law_requires: "qanoon unhein is ka paband karta hai",
    child_at_risk: "kisi bachay ko khatra hai",
  },
  answerFinding: {
    "answer-damaged": "Ek jawab aaya jo parha nahi ja sakta.",
    "answer-forged": "Ek jawab aaya jis par fehrist ke kisi afsar ke dastakhat nahi. Woh nahi dikhaya gaya.",
    "answer-of-another-agency": "Ek jawab kisi aur idare ke afsar ka hai. Woh nahi dikhaya gaya.",
    "answer-of-another-release": "Ek jawab kisi aur package ka hai. Woh nahi dikhaya gaya.",
    "answer-missing": "Beech mein se ek jawab ghaib hai. Idare se poochein.",
    "answers-fork": "Do jawab ek hi jagah ke hain. Idare se poochein ke kaun sa durust hai.",
  },
} satisfies Messages<typeof en>
