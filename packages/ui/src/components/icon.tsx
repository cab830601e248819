/** The small set of line icons. They are decoration: the words beside them carry the meaning. */
export type IconName = keyof typeof PATHS

const PATHS = {
  exit: "M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M4 12h11m-4-4 4 4-4 4",
  forward: "m9 5 7 7-7 7",
  check: "m5 13 4.5 4.5L19 7",
  phone:
    "M6.5 3.5h3l1.5 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1.500v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.5 5.700a2 2 0 0 1 2-2.200Z",
  heart:
    "M12 20s-7.5-4.600-7.5-10.200A4.3 4.3 0 0 1 12 7.200a4.3 4.3 0 0 1 7.5 2.600C19.5 15.400 12 20 12 20Z",
  info: "M12 11v5.500M12 7.600v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  alert: "M12 9v4.500M12 16.900v.1M12 3.5 2.800 19.500h18.400L12 3.500Z",
  clock: "M12 7v5l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  lock: "M7 10.500V8a5 5 0 0 1 10 0v2.500M6 10.500h12a1 1 0 0 1 1 1v7.500a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7.500a1 1 0 0 1 1-1Z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.500a7.5 7.5 0 0 1 15 0",
  message: "M4 5h16v11.500H10.500L6 20v-3.500H4V5Z",
  send: "M4 12h15m-6.5-6.500L19 12l-6.5 6.5",
  shield: "M12 3.5 5 6v5.500c0 4.2 3 7.400 7 9 4-1.600 7-4.800 7-9V6l-7-2.500Z",
  book: "M12 6.500C10 5 7 4.5 4 5v13.500c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.500V5c-3-.5-6 0-8 1.500Zm0 0V20",
  key: "M14.5 13a4.5 4.5 0 1 0-4.3-3.200L4 16v4h4v-2.500h2.500V15l1.7-1.700c.7.3 1.5.5 2.3.500ZM16 8.500v.1",
} as const

/** Icons that point along the line of reading and are mirrored in Urdu. */
const DIRECTIONAL: ReadonlySet<IconName> = /* @__PURE__ */ new Set<IconName>(["exit", "forward", "send"])

/** A 24 px line icon in the colour of the text around it; hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={DIRECTIONAL.has(name) ? "icon icon--directional" : "icon"}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
