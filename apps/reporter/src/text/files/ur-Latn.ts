import { isolateName, type Messages, plural } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  never: {
    title: "Yeh cheezein meharbani kar ke kabhi na bhejein",
    intimate:
      "Niji haalat ki tasveer ya video bilkul na bhejein, na apni, na kisi aur ki. Bas lafzon mein bata dein ke woh kahan hai, itna kaafi hai.",
    young:
      "Agar aisi tasveer ya video 18 saal se kam umar ke kisi fard ki ho to ise kisi ko bhi na bhejein, aage na barhaein. Hamare mahir is ke baghair bhi madad kar sakte hain.",
  },
  pick: {
    lead: "File aap ke phone par hi taale mein band ho kar nikalti hai. Hamara computer na is ka naam dekhta hai na yeh ke andar kya hai.",
    camera: "Tasveer kheenchein",
    gallery: "Tasveerein ya video chunein",
    any: "Koi bhi file chunein",
    voice: "Apni awaaz record karein",
    tooMany: (count: string) =>
      `Ek baar mein 100 filein li ja sakti hain. Aap ki ${count} filein reh gayin. Unhein baad mein apne mamle mein shamil kar sakte hain.`,
  },
  list: "Jo aap ne chuna",
  keepOpen: "Jab tak filein raaste mein hon, yeh safha khula rakhein. Aap likhna jari rakh sakte hain.",
  noName: "Baghair naam ki file",
  kind: {
    picture: "Tasveer",
    film: "Video",
    sound: "Awaaz ki recording",
    voice: "Awaaz ka paigham",
    file: "Koi file",
  },
  facts: (kind: string, size: string) => `${kind}, ${size}`,
  state: {
    waiting: "Apni baari ka intezar",
    begin: "Tayyari ho rahi hai",
    checking: "Dekha ja raha hai ke kitna hissa pehle se maujood hai",
    sending: "Taala laga kar bheji ja rahi hai",
    finishing: "Bas hone ko hai: hamara computer dekh raha hai ke sab kuch pahunch gaya",
    line: "Internet ka intezar hai. Aate hi khud chal pare gi.",
    server: "Hamara computer masroof hai. Thori der mein khud chal pare gi.",
    paused: "Ruki hui hai. Jitna hissa pahunch chuka, woh mehfooz hai.",
    inReport: "Taale mein band, hamare paas mehfooz. Yeh aap ki baat ke saath jaye gi.",
    sent: "Bhej di gayi. Aap ki madad karne wale ise khol sakte hain.",
    pickAgain:
      "Yeh file hamein aap ke phone se ek baar phir leni hogi. Ise dobara chunein: jahan ruki thi wahin se aage chale gi.",
    wrong:
      "Yeh woh file nahi jo pehle chuni thi, ya baad mein badal gayi hai. Wohi file chunein, ya ise hata kar nayi shamil karein.",
    twin: (name: string) =>
      `Yeh “${isolateName(name)}” jaisi lagti hai jo aap pehle shamil kar chuke hain. Phir bhi shamil karein?`,
    same: (name: string) => `Yeh hubahu “${isolateName(name)}” hi hai. Dono mein se ek kaafi hai.`,
    piece: (piece: string, pieces: string) =>
      `Aap ka phone mazeed jagah ke liye hisaab laga raha hai: ${pieces} mein se ${piece}`,
  },
  problem: {
    changed: "Parhne ke dauran yeh file badal gayi. Pehle is par kaam khatam kar lein, phir dobara chunein.",
    unreadable:
      "Aap ka phone yeh file ab nahi parh pa raha. Shayad yeh mit gayi, kahin aur chali gayi, ya memory card nikal gaya. Baqi kuch zaya nahi hua.",
    room: "Hamare computer par aap ke mamle ki jagah bhar gayi hai. Aap ka phone thori der hisaab laga kar aur jagah le sakta hai; yeh is liye hai ke koi saari jagah na gher le.",
    tooMany: "Aap ki bohat si filein adhoori hain. Kisi ek ke poora hone ka intezar karein, ya ek hata dein.",
    tooLarge: "Yeh file 16 GB se bari hai. Meharbani kar ke is ka koi chhota hissa bhejein.",
    full: "Is waqt hamare computer par jagah nahi bachi. Aap ki file aap ke phone par maujood hai. Thori der baad phir koshish karein.",
    visit: "Is dauran raabta toot gaya tha. Kuch zaya nahi hua. “Phir koshish karein” dabaein.",
    other: "Yeh file nahi ja saki. Yeh aap ke phone par maujood hai. Phir koshish karein, ya ise hata dein.",
  },
  act: {
    pause: "Rokein",
    goOn: "Aage chalein",
    takeAway: "Hata dein",
    tryAgain: "Phir koshish karein",
    pickAgain: "Dobara chunein",
    addAnyway: "Phir bhi shamil karein",
    leaveOut: "Rehne dein",
    moreRoom: "Mera phone yeh hisaab laga le",
    of: (act: string, name: string) => `${act}: ${name}`,
  },
  voice: {
    title: "Apni awaaz record karein",
    lead: "Pehle khud sun lein. Jab tak aap shamil na karein, kuch nahi rakha jata.",
    start: "Recording shuru karein",
    asking: "Phone pooche to mic ki ijazat de dein.",
    recording: (time: string) => `Record ho raha hai: ${time}`,
    stop: "Recording rokein",
    listen: "Pehle khud sun lein",
    add: "Yeh recording shamil karein",
    again: "Dobara record karein",
    discard: "Mita dein",
    refused:
      "Aap ka phone is safhe ko mic istemal nahi karne de raha. Browser ki setting mein ijazat de dein, ya likh kar bataein.",
    missing: "Mic nahi mila. Aap likh kar bata sakte hain, ya pehle se maujood recording chun sakte hain.",
    cannot:
      "Yeh browser awaaz record nahi kar sakta. Likh kar bataein, ya pehle se maujood recording chunein.",
    broken: "Recording khud hi ruk gayi. Meharbani kar ke ek baar phir koshish karein.",
    longest:
      "Ek recording zyada se zyada ek ghante ki ho sakti hai. Yeh yahan rok di gayi; ise shamil kar ke doosri shuru kar lein.",
    name: (time: string) => `Awaaz ka paigham ${time}`,
  },
  before: {
    title: "Aap ki filein",
    allThere: (count: number) =>
      plural(
        count,
        "1 file taale mein band hamare paas hai.",
        `${count} filein taale mein band hamare paas hain.`,
      ),
    missing: (count: number) =>
      plural(count, "1 file abhi hum tak nahi pahunchi.", `${count} filein abhi hum tak nahi pahunchin.`),
    choose:
      "Aap yahin intezar kar sakte hain ke sab pahunch jaye. Ya abhi bhej dein aur file baad mein mukammal karein: apne code se mamla kholein aur wohi file dobara chunein.",
    wait: "Yahin intezar karein",
    now: "Intezar kiye baghair abhi bhej dein",
  },
  shown: {
    open: "Kholein",
    close: "Band karein",
    save: "Is phone par mehfooz karein",
    saveAsk:
      "Mehfooz ki hui file isi phone par rehti hai, aur jo bhi phone chalaye ise dhoond sakta hai. Sirf tab mehfooz karein jab is se aap ko koi khatra na ho.",
    saveYes: "Haan, mehfooz karein",
    opening: "La kar taala khola ja raha hai",
    onItsWay: "Abhi raaste mein hai",
    takenBack: "Wapas le li gayi",
    refused: (name: string, part: string) =>
      `“${isolateName(name)}” waisi nahi pahunchi jaisi bheji gayi thi (tukra ${part}). Aap ki hifazat ke liye hum ise nahi dikhate. Meharbani kar ke kahein ke dobara bheji jaye.`,
    refusedWhole: (name: string) =>
      `“${isolateName(name)}” waisi nahi pahunchi jaisi bheji gayi thi. Aap ki hifazat ke liye hum ise nahi dikhate. Meharbani kar ke kahein ke dobara bheji jaye.`,
    gone: (name: string) => `“${isolateName(name)}” ab hamare computer par nahi hai.`,
    offline: "Is waqt raabta nahi hai. Meharbani kar ke phir koshish karein.",
    phoneFull: "Aap ke phone mein is file ki jagah nahi. Kuch jagah khali kar ke phir koshish karein.",
    asText: "Aisi file yahan nahi dikhayi ja sakti. Aap ise mehfooz kar sakte hain.",
    picture: (name: string) => `Tasveer “${name}”`,
  },
} satisfies Messages<typeof en>
