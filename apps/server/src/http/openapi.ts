import { PROBLEMS, type ProblemCode, type Route, type v } from "@shn/wire"
import { toJsonSchema } from "@valibot/to-json-schema"

/** What any route may answer, whatever its own table line says. */
const ALWAYS: readonly ProblemCode[] = [
  "bad_request",
  "too_large",
  "wrong_origin",
  "storage_full",
  "busy",
  "failed",
]
const OF_AUTH: Readonly<Record<Route["auth"], readonly ProblemCode[]>> = {
  none: [],
  case: ["token_expired", "case_expired"],
  staff: ["session_ended"],
}

/** The OpenAPI 3.1 description of one origin, made from the same table as its router. */
export function openapi(app: Route["app"], routes: Readonly<Record<string, Route>>): unknown {
  return {
    openapi: "3.1.0",
    info: { title: `Stop Harassment Now: ${app}`, version: "1" },
    paths: Object.fromEntries(
      Object.entries(routes).map(([name, route]) => [
        route.path,
        { [route.method.toLowerCase()]: operation(name, route) },
      ]),
    ),
    components: {
      securitySchemes: {
        case: { type: "http", scheme: "bearer" },
        staff: { type: "apiKey", in: "cookie", name: "__Host-shn" },
      },
    },
  }
}

function operation(name: string, route: Route): unknown {
  const problems = [...new Set([...ALWAYS, ...OF_AUTH[route.auth], ...route.problems])]
  const statuses = [...new Set(problems.map((code) => PROBLEMS[code].status))]
  const byStatus = statuses.map(
    (status) => [String(status), problems.filter((code) => PROBLEMS[code].status === status)] as const,
  )
  return {
    operationId: name,
    summary: route.summary,
    ...(route.auth === "none" ? {} : { security: [{ [route.auth]: [] }] }),
    ...(route.method === "GET"
      ? {}
      : { requestBody: { required: true, content: json(schemaOf(route.request)) } }),
    responses: {
      "200": { description: "Done.", content: json(schemaOf(route.answer)) },
      ...Object.fromEntries(
        byStatus.map(([status, codes]) => [
          status,
          {
            description: codes.map((code) => PROBLEMS[code].title).join(" "),
            content: json({
              type: "object",
              properties: { problem: { enum: codes } },
              required: ["problem"],
              additionalProperties: false,
            }),
          },
        ]),
      ),
    },
  }
}

function json(schema: unknown) {
  return { "application/json": { schema } }
}

// A parser that mints an id has no words in JSON Schema: there it is a string.
function schemaOf(schema: v.GenericSchema): unknown {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: "ignore", typeMode: "input" })
  return rest
}
