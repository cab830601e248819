import {
  AGENCY_ROUTES,
  DEMO_AGENCY_ROUTES,
  DEMO_ROUTES,
  DESK_ROUTES,
  REPORTER_ROUTES,
  type Route,
} from "@shn/wire"

const AUTH: Readonly<Record<Route["auth"], string>> = {
  none: "anyone",
  case: "the case's token",
  staff: "staff session",
  officer: "officer's session",
}

/** docs/API.md, made from the route tables that the server and both apps are built from. */
export function apiDocument(): string {
  return [
    "# Routes",
    "",
    "Made by `npm run docs` from the route tables in `packages/wire/src/routes.ts`; do not edit. Each app has its own",
    "origin, which serves its own routes only. Problem codes are explained in [PROBLEMS.md](PROBLEMS.md). Requests and",
    "answers are JSON, but for the routes marked *bytes*: these carry one sealed part of a file, in or out.",
    "",
    ...section("Reporter's origin", REPORTER_ROUTES),
    ...section("Desk's origin", DESK_ROUTES),
    ...section("Agency's origin", AGENCY_ROUTES),
    ...section("Demo helpline only: desk", DEMO_ROUTES),
    ...section("Demo helpline only: agency", DEMO_AGENCY_ROUTES),
  ].join("\n")
}

function section(title: string, routes: Readonly<Record<string, Route>>): readonly string[] {
  const rows = Object.values(routes).map((route) => {
    const problems = route.problems.map((code) => `\`${code}\``).join(" ")
    const bytes = route.bytes === undefined ? "" : ` *(bytes ${route.bytes})*`
    return `| \`${route.method} ${route.path}\` | ${route.summary}${bytes} | ${AUTH[route.auth]} | ${problems} |`
  })
  return [
    `## ${title}`,
    "",
    "| Route | What it does | Who | Its own problems |",
    "|---|---|---|---|",
    ...rows,
    "",
  ]
}
