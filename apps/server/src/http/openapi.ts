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
  officer: ["session_ended"],
}

/** The OpenAPI 3.1 description of one origin, made from the same table as its router. */
export function openapi(app: Route["app"], routes: Readonly<Record<string, Route>>): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replace(/:(\w+)/g, "{$1}")
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return {
    openapi: "3.1.0",
    info: { title: `Stop Harassment Now: ${app}`, version: "1" },
    paths,
    components: {
      securitySchemes: {
        case: { type: "http", scheme: "bearer" },
        staff: { type: "apiKey", in: "cookie", name: "__Host-shn" },
        officer: { type: "apiKey", in: "cookie", name: "__Host-shn" },
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
    ...asked(route),
    responses: {
      "200": {
        description: "Done.",
        content: route.bytes === "out" ? BYTES : json(schemaOf(route.answer)),
      },
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

/** Bytes say nothing of themselves in JSON Schema (OpenAPI 3.1, "Considerations for File Uploads"). */
const BYTES = { "application/octet-stream": {} }
const DIGEST_HEADER = {
  name: "x-part-digest",
  in: "header",
  required: true,
  description: "SHA-256 of the whole part, base64url.",
  schema: { type: "string" },
}
const FROM_HEADER = {
  name: "x-part-from",
  in: "header",
  required: false,
  description: "How many bytes of the part came before. Only the rest of it is sent.",
  schema: { type: "string" },
}

function asked(route: Route): Readonly<Record<string, unknown>> {
  if (route.bytes !== undefined) {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }))
    if (route.bytes === "out") return { parameters: [...inPath, FROM_HEADER] }
    return {
      parameters: [...inPath, DIGEST_HEADER, FROM_HEADER],
      requestBody: { required: true, content: BYTES },
    }
  }
  if (route.method === "GET") return {}
  return { requestBody: { required: true, content: json(schemaOf(route.request)) } }
}

function json(schema: unknown) {
  return { "application/json": { schema } }
}

// A parser that mints an id has no words in JSON Schema: there it is a string.
function schemaOf(schema: v.GenericSchema): unknown {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: "ignore", typeMode: "input" })
  return rest
}
