import type { Translated } from "../shape.ts"
import type { messages as en } from "./en.ts"

/** Template ur/1. */
export const messages = {
  isTrue: "جو میں نے بتایا ہے، میرے علم میں سچ ہے۔",
  onlyBelieved: "جس بات کا مجھے پکا علم نہیں، صرف خیال ہے، وہ الگ لکھی ہوئی ہے۔",
  falseIsCrime: (law: string) =>
    `مجھے معلوم ہے: کسی دفتر کو ایسی بات بتانا جرم ہے جس کے جھوٹ ہونے کا مجھے علم ہو (${law})۔`,
  unprovenIsNot:
    "نیک نیتی سے غلطی ہو جانا، یا بات ثابت نہ کر پانا، جرم نہیں۔ جو ثابت نہ ہو سکے، وہ جھوٹ نہیں ہو جاتا۔",
} satisfies Translated<typeof en>
