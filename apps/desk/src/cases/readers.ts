import type { Alias, Day, Discipline, KeyId } from "@shn/domain"
import {
  type ListedMember,
  listedMember,
  type OpenedCase,
  type ReaderState,
  type VerifiedDirectory,
} from "@shn/sealed"
import type { RosterRole } from "@shn/wire"

/** Why a reader cannot be taken off by me; null when I may. */
export type RemovalRefusal = "you" | "reporter" | "notCoordinator"

/** One line of "who can read this". */
export type ReaderLine = {
  readonly keyId: KeyId
  /** Null for the reporter and for keys that the directory does not know. */
  readonly alias: Alias | null
  readonly role: RosterRole
  readonly discipline: Discipline | ""
  readonly state: ReaderState
  readonly since: Day
  readonly isMe: boolean
  readonly isCertified: boolean
  readonly removal: RemovalRefusal | null
}

/** Everyone on the roster as the screen shows them: the person first, then members, then those only asked. */
export function readerLines(
  opened: OpenedCase,
  directory: VerifiedDirectory,
  me: KeyId,
): readonly ReaderLine[] {
  const { readers } = opened.roster
  const lines = readers.map(
    (reader): ReaderLine => ({
      keyId: reader.keyId,
      alias: listedMember(directory, reader.keyId)?.alias ?? null,
      role: reader.role,
      discipline: reader.discipline,
      state: reader.state,
      since: reader.since,
      isMe: reader.keyId === me,
      isCertified: reader.isCertified,
      removal: removalOf(opened, me, reader.keyId),
    }),
  )
  return lines.toSorted((a, b) => rank(a) - rank(b))
}

/**
 * Whether I may take this reader off. The person's policy always lets a coordinator of the case remove; what it
 * restricts is adding. The rules of `sealed` are asked again when the change is made.
 */
export function removalOf(opened: OpenedCase, me: KeyId, keyId: KeyId): RemovalRefusal | null {
  const { readers } = opened.roster
  const target = readers.find((reader) => reader.keyId === keyId)
  if (target?.role === "reporter") return "reporter"
  const coordinators = readers.filter(
    (reader) => reader.role === "coordinator" && reader.state === "member" && reader.isCertified,
  )
  if (!coordinators.some((reader) => reader.keyId === me)) return "notCoordinator"
  // Whoever removes stays, so a case never loses its last coordinator this way.
  return keyId === me ? "you" : null
}

/** The name somebody works under; null when the directory does not know the key. */
export function aliasOf(directory: VerifiedDirectory, keyId: KeyId): Alias | null {
  const member: ListedMember | undefined = listedMember(directory, keyId)
  return member?.alias ?? null
}

function rank(line: ReaderLine): number {
  if (line.role === "reporter") return 0
  return line.state === "member" ? 1 : 2
}
