// Made by `npx tsx tools/content.ts build` from content/. Edit the cards there, not here.
// biome-ignore-all format: made by a tool, one card a line
import type { Locale } from "@shn/domain"
import type { Card, PageName } from "../schema.ts"
import type { SearchIndex } from "../search/search.ts"

export const PAGES: Readonly<Record<Locale, Readonly<Record<PageName, () => Promise<{ readonly cards: readonly Card[] }>>>>> = {
  "en": { "danger-now": () => import("./en/danger-now.ts"), "types": () => import("./en/types.ts"), "law": () => import("./en/law.ts"), "doors": () => import("./en/doors.ts"), "playbooks": () => import("./en/playbooks.ts"), "coping": () => import("./en/coping.ts"), "for-others": () => import("./en/for-others.ts"), "evidence": () => import("./en/evidence.ts"), "platforms": () => import("./en/platforms.ts"), "safety": () => import("./en/safety.ts"), "safety-plan": () => import("./en/safety-plan.ts"), "fair": () => import("./en/fair.ts"), "learn": () => import("./en/learn.ts"), "check": () => import("./en/check.ts"), "reply": () => import("./en/reply.ts"), "notices": () => import("./en/notices.ts"), },
  "ur": { "danger-now": () => import("./ur/danger-now.ts"), "types": () => import("./ur/types.ts"), "law": () => import("./ur/law.ts"), "doors": () => import("./ur/doors.ts"), "playbooks": () => import("./ur/playbooks.ts"), "coping": () => import("./ur/coping.ts"), "for-others": () => import("./ur/for-others.ts"), "evidence": () => import("./ur/evidence.ts"), "platforms": () => import("./ur/platforms.ts"), "safety": () => import("./ur/safety.ts"), "safety-plan": () => import("./ur/safety-plan.ts"), "fair": () => import("./ur/fair.ts"), "learn": () => import("./ur/learn.ts"), "check": () => import("./ur/check.ts"), "reply": () => import("./ur/reply.ts"), "notices": () => import("./ur/notices.ts"), },
  "ur-Latn": { "danger-now": () => import("./ur-Latn/danger-now.ts"), "types": () => import("./ur-Latn/types.ts"), "law": () => import("./ur-Latn/law.ts"), "doors": () => import("./ur-Latn/doors.ts"), "playbooks": () => import("./ur-Latn/playbooks.ts"), "coping": () => import("./ur-Latn/coping.ts"), "for-others": () => import("./ur-Latn/for-others.ts"), "evidence": () => import("./ur-Latn/evidence.ts"), "platforms": () => import("./ur-Latn/platforms.ts"), "safety": () => import("./ur-Latn/safety.ts"), "safety-plan": () => import("./ur-Latn/safety-plan.ts"), "fair": () => import("./ur-Latn/fair.ts"), "learn": () => import("./ur-Latn/learn.ts"), "check": () => import("./ur-Latn/check.ts"), "reply": () => import("./ur-Latn/reply.ts"), "notices": () => import("./ur-Latn/notices.ts"), },
}

export const INDEXES: Readonly<Record<Locale, () => Promise<{ readonly index: SearchIndex }>>> = {
  "en": () => import("./en/search.ts"),
  "ur": () => import("./ur/search.ts"),
  "ur-Latn": () => import("./ur-Latn/search.ts"),
}
