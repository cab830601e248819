import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  discipline: {
    psych: "دل کی بات سننے والا کوئی",
    legal: "قانون کے بارے میں مشورہ",
    cyber: "فون، اکاؤنٹ یا آن لائن تصویروں میں مدد",
  },
  disciplineHint: {
    psych: "ماہرِ نفسیات۔ ڈر، نیند، شرمندگی، غصہ، یا جب سب کچھ برداشت سے باہر ہو جائے۔",
    legal: "وکیل۔ قانون کیا کہتا ہے، آپ کے سامنے کون سے راستے ہیں، اور ہر راستہ آپ سے کیا مانگے گا۔",
    cyber: "آن لائن حفاظت کے ماہر۔ اکاؤنٹ محفوظ کرنا، ثبوت بچانا، چیزیں ہٹوانا۔",
  },
  expert: { psych: "ماہرِ نفسیات", legal: "وکیل", cyber: "آن لائن حفاظت کے ماہر" },
  language: {
    ur: "اردو",
    en: "انگریزی",
    pa: "پنجابی",
    ps: "پشتو",
    sd: "سندھی",
    skr: "سرائیکی",
    bal: "بلوچی",
    hno: "ہندکو",
    brh: "براہوی",
  },
  gender: { woman: "خاتون", man: "مرد", transgender: "خواجہ سرا" },
  channel: { messages: "یہیں لکھ کر بات", voice_call: "فون پر بات", video_call: "ویڈیو پر بات" },
  province: {
    punjab: "پنجاب",
    sindh: "سندھ",
    kp: "خیبر پختونخوا",
    balochistan: "بلوچستان",
    ict: "اسلام آباد",
    ajk: "آزاد کشمیر",
    gb: "گلگت بلتستان",
    any: "نہ بتانا بہتر ہے",
  },
  age: {
    under_18: "18 سال سے کم",
    "18_24": "18 سے 24",
    "25_39": "25 سے 39",
    "40_plus": "40 یا زیادہ",
    unsaid: "نہ بتانا بہتر ہے",
  },
  act: {
    workplace: "کام کی جگہ پر",
    education: "اسکول، کالج یا یونیورسٹی میں",
    public_space: "گلی، بس یا بازار میں",
    online_contact: "پیغام یا کالیں جو رکتی نہیں",
    intimate_images: "نجی تصویریں یا ویڈیو",
    blackmail: "بلیک میلنگ: ’یہ کرو ورنہ…‘",
    impersonation: "کوئی میرا نام یا تصویر لگا کر بات کر رہا ہے",
    account_attack: "کوئی میرے اکاؤنٹ یا فون میں گھس آیا",
    reputation: "بدنام کرنے کے لیے جھوٹ یا افواہیں",
    family: "گھر والے، شوہر، بیوی یا سابقہ ساتھی",
    child_safety: "کسی بچے کو تکلیف دی جا رہی ہے",
    ask_human: "یہاں نہ بتانا بہتر ہے",
  },
  lane: {
    P0: "ابھی خطرہ ہے",
    P1: "سنگین دھمکیاں",
    P2: "بار بار ہو رہا ہے",
    P3: "سوال ہے، یا بات گزر چکی",
  },
  minor: { yes: "18 سال سے کم", no: "18 سال یا زیادہ", unknown: "نہیں بتایا" },
  boundary: {
    anonymous: "کسی کو پتہ نہ چلے کہ میں کون ہوں",
    no_family: "میرے گھر والوں کو پتہ نہ چلے",
    no_prosecution: "نہ پولیس، نہ عدالت",
    no_institution: "میری یونیورسٹی یا دفتر کو بیچ میں نہ لائیں",
    wants_institution: "میری خواہش ہے کہ میرا ادارہ کارروائی کرے",
    wants_investigation: "میری خواہش ہے کہ قانونی تفتیش ہو",
    no_media: "میڈیا میں کوئی بات نہ جائے",
  },
  boundaryHint: {
    anonymous: "ایسا کوئی کاغذ نہیں بنے گا جس پر آپ کا نام ہو۔",
    no_family: "گھر پر نہ فون، نہ خط، نہ کوئی آئے گا۔ گھر والوں سے کوئی بات نہیں کرے گا۔",
    no_prosecution: "پولیس، این سی سی آئی اے یا عدالت میں کوئی شکایت نہیں جائے گی۔",
    no_institution: "آپ کی یونیورسٹی یا دفتر کو کوئی خط نہیں جائے گا۔",
    wants_institution: "ہم آپ کے ادارے کی کمیٹی کو لکھنے میں آپ کا ساتھ دیں گے۔",
    wants_investigation:
      "ہم شکایت تیار کرنے میں مدد کریں گے۔ جب تک آپ پڑھ کر دستخط نہ کریں، کچھ نہیں بھیجا جائے گا۔",
    no_media: "اخبار، ٹی وی یا سوشل میڈیا پر ایک لفظ نہیں جائے گا۔ شروع میں یہ سب کے لیے لگا ہوتا ہے۔",
  },
  excluded: {
    institution_cannot_act_if_not_told:
      "ادارہ تبھی کچھ کر سکتا ہے جب اسے بتایا جائے۔ اس لیے دوسری شرط ہم نے ہٹا دی ہے۔",
    investigation_may_lead_to_court: "تفتیش عدالت تک جا سکتی ہے۔ اس لیے دوسری شرط ہم نے ہٹا دی ہے۔",
  },
  notice: {
    agency_will_ask_name:
      "یاد رکھیں: تفتیش کرنے والا ادارہ نام پوچھے گا۔ کچھ بھیجنے سے پہلے ہم آپ سے دوبارہ پوچھیں گے۔",
  },
  role: {
    reporter: "آپ",
    expert: "ماہر",
    coordinator: "رابطہ کار",
    trustee: "باہر کے امین",
    administrator: "منتظم",
  },
  reason: {
    knows_you: "پہلے بھی آپ کی مدد کر چکے ہیں",
    speaks_language: "آپ کی زبان بولتے ہیں",
    speaks_close_language: "آپ کی زبان سے ملتی جلتی زبان بولتے ہیں",
    knows_this_kind: "ایسے بہت سے لوگوں کی مدد کر چکے ہیں",
    trained_for_young_people: "کم عمر لوگوں کی مدد کی تربیت رکھتے ہیں",
    free_now: "ابھی فارغ ہیں",
    free_before_deadline: "جلد فارغ ہوں گے",
    reaches_province: "آپ کے صوبے میں کام کرتے ہیں",
    other_province: "دوسرے صوبے میں ہیں مگر آپ کی مدد کر سکتے ہیں",
  },
  genderAsAsked: {
    woman: "خاتون ہیں، جیسا آپ نے کہا تھا",
    man: "مرد ہیں، جیسا آپ نے کہا تھا",
    transgender: "خواجہ سرا ہیں، جیسا آپ نے کہا تھا",
  },
  reasonOfWoman: {
    knows_you: "پہلے بھی آپ کی مدد کر چکی ہیں",
    speaks_language: "آپ کی زبان بولتی ہیں",
    speaks_close_language: "آپ کی زبان سے ملتی جلتی زبان بولتی ہیں",
    knows_this_kind: "ایسے بہت سے لوگوں کی مدد کر چکی ہیں",
    trained_for_young_people: "کم عمر لوگوں کی مدد کی تربیت رکھتی ہیں",
    free_now: "ابھی فارغ ہیں",
    free_before_deadline: "جلد فارغ ہوں گی",
    reaches_province: "آپ کے صوبے میں کام کرتی ہیں",
    other_province: "دوسرے صوبے میں ہیں مگر آپ کی مدد کر سکتی ہیں",
  },
  list: {
    and: (parts: readonly string[]) =>
      parts.length < 2
        ? parts.join("")
        : `${parts.slice(0, -1).join("، ")} اور ${parts[parts.length - 1] ?? ""}`,
  },
} satisfies Messages<typeof en>
