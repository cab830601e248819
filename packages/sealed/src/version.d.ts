/** Version of the protocol this package speaks; docs/PROTOCOL.md carries the same. Formats begin with "shn/v1". */
export declare const PROTOCOL_VERSION = "1.0";
