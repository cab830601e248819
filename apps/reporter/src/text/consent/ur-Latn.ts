import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Kya bahar ja sakta hai",
  lead: "Aap ke baare mein kuch bhi is helpline se bahar nahi jata jab tak aap yahan dastakhat na karein. Inkaar karna aap ka haq hai, wajah bataye baghair.",
  empty: "Aap se kuch nahi poocha gaya, aur kuch bahar nahi gaya.",
  loading: "Dekh rahe hain ke aap ne kis cheez par dastakhat kiye hain…",
  someone: "Helpline se koi",
  office: "ek daftar jo hamari fehrist mein nahi",
  group: {
    yours: "Yahan aap ka jawab chahiye",
    preparing: "Abhi tayyar ho raha hai",
    given: "Jis par aap ne dastakhat kiye",
  },
  act: {
    read: "Pehle parh lein",
    answer: "Sawal parhein",
    look: "Dekhein",
    send: "Abhi bhejein",
    list: "Wapas fehrist par",
    again: "Mujhe dobara dekhna hai",
  },
  stand: {
    drafting: "Ek shikayat likhi ja rahi hai. Is ke saath kuch bhi hone se pehle aap se poocha jaye ga.",
    asked: (who: string) => `${who} ka sawal hai ke aap kaun hain. Abhi kuch bahar nahi gaya.`,
    "kept-back": "Aap ne na batana pasand kiya ke aap kaun hain. Koi baat nahi. Kuch bahar nahi gaya.",
    told: "Aap ne bata diya ke aap kaun hain. Bhejne se pehle sab kuch aap ke saamne rakha jaye ga, aur dastakhat aap hi ke hon ge.",
    checking: "Helpline ka doosra shakhs ise parh raha hai. Is ke baad aap se poocha jaye ga.",
    "sent-back": "Ise dobara likha ja raha hai. Aap ko kuch nahi karna.",
    yours: (who: string) => `${who} ka sawal: kya yeh bheja ja sakta hai?`,
    refused: "Aap ne dastakhat nahi kiye. Kuch bahar nahi gaya.",
  },
  identity: {
    title: (agency: string) => `${agency} ke liye: aap kaun hain?`,
    asks: (who: string, agency: string) => `Yeh sawal ${who} ka hai, ${agency} mein shikayat ke liye.`,
    purposes: "Woh ise bas is kaam mein la sakein ge:",
    writes: (who: string) => `${who} ne likha hai:`,
    readers: (names: string) =>
      `Yahan jo likhein, use sirf ${names} parh sakein ge. Aap ki madad karne wala koi aur use nahi khol sakta.`,
    notYet: (agency: string) =>
      `Yeh abhi ${agency} ko nahi jaye ga. Is se pehle sab kuch aap ke saamne rakha jaye ga, aur aap ke dastakhat chahiye hon ge.`,
    without: "Agar na batana chahein",
    withoutName: (agency: string) => `To ${agency} mein aap ke naam se shikayat nahi ja sake gi.`,
    withoutElse:
      "Hum phir bhi aap ke saath hain: saboot sambhalne mein, tasveerein aur accounts hatwane mein, aap ki hifazat mein, aur un daftaron mein jo naam ke baghair baat sunte hain.",
    free: "Sirf wohi likhein jo batana chahein.",
    field: {
      full_name: "Aap ka poora naam",
      father_name: "Aap ke walid ya shohar ka naam",
      cnic: "Aap ka shanakhti card number",
      birth_date: "Aap ki tareekh-e-paidaish",
      gender: "Aap ki jins, jaise card par likhi hai",
      mobile: "Aap ka phone number",
      email: "Aap ka e-mail pata",
      city: "Aap ka shehar",
      address: "Aap ka ghar kahan hai",
      occupation: "Aap ki masroofiyat: kaam, parhai, ghar",
      designation: "Kaam par aap ka ohda",
      department: "Aap ka shoba",
      office_address: "Aap ke kaam ki jagah",
    },
    cnicHint:
      "13 hindse. Beech mein lakeer ho ya na ho, Urdu hindse bhi theek hain. Umar 18 se kam ho to B-Form ka number.",
    mobileHint: "Aisa number jis par phone aane se aap ko khatra na ho.",
    error: {
      "cnic-wrong": "Is number mein 13 hindse chahiyein, jaise 42101-1234567-1. Zara ek baar phir dekh lein.",
      "phone-wrong": "Yeh abhi poora phone number nahi lagta. Number aisa hota hai: 0300-1234567.",
      "email-wrong": "Yahan kuch reh gaya hai. E-mail pata aisa hota hai: name@example.com.",
      "day-wrong": "Meharbani kar ke din, mahina aur saal chunein.",
      "letters-broken": "Is mein koi aisa nishan hai jo chhap nahi sakta. Meharbani kar ke dobara likh dein.",
    },
    nothing: "Abhi kuch nahi likha. Agar na batana chahein to “Nahi batana” dabaein.",
    send: "Taala laga kar bhejein",
    no: "Nahi batana",
    noMessage: (agency: string) => `Mujhe ${agency} ko nahi batana ke mein kaun hoon.`,
  },
  blocked: {
    title: "Aap ki apni shart lagi hui hai",
    text: (name: string) =>
      `Aap ne yeh shart lagai hai: “${name}”. Jab tak yeh lagi hai, yahan koi aap se nahi pooch sakta ke aap kaun hain.`,
    leave: "Lagi rehne dein. Aur kuch nahi karna",
  },
  lift: {
    button: (name: string) => `Yeh shart hataein: “${name}”`,
    title: (name: string) => `Kya yeh shart hata di jaye: “${name}”?`,
    text: "Phir helpline woh kaam kar sake gi jise yeh shart rokti hai. Kuch bhi bahar jane se pehle aap se phir bhi poocha jaye ga. Yeh shart “Aap ki shartein” mein dobara lag sakti hai.",
    yes: "Ji, hata dein",
    no: "Nahi, lagi rehne dein",
  },
  sign: {
    title: (agency: string) => `Kya yeh ${agency} ko bheja ja sakta hai?`,
    next: "Aage",
    later: "Abhi nahi",
    no: "Mujhe dastakhat nahi karne",
    aloud: "Parh kar sunaein",
    quiet: "Parhna band karein",
    who: {
      title: "Yeh kis ko mile ga, aur kis liye",
      lead: "Aap ke dastakhat theek inhi alfaaz par hon ge. Parhne se kuch nahi hota. Aaram se parhein.",
    },
    what: {
      title: "Kya kya jaye ga",
      lead: "Bas yeh jaye ga, is ke siwa kuch nahi.",
      all: "Sab kuch, lafz ba lafz",
      files: "Saath jane wali filein",
      noFiles: "Saath koi file nahi jaye gi.",
      open: "Tasveer mangwaein",
      opening: "Aap ka phone ise mangwa raha hai…",
      clear: "Saaf dikhaein",
      cover: "Phir se dhak dein",
      covered: (name: string) => `Tasveer, dhaki hui: ${name}`,
      picture: (name: string) => `Tasveer: ${name}`,
      gone: "Yeh file yahan waisi nahi jaisi honi chahiye.",
    },
    against: {
      title: "Is ke khilaf kya kaha ja sakta hai",
      lead: "Sab ke saath insaf ke liye hum yeh bhi poochte hain ke is ke khilaf kya baat hai. Is ka matlab yeh nahi ke hamein aap par shak hai.",
      said: "Yeh likha gaya hai:",
      none: "Hum ne poocha. Aisi koi baat kisi ke ilm mein nahi.",
      notAsked: "Is baare mein kuch nahi likha gaya. Agar yeh theek na lage to hum se pooch lein.",
      people: "Is ki zimmedari kis ne li",
      drafted: (who: string) => `Yeh ${who} ne likha.`,
      approved: (who: string) => `Doosre shakhs ke taur par ${who} ne sab kuch parha, aur haan ki.`,
      guarded: "Aap ki umar 18 se kam hai, is liye ek raabta kaar ne bhi ise dekh liya hai.",
      guardWaits: "Aap ki umar 18 se kam hai, is liye bhejne se pehle ek raabta kaar bhi ise dekhein ge.",
    },
    truth: {
      title: "Kya yeh sach hai?",
      lead: "Yeh satrein aap ka iqrar hain:",
      tick: "Ji. Aisa hi hai.",
      missing: "Nishan sirf tab lagaein jab aisa hi ho. Aap ke iqrar ke baghair yeh nahi ja sakta.",
    },
    code: {
      title: "Aap ka khufia lafz",
      lead: "Paighamon mein aap ne helpline ke saath ek lafz tay kiya hai. Kuch bhi jane se pehle ek insan ise mila kar dekhta hai.",
      why: "Is se koi aisa shakhs aap ki jagah dastakhat nahi kar sakta jis ke haath sirf aap ka phone lag gaya ho. Aur agar koi paas khara ho kar zabardasti karwa raha ho to koi aur lafz likh dein: phir yeh nahi jaye ga.",
      label: "Woh lafz",
      hint: "Abhi koi lafz tay nahi hua? “Paighamaat” mein likh kar tay kar lein. Jo yahan parha hai woh khula rahe ga.",
      missing: "Is lafz ke baghair yeh nahi ja sakta.",
    },
    when: {
      title: "Sochne ke liye ek din",
      wait: (day: string) =>
        `Dastakhat ke baad yeh 24 ghante ruka rehta hai. ${day} se pehle nahi jaye ga. Tab tak ise rokna aap ke haath mein hai, aur koi wajah nahi pooche ga.`,
      tick: "Is mein der nahi ho sakti",
      tickHint:
        "Sirf tab, jab kisi ki jaan ko khatra ho ya saboot zaya hone wala ho. Phir yeh fauran ja sakta hai, aur shayad rokne ka waqt na mile.",
    },
    sign: {
      title: "Ek baar phir, poora",
      lead: "Aap ke dastakhat in alfaaz par hon ge:",
      changed:
        "Parhte parhte naya din shuru hogaya, is liye ek tareekh badal gayi hai. Meharbani kar ke ek baar phir dekh lein.",
      truth: "Aur yeh bhi aap ka iqrar hai:",
      button: "Yeh mere dastakhat hain",
      done: "Aap ke dastakhat hogaye.",
      arrived: "Aap ke dastakhat hogaye aur pahunch bhi gaye. Bas hum yeh nahi dekh sake ke aage kya hua.",
      working: "Aap ka phone dastakhat kar ke bhej raha hai…",
      unsent:
        "Is phone par dastakhat hogaye, magar abhi bheja nahi gaya. Kuch bahar nahi gaya. Yeh safha khula rakhein aur dobara koshish karein. Pehle band hogaya to samjha jaye ga ke dastakhat nahi hue.",
    },
  },
  refuse: {
    title: "Dastakhat karna zaroori nahi",
    text: "Phir kuch bahar nahi jaye ga. Hum aap ki madad karte rahein ge, aur is ke baare mein aap se dobara koi nahi pooche ga.",
    words: "Chahein to bataein: is mein kya badalna chahiye?",
    button: "Nahi, dastakhat nahi karne",
    back: "Parhna jari rakhein",
  },
  clock: {
    title: "Kaun si tareekh sahi hai?",
    text: (phone: string, server: string) =>
      `Aap ka phone ${phone} bata raha hai, aur hamara computer ${server}. Jis par dastakhat hon ge us mein din likhe hain, is liye sahi tareekh chahiye.`,
    phone: (day: string) => `${day} (mera phone)`,
    server: (day: string) => `${day} (hamara computer)`,
  },
  stop: {
    title: "Is par abhi dastakhat nahi ho sakte",
    nothing: "Kuch bahar nahi gaya.",
    twoWays: "Do raaste hain: shart hata dein, ya dastakhat na karein.",
    code: {
      "list-expired":
        "Hamare logon aur daftaron ki fehrist itni purani hai ke us par bharosa nahi kiya ja sakta. Is liye aaj koi dastakhat nahi ho sakte. Meharbani kar ke kal phir dekhein.",
      "no-such-agency":
        "Is waqt hamare haan is daftar ki daak ka koi taale wala dabba nahi. Yahan se wahan kuch nahi ja sakta.",
      "key-changed":
        "Yeh tayyar hone ke baad is daftar ka taala badal gaya hai. Helpline ko yeh naye taale ke saath dobara aap ke saamne rakhna hoga.",
      "agency-needs-name":
        "Yeh daftar naam ke baghair shikayat nahi leta. Is liye yeh bataye baghair ke aap kaun hain, wahan nahi ja sakti.",
      boundary: (name: string) => `Aap ki lagai hui ek shart ise rokti hai: “${name}”.`,
      "boundaries-clash": "Aap ki do shartein ek doosre ke ulat hain. “Aap ki shartein” mein dekh lein.",
      "identity-missing":
        "Yeh aap ke naam se jana hai, magar aap ne apne baare mein jo bataya woh ya to yahan nahi, ya kisi aur kaam ke liye tha.",
      "tells-who-you-are":
        "Likha hai ke kisi ko nahi bataya jaye ga ke aap kaun hain, magar is mein kuch aisa hai jis se pata chal jaye ga. Pehle use badalna hoga.",
      "not-approved":
        "Pehle helpline ke ek doosre shakhs ka ise parhna zaroori hai. Yahan koi akela kuch nahi bhej sakta.",
      "approved-by-drafter":
        "Jis ne likha, usi ne haan bhi ki, aur kisi ne nahi. Is ke liye sach much ka doosra shakhs chahiye.",
      "changed-since-approved":
        "Yahan jo rakha hai woh wohi nahi jis par helpline ke do logon ne haan ki thi. Meharbani kar ke hamein likhein.",
      "files-changed": "Is mein ek file waisi nahi jaisi honi chahiye.",
      "too-late":
        "Is ka aakhri din bohat qareeb hai ya guzar chuka hai. Helpline ko yeh dobara aap ke saamne rakhna hoga.",
      "does-not-fit":
        "Is ki kuch baatein aapas mein nahi miltin. Aap ki hifazat ke liye is par dastakhat nahi ho sakte.",
    },
    elseTitle: "Aur kya kya ho sakta hai",
    elseWay: {
      takeDown: "Tasveerein, posts aur accounts hatwaye ja sakte hain. Is ke liye naam nahi chahiye.",
      keep: "Saboot mehfooz rakhne mein hum madad karte hain, taake shikayat baad mein bhi ho sake.",
      committee: "Aap ke kaam ya parhai ki jagah par shayad isi kaam ki ek committee ho.",
      tell: "Ya sirf isi ek daftar ko bata dein ke aap kaun hain. Faisla aap ka hai.",
    },
  },
  given: {
    title: (agency: string) => `${agency} ke liye`,
    signedOn: (day: string) => `Aap ne ${day} ko dastakhat kiye.`,
    stage: {
      unsent:
        "Dastakhat hogaye, magar hamare computer tak abhi nahi pahunche. Is se pehle kuch bahar nahi ja sakta.",
      thinking: (when: string) =>
        `Yeh ${when} tak ruka hua hai. Tab tak ise rokna aap ke haath mein hai, aur wajah batana zaroori nahi.`,
      packing: "Ab yeh ja sakta hai. Helpline ise tayyar kar rahi hai.",
      handed: (day: string) => `${day} ko hawale kar diya gaya. Wahan abhi kisi ne nahi khola.`,
      fetched: (day: string) => `${day} ko hawale kar diya gaya, aur wahan khol liya gaya hai.`,
      recalled: "Aap ne wapas le liya, is se pehle ke wahan koi kholta. Ab woh ise nahi khol sakte.",
      locked: "Aap ne wapas le liya. Wahan is par taala lag gaya hai, aur un se rukne ko kaha gaya hai.",
      answered: "Aap ne wapas le liya. Unhon ne bata diya hai ke woh kya kar rahe hain: neeche dekh lein.",
      over: "Is ka aakhri din guzar gaya. Ab is se kuch aur nahi ja sakta.",
      "taken-back": "Aap ne wapas le liya. Kuch bahar nahi gaya.",
    },
    when: (day: string, time: string) => `${day}, ${time}`,
    views: "Kis kis ne dekha",
    view: (who: string, day: string) => `${who} ne ${day} ko khola.`,
    officer: "Ek afsar",
    answers: "Un ka jawab",
    noAnswer: "Abhi koi jawab nahi aaya.",
    copy: "Jis par aap ne dastakhat kiye, lafz ba lafz",
    refused: {
      key: "Aap ke dastakhat ke baad is daftar ka taala badal gaya hai. Helpline ko yeh dobara aap ke saamne rakhna hoga. Kuch bahar nahi gaya.",
      other:
        "Hamare computer ne ise nahi liya, is liye is se kuch nahi jaye ga. Meharbani kar ke hamein likhein.",
    },
  },
  answer: {
    on: (day: string) => `${day} ko:`,
    words: "Un ke apne alfaaz:",
    received: (diary: string) => `Unhein mil gaya hai. Un ki diary mein is ka number ${diary} hai.`,
    wrong_form: {
      field_missing: "Woh kehte hain ke form mein kuch reh gaya hai.",
      unreadable: "Woh kehte hain ke yeh parha nahi ja raha.",
      signature_needed: "Unhein kaghaz par dastakhat chahiyein.",
      other_form: "Unhein koi aur form chahiye.",
    },
    wrong_forum: {
      other_place: "Woh kehte hain ke yeh kisi aur jagah ke daftar ka kaam hai.",
      other_matter: "Woh kehte hain ke woh is tarah ke mamle nahi dekhte.",
      other_agency: "Woh kehte hain ke yeh kisi aur daftar ka kaam hai.",
      pending_elsewhere: "Woh kehte hain ke koi aur daftar is par pehle se kaam kar raha hai.",
    },
    instead: (name: string) => `Unhon ne yeh naam bataya hai: ${name}`,
    ask_more: "Woh kuch aur pooch rahe hain. Aap ke naye dastakhat ke baghair unhein kuch aur nahi jaye ga.",
    fields: (names: string) => `Woh yeh maangte hain: ${names}`,
    verification: "Jo bataya gaya, woh is ki jaanch kar rahe hain.",
    enquiry: (number: string) => `Unhon ne inquiry shuru ki hai. Is ka number ${number} hai.`,
    fir: (number: string, sections: string) =>
      `Unhon ne muqadma (FIR) darj kiya hai. Number ${number}, dafaat: ${sections}.`,
    court: (court: string) => `Mamla adalat mein hai: ${court}.`,
    courtNumber: (number: string) => `Wahan is ka number ${number} hai.`,
    hearing: (day: string) => `Agli peshi ${day} ko hai.`,
    closed: {
      settled: "Unhon ne ise band kar diya, kyunke dono taraf se baat tay hogayi.",
      withdrawn: "Unhon ne ise band kar diya, kyunke shikayat wapas le li gayi.",
      not_enough_proof: "Unhon ne saboot kam hone par ise band kar diya. Is se baat jhooti nahi ho jati.",
      no_offence: "Unhon ne ise band kar diya. Un ke mutabiq jo hua woh qanoon mein mana nahi.",
      respondent_not_found:
        "Unhon ne ise band kar diya, kyunke jis shakhs ke baare mein shikayat hai woh unhein nahi mila.",
      decided: "Unhon ne ise band kar diya, kyunke faisla hogaya hai.",
    },
    stopped: "Woh ruk gaye hain. Ab woh ise kaam mein nahi late.",
    cannot_stop: {
      fir_registered: "Woh kehte hain ke ruk nahi sakte, kyunke muqadma (FIR) darj ho chuka hai.",
      court_seized: "Woh kehte hain ke ruk nahi sakte, kyunke mamla adalat mein hai.",
      law_requires: "Woh kehte hain ke ruk nahi sakte, kyunke qanoon unhein aage chalne ka paband karta hai.",
      child_at_risk: "Woh kehte hain ke ruk nahi sakte, kyunke kisi bachay ko khatra ho sakta hai.",
    },
  },
  finding: {
    "answer-damaged": "Ek jawab kharab haalat mein pahuncha. Hum use nahi dikhate.",
    "answer-forged": "Ek jawab par kisi afsar ke dastakhat nahi. Hum use nahi dikhate.",
    "answer-of-another-agency": "Ek jawab kisi aur daftar ka hai. Hum use nahi dikhate.",
    "answer-of-another-release": "Ek jawab kisi aur cheez ka hai. Hum use nahi dikhate.",
    "answer-missing": "Beech ka ek jawab ghaib hai. Ya to gum hogaya, ya kisi ne rok liya.",
    "answers-fork": "Ek hi jagah par do jawab hain. Sahi ek hi ho sakta hai; hum dono dikhate hain.",
    advice: "Meharbani kar ke is baare mein hamein likhein.",
  },
  takeBack: {
    button: "Wapas lein",
    buttonAll: "Sab kuch wapas lein",
    title: "Kya wapas le liya jaye?",
    titleAll: "Jis jis par aap ke dastakhat hain, kya woh sab wapas le liya jaye?",
    noReason: "Wajah batana zaroori nahi.",
    stops: {
      inside: "Jo abhi nahi gaya, woh nahi jaye ga.",
      handed:
        "Jo un ki daak ke dabbe mein band para hai, us par fauran taala lag jaye ga. Wahan phir koi use nahi khol sake ga.",
      fetched:
        "Jo woh khol chuke hain, yahan us par fauran taala lag jaye ga. Unhein rukna hoga, aur batana hoga ke ruk gaye hain.",
    },
    cannot: "Kya wapas nahi liya ja sakta",
    cannotBe: {
      forget: "Jo woh parh chuke, koi un ke zehn se nahi mita sakta.",
      copy: "Jo naqal unhon ne rakh li, us par taala nahi lag sakta.",
      law: "Ho sakta hai qanoon ke tehat unhein yeh rakhna ya aage chalna pare.",
    },
    yes: "Ji, wapas le lein",
    no: "Nahi, rehne dein",
    failed: "Abhi wapas nahi hua.",
    done: "Wapas le liya gaya, aap ke dastakhat ke saath.",
  },
  failed: {
    uncertified:
      "Jo ise parhte, un mein se koi hamari dastakhat shuda fehrist mein nahi, ya ab nahi raha. Aap ki hifazat ke liye kuch nahi bheja gaya.",
    expired:
      "Hamare logon ki fehrist itni purani hai ke us par bharosa nahi kiya ja sakta. Aap ki hifazat ke liye kuch nahi bheja gaya.",
    look: "Hum nahi dekh sake ke aage kya hua. Jis par aap ne dastakhat kiye woh waisa hi hai.",
  },
} satisfies Messages<typeof en>
