import type { Result } from "@shn/domain"

/** The file to send: its length when it was picked, and its bytes on demand. */
export type FileSource = {
  /** Bytes. */
  readonly size: number
  /**
   * Bytes `from` (inclusive) to `to` (exclusive); fewer where the file ends earlier.
   * @throws anything when the file cannot be read any more
   */
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

/** What a server may answer to each call of a transfer: a value, or its problem code ("offline": nothing came back). */
export type PortAnswer<T> = Promise<Result<T, string>>

/** The routes of one upload. Every call may be repeated without harm. */
export type SendPorts = {
  /** @param chunks length of the padded plain stream in chunks of 64 KiB: all that the server is told of the size */
  readonly open: (chunks: number) => PortAnswer<unknown>
  /** Digest of each part the server has, base64url; null where it has none. */
  readonly state: () => PortAnswer<{ readonly parts: readonly (string | null)[] }>
  /** How many bytes of a part came before its line broke: they need not be sent again. */
  readonly begun: (part: number) => PortAnswer<{ readonly bytes: number }>
  /**
   * @param digest base64url SHA-256 of `sealed`
   * @param from how many of its bytes the server has (`begun`); only those behind them are to be sent
   * @param onSent bytes of this journey handed to the line so far, where the platform tells
   */
  readonly putPart: (
    part: number,
    sealed: Uint8Array,
    digest: string,
    from: number,
    onSent: (bytes: number) => void,
  ) => PortAnswer<unknown>
  /** @param partsDigest base64url */
  readonly finish: (partsDigest: string) => PortAnswer<unknown>
}

/** Where sealed parts of a finished upload come from. */
export type ReadPorts = {
  readonly getPart: (part: number) => PortAnswer<Uint8Array>
}

/** What patience needs: a way to wait, and to be told that it is enough. */
export type Pace = {
  /** May come back early, e.g. when the platform says that the line is there again. */
  readonly wait: (ms: number) => Promise<void>
  /** Asked between any two steps; a call under way that should end at once is the port's to end. */
  readonly isStopped: () => boolean
}

/** Why nothing is moving: the line is away, or our computer asks for a moment. */
export type WaitingFor = "nothing" | "line" | "server"
