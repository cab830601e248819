import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  site: {
    description: "Koi aap ko harasan kar raha ho to muft aur razdari ke saath madad.",
    home: "Pehla safha",
    help: "Madad lein",
    back: "Wapas aein",
    learn: "Yeh kya hai, janiye",
    danger: "Abhi khatra hai",
    privacy: "Hamara computer kya dekhta hai",
    noScript:
      "Is hisse ko JavaScript chahiye, kyunke aap ke alfaaz aap hi ke phone par taale mein band ho kar nikalte hain. Meharbani kar ke JavaScript chala dein, ya neeche diye gaye kisi number par phone karein.",
  },
  home: {
    title: "Qasoor aap ka nahi. Aap tanha nahi.",
    lead: "Koi tang kar raha hai, dhamka raha hai ya badnaam kar raha hai? Jitna dil chahe bataein, us se zyada nahi. Na naam chahiye, na account.",
    start: "Madad lein",
    startHint: "Taqreeban paanch minute. Jab chahein ruk jaein.",
    comeBack: "Mere paas code hai",
    comeBackHint: "Jawab parhein aur phir se likhein.",
    danger: "Kya aap abhi khatre mein hain?",
    dangerHint: "Number jin par abhi phone ho sakta hai. Internet ke baghair bhi chalta hai.",
    learnHint: "Kya yeh harasani hai, kya kaam aata hai, aur qanoon kya kehta hai. Sirf parhna bhi kafi hai.",
    howTitle: "Yeh kaise hota hai",
    how1: "Baat sirf ek baar batani hai",
    how1text: "Chand aasaan sawal, phir aap ke apne alfaaz. Koi bhi sawal khali chhora ja sakta hai.",
    how2: "Pehle dekh lein ke kaun parhe ga",
    how2text:
      "Mahir-e-nafsiyat, wakeel ya online hifazat ke mahir. Bhejne se pehle aap ko dikhaya jata hai ke kaun.",
    how3: "Code le kar wapas aein",
    how3text:
      "Na email, na phone number, na password. Aap ka mamla sirf aap ke code se khulta hai, kisi bhi phone par.",
    promiseTitle: "Hamara wada",
    promise1:
      "Ghar walon ko, university ko ya police ko kuch nahi bataya jaye ga, jab tak aap khud na kahein. Is ki ek hadd hai, jo likhne se pehle aap ko bata di jati hai.",
    promise2:
      "Aap ke alfaaz aap ke phone par hi taale mein band ho jate hain. Mehfooz kiya hua mawaad hamara server nahi khol sakta.",
    promise3: "Hum aap ko kabhi phone ya paigham nahi karein ge. Jab aap ke liye mehfooz ho, aap khud aein.",
    promise4:
      "Khawateen, mard aur khwaja sira, sab ke liye yahan jagah hai. Yahan koi aap ko bura bhala nahi kahe ga.",
    privacyLink: "Hamara computer kya dekhta hai, aur kis baat ka wada hum nahi kar sakte",
  },
  danger: {
    title: "Abhi khatra hai",
    keeps: "Yeh safha internet ke baghair chalta hai aur kuch yaad nahi rakhta.",
    everywhere: "Poore mulk mein",
    verify: "Ehtiyat: hum is ki poori tasdeeq nahi kar sake.",
    checked: (day: string) => `Number ${day} ko dekhe gaye.`,
  },
  privacy: {
    title: "Hamara computer kya dekhta hai",
    lead: "Ek lafz likhne se pehle yeh jaanna aap ka haq hai.",
    seesTitle: "Hamara computer yeh dekhta hai",
    sees: "Jab tak kisi ne aap ka mamla nahi liya: kis qism ki madad, kaun si zabanein, khatoon ya mard (agar aap chahein), baat kaise karni hai, kitni jaldi hai, baat kis qism ki hai (yeh aap chhupa sakte hain), suba sirf tab jab wakeel chahiye, aur yeh ke umar 18 se kam hai ya nahi.",
    seesAfter:
      "Jaise hi koi mahir haan kahe, yeh sab mita diya jata hai. Baqi rehta hai: taale mein band mawaad, har band file ka size (taqreeban), tareekh (waqt nahi), aur yeh ke hamare logon mein se kaun aap ka mamla parh sakta hai.",
    notTitle: "Hamare computer ko yeh nahi milta",
    not: "Aap ka naam, aap ki baat, aap ke paigham, aap ki filon ke naam aur un ke andar ki cheezein, aap ka code, aap ki chaabiyan. Aap ka internet pata hum mehfooz nahi karte.",
    limitsTitle: "Kab hamein qadam uthana par sakta hai",
    limits:
      "Agar kisi bachay ko takleef di ja rahi ho ya kisi ki jaan khatre mein ho to jaan bachane ke liye hamare mahir ko kuch karna par sakta hai. Woh pehle aap ko bataein ge, aur jahan tak ho sake aap ke saath mil kar karein ge.",
    knownTitle: "Kis baat ka wada hum nahi kar sakte",
    known1: "Jis ke paas aap ka code ho woh sab parh sakta hai. Use ghar ki chaabi ki tarah sambhalein.",
    known2:
      "Agar aap ke phone mein koi jasoosi ka software hai to jo aap ko nazar aata hai woh use bhi nazar aata hai. Ho sake to koi aur phone istemal karein.",
    known3:
      "Phone company dekh sakti hai ke aap ne yeh site kholi aur kitna mawaad bheja, magar yeh nahi ke kya likha.",
    known4:
      "Yeh safha hamare server se aata hai. Koi is ka code badal de to jaanchne wale pakar lein ge, magar aisa ho sakta hai.",
    known5: "Code gum ho jaye to hum aap ka mamla nahi khol sakte. Jab chahein naya shuru kar lein.",
    known6:
      "Aap ke alfaaz band karne ka tareeqa ek purane, azmaye hue hisse aur ek naye hisse ko mila kar bana hai. Naye hisse ko abhi bahar ke mahireen ne nahi jaancha. Tab tak purana hissa aap ki hifazat karta hai.",
    knownFiles:
      "Jo tasveer ya recording aap chunte hain woh aap ke phone mein apni jagah maujood rehti hai; taala sirf us naqal ko lagta hai jo hamein milti hai. Yahan jo awaaz record karein woh shamil kiye baghair kahin nahi rakhi jati. Jab tak aap koi file yahan dekh rahe hon, browser itni der ke liye us ke kuch hisse rakh sakta hai.",
    known7:
      "Jis mahir se poocha gaya magar baad mein koi aur aaya, woh agar hamare server se mil jaye to pehle di gayi chaabi rakh sakta hai.",
    known8:
      "Aap ka browser khole hue safhon ki list rakhta hai, phone aakhri screen ki choti tasveer rakh sakta hai, aur kuch keyboard lafz yaad rakhte hain. “Foran niklein” ka button yeh sab nahi mita sakta. Agar koi aap ka phone dekhta hai to inhein khud mita dein, ya private window mein kholein.",
    checkTitle: "Is ki jaanch kaise hoti hai",
    check:
      "Yeh sara software khula hai. Koi bhi ise parh sakta hai aur khud jaanch sakta hai. Bahar ki kisi security company ne ise abhi nahi jaancha.",
  },
  notFound: {
    title: "Yeh safha maujood nahi",
    text: "Shayad pata ghalat likha gaya. Aap ka kuch zaya nahi hua.",
    home: "Pehle safhe par jaein",
  },
} satisfies Messages<typeof en>
