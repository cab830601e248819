import { type Messages, plural } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  next: "Aage chalein",
  skip: "Na batana behtar hai",
  change: "Badlein",
  draft: {
    found: "Is phone par aap ne likhna shuru kiya tha.",
    foundText:
      "Aap ka likha hua taale mein band hai. Chahein to wahin se aage likhein, ya ise hamesha ke liye mita dein.",
    goOn: "Wahin se aage chalein",
    drop: "Mita dein",
    gone: "Jo likha tha us ki chaabi ab nahi rahi: ya to 24 ghante guzar gaye, ya safha chhor diya gaya tha. Is liye hum ne use mita diya. Mazrat, meharbani kar ke naye sire se likhein.",
    kept: "Is phone par mehfooz hai, taale mein band. “Foran niklein” ka button ise mita deta hai.",
    memoryOnly:
      "Is phone par mehfooz nahi ho raha, kyunke phone mein jagah nahi ya hamare server tak raabta nahi. Safha band kiya to likha hua chala jaye ga.",
    otherTab:
      "Yeh form ek aur window mein bhi khula hai. Hum sirf pehli window ka likha hua mehfooz karte hain. Meharbani kar ke ek ko band kar dein.",
  },
  safe: {
    title: "Kya abhi baat karna mehfooz hai?",
    lead: "Zara ird gird dekhein. Koi aap ki screen to nahi dekh raha?",
    exitHint:
      "“Foran niklein” ka button har safhe par hai. Yeh sab kuch mita kar ek aam sa safha khol deta hai. Esc ko do baar dabane se bhi yahi hota hai. Sirf browser ki apni list baqi rehti hai ke kaun se safhe khule.",
    yes: "Ji, baat ho sakti hai",
    no: "Nahi, abhi nahi",
    notNow:
      "To abhi nikal jaein, aur jab aas paas koi na ho tab aein. Madad yahin rahe gi. Khatra ho to mauqa milte hi in mein se kisi number par phone karein.",
    stillOn: "Phir bhi aage chalein",
    limitsTitle: "Kuch batane se pehle yeh jaan lein",
    limits1: "Aap ka likha hua sirf wohi log parhein ge jo bhejne se pehle aap ko dikhaye jaein ge.",
    limits2:
      "Sirf agar kisi bachay ko takleef di ja rahi ho ya kisi ki jaan khatre mein ho to unhein kuch karna par sakta hai, aur woh pehle aap ko bataein ge.",
    dangerTitle: "Abhi khatre mein hain?",
    allNumbers: "Sab number, sube ke hisab se",
  },
  now: {
    title: "Kya in mein se kuch abhi sach hai?",
    lead: "Jo jo durust ho use dabaein. Is se pata chalta hai ke jawab kitni jaldi chahiye.",
    none: "In mein se kuch nahi",
    item: {
      danger_now: "Main is waqt khatre mein hoon",
      suicidal_plan: "Jaan dene ka khayal hai aur tareeqa bhi soch liya hai",
      minor_contact_or_images:
        "Umar 18 se kam hai (ya baat kisi bachay ki hai) aur woh rabte mein hain ya tasveerein un ke paas hain",
      live_extortion_deadline: "Kisi khaas waqt tak paise ya kuch aur maanga ja raha hai",
      threats: "Mujhe ya mere kisi pyare ko nuqsan pahunchane ki dhamki di hai",
      offline_stalking: "Koi mera peecha karta hai ya raste mein khara rehta hai",
      household_respondent: "Yeh shohar, biwi, sabqa saathi, ya ghar ya khandan ka koi fard hai",
      powerful_respondent: "Saamne wala baasar hai ya us ke taluqaat oonche hain",
      images_spread: "Meri niji tasveerein phailai ja rahi hain",
      suicidal_thoughts: "Kabhi kabhi jeene ko dil nahi chahta",
      repeated: "Yeh baar baar ho raha hai",
      authority_over: "Mere number, naukri ya tankhwah saamne wale ke haath mein hai",
    },
  },
  numbers: {
    title: "Pehle yeh number dekh lein",
    lead: "Aap ne jo bataya woh fauri lagta hai. Phone par madad hum se jaldi milti hai. Yeh form bhi yahin hai, abhi bharein ya phone ke baad.",
    crisis:
      "Agar jaan dene ka khayal aa raha hai: yeh dard kam ho sakta hai. Abhi tanha na rahein. Kisi ek ke paas baith jaein, chahe baat na karein, aur phone karein.",
    goOn: "Form mein aage chalein",
  },
  age: {
    title: "Aap ki umar kya hai?",
    lead: "Taake kam umar logon ko wohi mahir mile jis ne un ki madad karna seekha hai.",
    young:
      "Acha kiya ke aap ne hum se baat ki. Qasoor aap ka nahi. Hum khud se aap ke maa baap ko nahi batate. Agar aap ko takleef di ja rahi ho to aap ko bachane ke liye mahir ko kuch karna par sakta hai, aur woh pehle aap se baat karein ge. Kya koi ek bara hai jis par aap ko bharosa hai? Un ka naam baad mein bhi bataya ja sakta hai.",
  },
  what: {
    title: "Baat kis baare mein hai?",
    lead: "Jo sab se qareeb ho woh chunein. Baqi apne alfaaz mein bata dijiye ga.",
  },
  where: {
    title: "Aap ki rihaish kahan hai?",
    lead: "Sirf is liye ke wakeel wahin ke hon. Chahein to na bataein.",
  },
  boundaries: {
    title: "Kya ho ga, yeh faisla aap ka hai",
    lead: "Yeh shartein pakki hain. Helpline mein koi inhein badal nahi sakta. Badalne ka haq sirf aap ko hai, jis din chahein.",
    policyTitle: "Aap ke mamle mein kaun shamil ho sakta hai",
    askMe: "Koi naya shakhs parhe to pehle mujh se poochein",
    askMeHint:
      "Aap ki haan ke baghair koi shamil nahi ho ga. Sirf ek soorat alag hai: koi mahir na mile to raabta kaar aap ka mamla kisi mahir ko pesh kar sakte hain.",
    sameField: "Usi kaam ka doosra mahir sambhal sakta hai",
    sameFieldHint:
      "Is se jaldi hoti hai, maslan jab aap ke mahir bimar hon. Aap ko hamesha nazar aaye ga ke kaun hai.",
  },
  kinds: {
    title: "Aap ko kaisi madad chahiye?",
    lead: "Ek ya zyada chunein.",
    missing: "Meharbani kar ke kam az kam ek qism ki madad chunein.",
  },
  expert: {
    title: "Aap ki baat kis se ho?",
    languages: "Kis zaban mein?",
    languagesHint: "Jise pehle dabaein, woh sab se aham samjhi jaye gi.",
    missingLanguage: "Meharbani kar ke kam az kam ek zaban chunein.",
    gender: "Khatoon hon ya mard?",
    any: "Koi bhi ho",
    prefer: (who: string) => `Ho sake to ${who}`,
    must: (who: string) => `Sirf ${who}`,
    mustHint: "Is mein der lag sakti hai.",
    channel: "Baat kis tarah ho?",
    channelHint:
      "Shuru hamesha yahin likh kar hota hai. Phone ka waqt mahir aap ke saath tay karein ge. Aap ke kahe baghair koi phone nahi kare ga.",
    staff: "Baat kisi aise shakhs ki hai jo yahan kaam karta hai",
    staffHint:
      "To us shakhs ko aap ke alfaaz ki chaabi nahi mile gi, aur bahar ka ek shakhs bhi aap ke mamle par nazar rakhe ga.",
    leaveOut: "Yeh kaun na parhe?",
    leaveOutRole: { coordinator: "Sab raabta kaar", expert: "Is helpline ke sab mahir" },
    leaveOutFailed: "Abhi hum apne log nahi dikha sakte. Raabta ho jaye to dobara koshish karein.",
    trusteeAdded: (alias: string) => `${alias}, jo helpline se bahar hain, woh bhi aap ka mamla parhein ge.`,
    noTrustee:
      "Is waqt bahar ka koi ameen maujood nahi. Behtar hai ke neeche ke kisi number par phone karne ka sochein.",
  },
  story: {
    title: "Apne alfaaz mein bataein",
    lead: "Tarteeb zaroori nahi. Kya hua? Kab se ho raha hai? Sab se zyada darr kis baat ka hai? Aap ki kya khwahish hai?",
    label: "Aap ke alfaaz",
    hint: "Jis zaban mein chahein. Niji tasveerein hon to meharbani kar ke na bhejein. Bas yeh bataein ke kahan hain.",
    empty:
      "Abhi yahan kuch nahi likha. Do chaar lafz bhi kaafi hain, jaise: “Daftar mein koi mera peecha nahi chhorta.”",
    long: "Yeh 200,000 huroof se zyada hai. Thora chhota kar dein, ya baqi baad mein paigham ke taur par bhej dein.",
    contactLong:
      "Yeh 900 huroof se zyada hai. Yahan thora chhota kar dein, baqi oopar apni baat mein likh dein.",
    files: "Tasveerein, recording, filein (chahein to chhor dein)",
    addFile: "Tasveer, recording ya file shamil karein",
    filesFailed: "Yeh hissa abhi nahi khul raha. Raabta ho jaye to dobara koshish karein.",
    contact: "Mujh se rabte ka mehfooz tareeqa (chahein to chhor dein)",
    contactHint:
      "Sirf agar aap chahein. Yeh sirf aap ke mahir parhein ge, aur yahan pooche baghair koi phone nahi kare ga.",
    number: "Phone number",
    hours: "Kis waqt mehfooz hai?",
    who: "Aur kaun phone utha sakta hai?",
    words: "Hum pehle kya kahein ke kisi ko shak na ho?",
  },
  about: {
    title: "Baat kis ke baare mein hai?",
    lead: "Chahein to khali chhor dein. Jo mahir us shakhs ko jaante hon unhein hat jana chahiye. Is liye woh pehle sirf yeh chand satrein dekhein ge, aur kuch nahi. Jaante hon to unhein hatna ho ga.",
    label: "Naam, urfiyat, account ka naam ya jagah",
    long: "Yeh 4,000 huroof se zyada hai. Yahan chand satrein kaafi hain, baqi apni baat mein likh dein.",
    hint: "Jaise: “Accounts wale Asad, @asad_k”. Apna naam na likhein.",
  },
  review: {
    title: "Ek baar phir dekh lein",
    working: "Hum aap ke liye sahi log dhoond rahe hain…",
    whoTitle: "Yeh log parh sakein ge",
    you: "Aap, apne code se",
    first: "haan kehne ke baad parhein ge",
    second: "sirf agar pehle wale na kar sakein",
    onDuty: "duty par hain; dekhte hain ke kuch reh na jaye",
    trustee: "helpline se bahar; kyunke baat yahan kaam karne wale ki hai",
    because: (alias: string, reasons: string) => `${alias} ${reasons}.`,
    nobody: (expert: string) =>
      `Is waqt yahan koi farigh nahi (${expert}). Raabta kaar aap ka mamla sambhalein ge aur kisi ko dhoondein ge.`,
    nobodyAtAll:
      "Jin logon ko aap ne alag rakha, un ke baad yahan parhne wala koi nahi bachta. Meharbani kar ke wapas ja kar dobara chunein, ya kisi number par phone karein.",
    seesTitle: "Unhein dhoondne ke liye hamara computer yeh dekhta hai",
    seesLead: "Bas yahi, aur kuch nahi. Jaise hi koi mahir haan kahe, yeh mita diya jata hai.",
    seesKind: "Kaisi madad",
    seesLanguages: "Zabanein",
    seesGender: "Khatoon ya mard",
    seesChannel: "Baat kaise ho",
    seesProvince: "Suba",
    seesUrgency: "Kitni jaldi",
    seesAct: "Baat kis baare mein hai",
    seesAge: "Umar",
    hidden: "chhupa hua",
    provinceRare: "chhupa hua: aap ki zaban ke wakeel itne kam hain ke naam se jagah ka pata chal jata",
    alsoSees:
      "Yeh bhi dekhta hai: aaj ki tareekh, band tehreer ki lambai aur band filon ka size (taqreeban), aur kis kis ke paas chaabi hai.",
    storyTitle: "Aap ki likhi baat",
    storyLength: (count: string) =>
      `${count} huroof, taale mein band. Hamara computer unhein nahi parh sakta.`,
    off: "Is waqt duty par koi nahi.",
    offNext: (when: string) =>
      `${when} phir koi yahan ho ga. Aap abhi bhej dein; yeh hifazat se un ka intezar kare ga.`,
    offUnknown:
      "Abhi maloom nahi ke agli baar koi kab ho ga. Aap abhi bhej dein; yeh hifazat se intezar kare ga.",
    offCall: "Intezar na ho sake to yahan phone karein:",
    again: "Jin ka hum ne bataya tha woh ab farigh nahi rahe. Meharbani kar ke ek baar phir dekh lein.",
    confirm: "Ji, yeh log parh sakte hain",
    lastStep: "Is ke baad aap ko code mile ga. Us se pehle kuch nahi bheja jata.",
  },
  receipt: {
    title: "Yeh aap ka code hai",
    lead: "Apne mamle tak wapas aane ka yahi ek rasta hai. Hum yeh dobara nahi de sakte.",
    digits: "Hindson mein",
    words: "Lafzon mein",
    keep: "Ise kaise sambhalein",
    keep1: "Kaghaz par doosre numberon ke beech likh lein, jaise kisi copy ya khane ki tarkeeb mein.",
    keep2: "Ya lafzon ki chhoti si kahani bana kar yaad kar lein. Ya kisi ek pakke bharose wale ko de dein.",
    keep3: "Agar koi aap ka phone dekhta ho to tasveer ya paigham mein na rakhein.",
    done: "Main ne sambhal liya",
  },
  typeBack: {
    title: "Ek chhoti si jaanch",
    lead: "Apne code ke yeh do hisse likhein, taake hum dono ko yaqeen ho ke code aap ke paas hai.",
    part: (position: number) => `Hissa ${position}`,
    wrong: "Yeh waisa nahi hai. Code dobara dekh lein; kuch zaya nahi hua.",
    show: "Code dobara dikhaein",
    send: "Bhej dein",
  },
  sending: "Chand second lagein ge. Meharbani kar ke yeh safha khula rakhein.",
  sent: {
    title: "Bhej diya gaya. Yeh himmat ki baat thi.",
    lead: "Aap ke alfaaz un logon tak pahunch gaye jo aap ne dekhe the. Aaj ke liye itna kaafi hai.",
    when: (time: string) => `Zyada se zyada ${time} mein koi jawab de ga.`,
    whenService: (time: string) =>
      `${time} ke andar koi jawab de ga, helpline ke khule rehne ka waqt gin kar.`,
    backTitle: "Wapas aein",
    back: (day: string) => `Dobara dekhne ka acha din: ${day}.`,
    backHow:
      "Kisi bhi phone par yeh site kholein, “Wapas aein” dabaein aur apna code likhein. Hum aap ko kabhi phone ya paigham nahi karte.",
    filesLeft: (count: number) =>
      plural(
        count,
        "1 file abhi hum tak nahi pahunchi. Apne code se mamla kholein aur wohi file dobara chunein: jahan ruki thi wahin se aage chale gi.",
        `${count} filein abhi hum tak nahi pahunchin. Apne code se mamla kholein aur wohi filein dobara chunein: jahan ruki thin wahin se aage chalein gi.`,
      ),
    nextTitle: "Ab kya ho ga",
    next1: "Mahir pehle dekhein ge ke woh us shakhs ko jaante to nahi jis ki baat hai.",
    next2: "Phir woh aap ke alfaaz parh kar yahin jawab dein ge.",
    next3: "Aage ka har qadam aap ki marzi se uthe ga.",
    open: "Apna mamla dekhein",
    finish: "Niklein aur sab mita dein",
    urgent: "Is se pehle baat bigar jaye to hamara intezar na karein:",
  },
  work: {
    slow: (percent: number) =>
      `Aap ke phone ko taala lagane mein thora waqt lag raha hai: ${percent} feesad.`,
  },
  clock: {
    title: "Kaun si tareekh durust hai?",
    text: (phone: string, server: string) =>
      `Aap ka phone kehta hai ${phone}. Hamara server kehta hai ${server}. Sahi tareekh is liye chahiye ke hum jaanch sakein ke hamare logon ki fehrist taza hai.`,
    phone: (day: string) => `${day} (mera phone)`,
    server: (day: string) => `${day} (server ki)`,
  },
  failed: {
    offline:
      "Raabta nahi hai. Aap ka likha hua sab yahin hai. “Dobara koshish karein” dabate hi bhej diya jaye ga.",
    chain:
      "Hamare logon ki fehrist par woh dastakhat nahi jo hone chahiyen. Aap ki hifazat ke liye kuch nahi bheja gaya. Meharbani kar ke kisi number par phone karein.",
    expired:
      "Hamare logon ki fehrist itni purani hai ke us par bharosa nahi kiya ja sakta. Aap ki hifazat ke liye kuch nahi bheja gaya. Baad mein koshish karein ya kisi number par phone karein.",
    older:
      "Koi hamein hamare logon ki purani fehrist dikha raha hai. Aap ki hifazat ke liye kuch nahi bheja gaya. Baad mein dobara koshish karein.",
    uncertified:
      "Server ne kisi aise shakhs ka naam liya jo hamari dastakhat shuda fehrist mein nahi. Aap ki hifazat ke liye kuch nahi bheja gaya.",
    busy: "Is waqt bohat rush hai. Ek minute baad dobara koshish karein. Kuch zaya nahi hua.",
    full: "Hamara server is waqt kuch mehfooz nahi kar sakta. Baad mein koshish karein ya kisi number par phone karein. Yahan kuch zaya nahi hua.",
    budget: "Aaj bohat baar koshish ho chuki. Kal dobara karein; aap ke alfaaz yahin hain.",
    already:
      "Aap ki pehli koshish pahunch gayi thi, un alfaaz ke saath jo us waqt likhe the. Baad mein jo badla woh nahi bheja gaya, magar yahin maujood hai. Meharbani kar ke apne code se apna mamla kholein aur wahan paigham mein likh dein.",
    other: "Hamari taraf kuch garbar hui. Kuch zaya nahi hua. Meharbani kar ke dobara koshish karein.",
    insecure:
      "Yeh safha https se kholna zaroori hai, warna aap ka phone aap ke alfaaz ko taala nahi laga sakta.",
  },
} satisfies Messages<typeof en>
