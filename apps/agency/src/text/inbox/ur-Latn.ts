import type { Messages } from "@shn/ui"
import type { messages as en } from "./en.ts"

export const messages = {
  title: "Aap ko kya bheja gaya",
  lead: "Har satar ek shikayat hai jo kisi ne apni ijazat se aap ke idare ko bheji.",
  viewed:
    "Jab aap koi shikayat kholte hain to helpline aur bhejne wale ko nazar aata hai ke aap ne kholi, aur kab.",
  empty: "Abhi koi shikayat muntazir nahi",
  emptyText: "Jab koi aap ke idare ko shikayat bheje ga to woh yahan khud aa jaye gi.",
  number: (code: string) => `Shikayat ${code}`,
  handed: (day: string) => `${day} ko bheji gayi`,
  until: (day: string) => `${day} tak kaam mein la sakte hain`,
  answers: (count: number) => (count === 0 ? "abhi jawab nahi diya" : `aap ke ${count} jawab`),
  open: "Kholein",
  state: {
    signed: "Raaste mein hai",
    handed: "Nayi",
    fetched: "Kholi ja chuki",
    recalled: "Aap ke kholne se pehle wapas le li gayi",
    locked: "Wapas le li gayi: bataein ke aap kya karein ge",
    answered: "Wapas li gayi, jawab de diya",
    over: "Is ka aakhri din guzar gaya",
  },
} satisfies Messages<typeof en>
