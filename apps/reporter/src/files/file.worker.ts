import type { ToPage, ToWorker } from "./file-messages.ts"
import { doFileTask, type FilePage } from "./file-task.ts"

// One worker, one file: it ends with it. Everything that needs the visit is asked of the page.
const waiting = new Map<number, (value: unknown) => void>()
let asked = 0

function ask<Call extends keyof FilePage>(
  call: Call,
  argument: Parameters<FilePage[Call]>[0],
): ReturnType<FilePage[Call]> {
  const id = ++asked
  const message: ToPage = { kind: "ask", id, call, argument }
  const answer = new Promise((resolve) => waiting.set(id, resolve))
  postMessage(message)
  return answer as ReturnType<FilePage[Call]>
}

const page: FilePage = {
  open: (chunks) => ask("open", chunks),
  state: () => ask("state", undefined),
  begun: (part) => ask("begun", part),
  finish: (partsDigest) => ask("finish", partsDigest),
  token: (renew) => ask("token", renew),
}

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "answer") {
    waiting.get(data.id)?.(data.value)
    waiting.delete(data.id)
    return
  }
  void doFileTask(data.task, page, (message) => {
    const told: ToPage = { kind: "say", message }
    postMessage(told)
  })
})
