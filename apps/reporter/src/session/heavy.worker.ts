import { doHeavyTask, type HeavyTask } from "./heavy-work.ts"

// The worker's whole job: take a task, answer it.
addEventListener("message", (event: MessageEvent<HeavyTask>) => {
  void doHeavyTask(event.data, (reply) => postMessage(reply))
})
