import { isolateName, type Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Filein",
  empty: "Is mamle mein koi file nahi.",
  noName: "Baghair naam ki file",
  kind: {
    picture: "Tasveer",
    media: "Video ya awaaz",
    pages: "PDF file",
    text: "Tehreer",
    other: "Koi file",
  },
  facts: (kind: string, size: string) => `${kind}, ${size}`,
  from: (who: string, day: string) => `${who}, ${day}`,
  added: (who: string, name: string) => `${who}: file “${name}” shamil hui.`,
  onItsWay: "Raaste mein hai",
  onItsWayNote: "Bhejne wale ki taraf se abhi poori nahi aayi.",
  there: "Poori aa chuki hai",
  stopped: "Bhejne wale ne wapas le li. Kholne ko kuch nahi.",
  expired:
    "Poori kabhi nahi pahunchi. Jitni aayi thi woh chand din baad mita di gayi. Meharbani kar ke dobara maang lein.",
  damaged: "Waisi nahi jaisi bheji gayi thi",
  open: "Dekhein",
  opening: "Layi ja rahi hai, har tukra jaancha ja raha hai",
  close: "File band karein",
  exact: "Jaanch liya: yeh hubahu wohi hai jo bheji gayi thi.",
  clear: "Saaf dikhaein",
  blur: "Phir dhundla karein",
  blurred: "Dhundli aur surmai rakhi hai, taake kisi ko apni marzi se zyada na dekhna pare.",
  page: (number: string, pages: string) => `Safha ${number}, kul ${pages}`,
  previousPage: "Pichhla safha",
  nextPage: "Agla safha",
  beginning: "Sirf shuru ka hissa dikhaya gaya hai. Baqi file mein hai.",
  lies: (claimed: string, real: string) =>
    `Yeh khud ko “${claimed}” batati hai, magar andar se “${real}” hai. Jo yeh asal mein hai wohi dikhaya gaya hai, aur is ke andar ki koi cheez yahan chal nahi sakti.`,
  viewed: (name: string) => `File “${name}”`,
  cannot: {
    kind: "Is qism ki file yahan nahi dikhayi ja sakti. Bohat zaroori ho to ise download kar lein.",
    failed: "Yeh browser is file ko samajh nahi paya. Shayad yeh kharab hai, ya kisi anjaan qism ki hai.",
    locked: "Yeh PDF password maangti hai, is liye yahan nahi dikhayi ja sakti.",
    picture:
      "Yeh tasveer khud ko itni bari batati hai ke aap ka computer ruk sakta tha. Ise nahi khola gaya.",
    slow: "Bohat der lag rahi thi, is liye hum ne rok diya. Kuch filein computer ko phansane ke liye banayi jati hain.",
    large: (limit: string) =>
      `${limit} se bari filein yahan nahi kholi jatin, taake aap ke computer ki memory na bhar jaye. Aap ise download kar sakte hain.`,
  },
  download: "Download karein",
  ask: {
    title: (name: string) => `“${isolateName(name)}” download karein?`,
    leaves:
      "Yeh naqal is mehfooz jagah se bahar chali jaye gi. Jo bhi aap ka computer chalaye, ise khol sake ga.",
    harmful: "File kholne se nuqsan bhi ho sakta hai: yeh kisi aise fard se aayi hai jise hum nahi jante.",
    program:
      "Naam se yeh file ek program hai. Saboot ke naam par bheje gaye program taqreeban hamesha jaal hote hain.",
    yes: "Haan, download karein",
    tooLarge: (limit: string) =>
      `Yeh browser ${limit} se bari file theek tarah mehfooz nahi kar sakta. Is ke liye computer par Chrome ya Edge istemal karein.`,
  },
  saving: "Mehfooz ho rahi hai, har tukra jaancha ja raha hai",
  saved: "Mehfooz ho gayi, hubahu jaisi bheji gayi thi. Zaroorat na rahe to yeh naqal mita dein.",
  refused: {
    changed: (piece: string) =>
      `Tukra number ${piece} woh nahi jo bheja gaya tha. File ka koi hissa nahi dikhaya gaya. Dobara bhejne ko kahein, aur apne muntazim ko bataein.`,
    whole:
      "Yeh woh nahi jo bheja gaya tha. File ka koi hissa nahi dikhaya gaya. Dobara bhejne ko kahein, aur apne muntazim ko bataein.",
    missing: (piece: string) =>
      `Tukra number ${piece} ab hamare computer par nahi. File dobara bhejne ko kahein, aur apne muntazim ko bataein.`,
    unwritten:
      "Jahan aap ne chaha wahan nahi likhi ja saki. Kya jagah kaafi hai? Koi adhoori cheez peeche nahi chhori gayi.",
    other: "File nahi layi ja saki. Mamle ko phir se dekhein aur ek baar phir koshish karein.",
  },
  waitingLine: "Internet nahi hai. Aate hi khud chal pare gi.",
  waitingServer: "Hamara computer masroof hai. Thori der mein khud chal pare gi.",
  attach: "Filein shamil karein",
  attachHint:
    "Pehle isi computer par taale mein band hoti hain. Sirf is mamle ke parhne wale unhein khol sakte hain.",
  waiting: "Apni baari ka intezar",
  preparing: "Tayyari ho rahi hai",
  checking: "Dekha ja raha hai ke kitna hissa pehle se maujood hai",
  sending: "Taala laga kar bheji ja rahi hai",
  finishing: "Sab pahunch gaya. Hamara computer tasalli kar raha hai.",
  paused: "Ruki hui hai. Jitna hissa pahunch chuka, woh mehfooz hai.",
  pickAgain: "Abhi adhoori hai. Wohi file dobara chunein, jahan ruki thi wahin se aage chale gi.",
  pickAgainButton: "Wohi file chunein",
  twin: (name: string) =>
    `Hubahu yahi file mamle mein pehle se maujood hai, “${isolateName(name)}” ke naam se.`,
  twinAdd: "Phir bhi shamil karein",
  twinLeave: "Rehne dein",
  pause: "Rokein",
  goOn: "Aage chalein",
  takeBack: "Wapas lein",
  takeBackFailed: "Abhi wapas nahi li ja saki. Phir koshish karein.",
  problem: {
    differs:
      "Yeh woh file nahi jo pehle chuni thi, ya baad mein badal gayi hai. Wohi chunein, ya ise wapas le lein.",
    changed_while_read:
      "Parhne ke dauran yeh file badal gayi. Pehle is par kaam khatam kar lein, phir naye sire se shamil karein.",
    unreadable: "Aap ka computer ab yeh file nahi parh pa raha. Kya yeh mit gayi ya kahin aur rakh di gayi?",
    budget_used: "Hamare computer par is mamle ki jagah bhar gayi hai. Apne muntazim ko bataein.",
    too_many_uploads: "Is mamle ki bohat si filein raaste mein hain. Kuch ke pahunchne ka intezar karein.",
    too_large: "Yeh file 16 GB se bari hai. Meharbani kar ke is ka koi chhota hissa bhejein.",
    storage_full:
      "Is waqt hamare computer par jagah nahi bachi. Apne muntazim ko bataein, aur baad mein aage chalein.",
    upload_gone:
      "Hamare computer par is adhoori file ka kuch nahi bacha. Ise wapas lein aur naye sire se shamil karein.",
    signed_out: "Aap ki nashist khatam ho gayi hai. Phir se andar aaein, phir wohi file chunein.",
    not_told: "File pahunch gayi hai, magar mamle mein abhi darj nahi ho saki. “Aage chalein” dabaein.",
    other: "Yeh file nahi ja saki. Aage chalein, ya ise wapas le lein.",
  },
} satisfies Messages<typeof en>
