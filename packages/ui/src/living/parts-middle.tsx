import { Badge } from "../components/badge.tsx"
import { Button } from "../components/button.tsx"
import { Notice } from "../components/notice.tsx"
import { PersonCard } from "../components/person-card.tsx"
import { PhoneNumber } from "../components/phone-number.tsx"
import { ReceiptCode } from "../components/receipt-code.tsx"
import { Steps } from "../components/steps.tsx"
import type { LivingText } from "../text/living/area.ts"

type PartText = { readonly text: LivingText }

export function NoticesPart({ text }: PartText) {
  return (
    <div class="stack">
      <Notice kind="care">{text.notice.care}</Notice>
      <Notice kind="info">{text.notice.info}</Notice>
      <Notice kind="warning">{text.notice.warning}</Notice>
      <Notice kind="danger" actions={<Button kind="danger">{text.home.danger}</Button>}>
        {text.notice.danger}
      </Notice>
      <Notice kind="success" title={text.notice.success} />
    </div>
  )
}

export function PeoplePart({ text }: PartText) {
  return (
    <div class="stack">
      <PersonCard
        alias="Sana"
        role={text.person.role}
        reason={text.person.reason}
        since={text.person.since}
        actions={<Button kind="quiet">{text.person.remove}</Button>}
      />
      <PersonCard
        alias="Bilal"
        role={text.desk.law}
        status={<Badge tone="warning">{text.person.waiting}</Badge>}
      />
      <PhoneNumber number="15" name={text.person.police} hours={text.person.policeHours} tone="danger" />
      <PhoneNumber number="0800-39393" name={text.person.helpline} hours={text.person.helplineHours} />
    </div>
  )
}

const DIGITS = ["40715", "92836", "11074", "58293", "60417", "33985", "72160", "09548", "81327"]
const WORDS = ["river", "orange", "seven", "window", "paper", "garden", "silver", "candle", "market"]

export function ReceiptPart({ text }: PartText) {
  return (
    <div class="stack">
      <Steps current={8} total={9} label={text.receipt.step} />
      <ReceiptCode groups={DIGITS} label={text.receipt.digits} />
      <ReceiptCode groups={WORDS} label={text.receipt.words} />
    </div>
  )
}
