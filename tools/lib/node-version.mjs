// Old syntax on purpose: this file must load on any Node that knows modules at all.

var NEEDED = [20, 19]

/**
 * @param {string} version of Node, "20.20.2"
 * @returns {string} what to tell the person, or "" when this Node will do
 */
export function oldNodeSentence(version) {
  var parts = version.split(".").map(Number)
  var isNewEnough = parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1])
  if (isNewEnough) return ""
  return (
    "This needs Node " +
    NEEDED.join(".") +
    " or newer; this machine runs " +
    version +
    ". Install a newer Node and start again."
  )
}
