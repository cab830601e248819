import type { Locale } from "@shn/domain"
import { directionOf } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import { localeHref } from "./page-link.ts"

/**
 * The language of the page and its sentences. The old language stays on the screen until the new one is here: words
 * and direction change together.
 * @param load must stay the same function while the page lives
 * @returns `text` null until the first language is loaded
 */
export function useLocale<Text>(first: Locale, load: (locale: Locale) => Promise<Text>) {
  const [locale, setLocale] = useState(first)
  const [loaded, setLoaded] = useState<{ readonly locale: Locale; readonly text: Text } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void load(locale).then((text) => {
      if (!isCurrent) return
      setLoaded({ locale, text })
      document.documentElement.lang = locale
      document.documentElement.dir = directionOf(locale)
      history.replaceState(history.state, "", localeHref(locale))
    })
    return () => {
      isCurrent = false
    }
  }, [locale, load])
  return { locale: loaded?.locale ?? locale, text: loaded?.text ?? null, setLocale }
}
