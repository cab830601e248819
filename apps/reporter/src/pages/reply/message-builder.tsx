import { LOCALES, type Locale } from "@shn/domain"
import {
  type Card,
  cardsOf,
  type GateAnswer,
  loadCards,
  REPLY_AUTHORITIES,
  REPLY_RELATIONSHIPS,
  type ReplyAuthority,
  type ReplyRelationship,
  replyText,
} from "@shn/guidance"
import { Actions, Button, ChoiceGroup, directionOf, LANGUAGE_NAMES, Notice, Stack, useUi } from "@shn/ui"
import { useState } from "preact/hooks"
import type { CheckText } from "../../text/check/area.ts"

/** Puts one short message together: for whom, where it will be reported, in which language. Only copies; never sends. */
export function MessageBuilder(props: {
  readonly gate: Extract<GateAnswer, { decision: "may_reply" }>
  /** In the language of the screen. */
  readonly cards: readonly Card[]
  readonly text: CheckText["reply"]
}) {
  const { gate, cards, text } = props
  const { locale, common } = useUi()
  const [to, setTo] = useState<ReplyRelationship | null>(null)
  const [authority, setAuthority] = useState<ReplyAuthority | null>(null)
  const [language, setLanguage] = useState<Locale>(locale)
  const [words, setWords] = useState<readonly Card[]>(cards)
  const [isCopied, setCopied] = useState(false)

  const inLanguage = async (chosen: Locale) => {
    const [reply, notices] = await Promise.all([loadCards(chosen, "reply"), loadCards(chosen, "notices")])
    setWords([...reply, ...notices])
    setLanguage(chosen)
    setCopied(false)
  }
  const message = to === null || authority === null ? null : replyText(gate, words, to, authority)
  const copy = async (value: string) => {
    await navigator.clipboard?.writeText(value)
    setCopied(true)
  }
  const nameOf = (relationship: ReplyRelationship) =>
    cardsOf("reply", cards).find((card) => card.meta.relationship === relationship)?.text.title.text
  const noticeOf = (id: string) => cardsOf("notice", cards).find((card) => card.id === id)?.text.title.text

  return (
    <Stack gap="wide">
      <Notice kind="warning" title={noticeOf("notice-reply-not-reviewed")}>
        <p>{noticeOf("notice-not-legal-advice")}</p>
      </Notice>
      <ChoiceGroup
        legend={text.to}
        value={to}
        onChange={(value) => {
          setTo(value)
          setCopied(false)
        }}
        options={REPLY_RELATIONSHIPS.map((value) => ({ value, label: nameOf(value) }))}
      />
      <ChoiceGroup
        legend={text.authority}
        value={authority}
        onChange={(value) => {
          setAuthority(value)
          setCopied(false)
        }}
        options={REPLY_AUTHORITIES.map((value) => ({ value, label: noticeOf(`authority-${value}`) }))}
      />
      <ChoiceGroup
        legend={text.language}
        value={language}
        onChange={(value) => void inLanguage(value)}
        options={LOCALES.map((value) => ({ value, label: <bdi lang={value}>{LANGUAGE_NAMES[value]}</bdi> }))}
      />
      {message !== null && !message.ok && <Notice kind="warning" title={text.needsExpert} live="polite" />}
      {message?.ok === true && (
        <section class="learn-part" aria-live="polite">
          <h3>{text.message}</h3>
          <p class="learn-message" lang={language} dir={directionOf(language)}>
            {message.value}
          </p>
          <Actions>
            <Button onClick={() => void copy(message.value)}>{common.copy}</Button>
          </Actions>
          {isCopied && <p role="status">{text.copied}</p>}
        </section>
      )}
    </Stack>
  )
}
