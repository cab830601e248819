import { useState } from "preact/hooks"
import { AppHeader } from "../components/app-header.tsx"
import { Actions, Button, LinkButton } from "../components/button.tsx"
import { Card, LinkCard } from "../components/card.tsx"
import { CheckCard } from "../components/check-card.tsx"
import { ChoiceGroup } from "../components/choice-group.tsx"
import { CodeEntry } from "../components/code-entry.tsx"
import { DemoBanner } from "../components/demo-banner.tsx"
import { Fieldset } from "../components/fieldset.tsx"
import { Footer } from "../components/footer.tsx"
import { Hero } from "../components/hero.tsx"
import { LanguageSwitch } from "../components/language-switch.tsx"
import { QuickExit } from "../components/quick-exit.tsx"
import { SelectField } from "../components/select-field.tsx"
import { SkipLink } from "../components/skip-link.tsx"
import { Switch } from "../components/switch.tsx"
import { TextField } from "../components/text-field.tsx"
import type { LivingText } from "../text/living/area.ts"

type PartText = { readonly text: LivingText }

/** Head and foot of a page, with the bar of the exit button. */
export function FramePart({ text }: PartText) {
  const [exited, setExited] = useState(0)
  return (
    <div class="living-frame">
      <SkipLink />
      <QuickExit onExit={() => setExited(exited + 1)} fallbackHref="#" />
      <DemoBanner />
      <AppHeader name={text.helpline} tagline={text.tagline} homeHref="#">
        <LanguageSwitch hrefFor={(locale) => `#living-${locale}`} />
      </AppHeader>
      <Footer links={[{ href: "#", label: text.home.about }]} />
    </div>
  )
}

export function HomePart({ text }: PartText) {
  return (
    <div class="stack">
      <Hero title={text.home.title} lead={text.home.lead} asHeading={false} />
      <LinkCard href="#" tone="primary" icon="message" title={text.home.help} note={text.home.helpNote} />
      <LinkCard href="#" icon="key" title={text.home.back} note={text.home.backNote} />
      <LinkCard href="#" tone="danger" icon="phone" title={text.home.danger} note={text.home.dangerNote} />
      <LinkCard href="#" icon="book" title={text.home.learn} note={text.home.learnNote} />
    </div>
  )
}

export function ButtonsPart({ text }: PartText) {
  const [busy, setBusy] = useState(true)
  return (
    <div class="stack">
      <Actions>
        <Button>{text.buttons.primary}</Button>
        <Button kind="quiet">{text.buttons.quiet}</Button>
      </Actions>
      <Actions>
        <Button kind="danger">{text.buttons.danger}</Button>
        <Button busy={busy} onClick={() => setBusy(false)}>
          {text.buttons.busy}
        </Button>
      </Actions>
      <Actions>
        <Button disabled>{text.buttons.off}</Button>
        <Button kind="link">{text.buttons.link}</Button>
      </Actions>
      <LinkButton href="#" wide icon="message">
        {text.home.help}
      </LinkButton>
    </div>
  )
}

export function FieldsPart({ text }: PartText) {
  const [story, setStory] = useState(text.field.value)
  const [alias, setAlias] = useState("")
  const [short, setShort] = useState(text.field.value)
  const [place, setPlace] = useState<"any" | "punjab">("any")
  const [code, setCode] = useState("12345 67890 24680 135")
  return (
    <div class="stack">
      <TextField label={text.field.label} hint={text.field.hint} value={story} onInput={setStory} rows={4} />
      <TextField
        label={text.field.alias}
        hint={text.field.aliasHint}
        error={text.field.aliasError}
        optional
        value={alias}
        onInput={setAlias}
      />
      <TextField label={text.field.short} value={short} onInput={setShort} maxLength={30} />
      <SelectField
        label={text.field.province}
        value={place}
        onChange={setPlace}
        options={[
          { value: "any", label: text.field.anywhere },
          { value: "punjab", label: text.field.punjab },
        ]}
      />
      <CodeEntry
        label={text.field.code}
        hint={text.field.codeHint}
        error={text.field.codeError}
        value={code}
        onInput={setCode}
        rows={2}
      />
    </div>
  )
}

export function ChoicesPart({ text }: PartText) {
  const [who, setWho] = useState<"woman" | "man" | "any" | null>("woman")
  const [unset, setUnset] = useState<"woman" | "any" | null>(null)
  const [threat, setThreat] = useState(true)
  const [pictures, setPictures] = useState(false)
  return (
    <div class="stack stack--wide">
      <ChoiceGroup
        legend={text.choice.legend}
        hint={text.choice.hint}
        value={who}
        onChange={setWho}
        options={[
          { value: "woman", label: text.choice.woman, note: text.choice.womanNote },
          { value: "man", label: text.choice.man },
          { value: "any", label: text.choice.any },
        ]}
      />
      <ChoiceGroup
        legend={text.choice.legend}
        error={unset === null ? text.choice.error : undefined}
        value={unset}
        onChange={setUnset}
        options={[
          { value: "woman", label: text.choice.woman, icon: "person" },
          { value: "any", label: text.choice.any, icon: "heart" },
        ]}
      />
      <Fieldset legend={text.choice.several}>
        <CheckCard label={text.choice.threat} checked={threat} onChange={setThreat} />
        <CheckCard label={text.choice.pictures} checked={pictures} onChange={setPictures} />
        <CheckCard label={text.choice.none} checked={false} disabled onChange={setPictures} />
      </Fieldset>
    </div>
  )
}

export function SwitchesPart({ text }: PartText) {
  const [anonymous, setAnonymous] = useState(true)
  const [noPolice, setNoPolice] = useState(true)
  const [investigate, setInvestigate] = useState(false)
  return (
    <Card tone="plain">
      <Switch
        label={text.boundary.anonymous}
        explanation={text.boundary.anonymousNote}
        checked={anonymous}
        onChange={setAnonymous}
      />
      <Switch
        label={text.boundary.police}
        explanation={text.boundary.policeNote}
        checked={noPolice}
        onChange={setNoPolice}
      />
      <Switch
        label={text.boundary.investigate}
        why={noPolice ? text.boundary.investigateWhy : undefined}
        checked={investigate && !noPolice}
        disabled={noPolice}
        onChange={setInvestigate}
      />
    </Card>
  )
}
