import { CaseScreen } from "../cases/CaseScreen.tsx"
import { CasesScreen } from "../cases/CasesScreen.tsx"
import { ComplaintScreen } from "../complaint/ComplaintScreen.tsx"
import { BoardScreen } from "../coordination/BoardScreen.tsx"
import { NeedScreen } from "../coordination/NeedScreen.tsx"
import { OffersScreen } from "../offers/OffersScreen.tsx"
import type { DeskRoute } from "./route.ts"

/** The screen of a place. One root element per place; the key makes each visit begin afresh. */
export function SignedIn({ place }: { readonly place: DeskRoute }) {
  switch (place.name) {
    case "offers":
      return <OffersScreen key="offers" />
    case "cases":
      return <CasesScreen key="cases" />
    case "case":
      return <CaseScreen key={place.caseId} caseId={place.caseId} />
    case "complaint":
      return <ComplaintScreen key={place.draftId} caseId={place.caseId} draftId={place.draftId} />
    case "board":
      return <BoardScreen key="board" />
    case "need":
      return <NeedScreen key={place.needId} caseId={place.caseId} needId={place.needId} />
  }
}
