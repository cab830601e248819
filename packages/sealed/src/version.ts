/** Version of the protocol this package speaks; docs/PROTOCOL.md carries the same. Formats begin with "shn/v1". */
export const PROTOCOL_VERSION = "1.1"
