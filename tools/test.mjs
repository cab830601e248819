// `npm test`: everything. `npm run check`: what takes under a minute. `slow`: the long part. `screens`: new screenshots.
import { oldNodeSentence } from "./lib/node-version.mjs"

var sentence = oldNodeSentence(process.versions.node)
if (sentence !== "") {
  console.error(sentence)
  process.exitCode = 1
} else {
  import("./lib/run-tests.mjs").then((tests) => tests.runTests(process.argv[2] || "all"))
}
