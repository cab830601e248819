// `npm start`: checks the machine, installs and builds what changed, then serves. `node tools/start.mjs build` stops
// after building. This file and the one it imports first keep to old syntax, so that an old Node can still say so.
import { oldNodeSentence } from "./lib/node-version.mjs"

var sentence = oldNodeSentence(process.versions.node)
if (sentence !== "") {
  console.error(sentence)
  process.exitCode = 1
} else {
  import("./lib/run.mjs").then((run) => run.run(process.argv.slice(2)))
}
