import "../learn/main.tsx"
import { loadCards } from "@shn/guidance"
import { loadCheck } from "../../text/check/area.ts"
import { startIsland } from "../learn/island.tsx"
import { ReplyApp } from "./reply-app.tsx"

void startIsland(
  async (locale) => {
    const [reply, notices, text] = await Promise.all([
      loadCards(locale, "reply"),
      loadCards(locale, "notices"),
      loadCheck(locale),
    ])
    return { cards: [...reply, ...notices], text }
  },
  ({ cards, text }) => <ReplyApp cards={cards} text={text} />,
)
