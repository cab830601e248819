// Old syntax on purpose: this file must load on any Node that knows modules at all.

var NEEDED_MAJOR = 20
var NEEDED_MINOR = 19

/**
 * @param {string} version of Node, "20.20.2"
 * @returns {string} what to tell the person, or "" when this Node will do
 */
export function oldNodeSentence(version) {
  var parts = version.split(".")
  var major = Number(parts[0])
  var minor = Number(parts[1])
  var isNewEnough = major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR)
  if (isNewEnough) return ""
  return (
    "This needs Node " +
    NEEDED_MAJOR +
    "." +
    NEEDED_MINOR +
    " or newer; this machine runs " +
    version +
    ". Install a newer Node and start again."
  )
}
