import type { ComponentChildren } from "preact"

export type HeroProps = {
  readonly title: ComponentChildren
  readonly lead?: ComponentChildren
  readonly children?: ComponentChildren
  /** Left out on pages that already have an `<h1>`. */
  readonly asHeading?: boolean | undefined
}

/** The welcome of a home page: two people side by side under an early sun, and the first words. */
export function Hero({ title, lead, children, asHeading = true }: HeroProps) {
  return (
    <div class="hero">
      <svg class="hero-picture" viewBox="20 15 84 57" aria-hidden="true" focusable="false">
        <circle class="hero-sun" cx="60" cy="44" r="27" />
        <path
          class="hero-left"
          d="M22 72c0-16 8-25 20-25s20 9 20 25ZM42 43a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19Z"
        />
        <path
          class="hero-right"
          d="M54 72c1-19 10-29 24-29s23 10 24 29ZM78 39a10.5 10.5 0 1 0 0-21 10.5 10.5 0 0 0 0 21Z"
        />
      </svg>
      {asHeading ? <h1>{title}</h1> : <p class="hero-title">{title}</p>}
      {lead !== undefined && <div class="page-lead">{lead}</div>}
      {children}
    </div>
  )
}
