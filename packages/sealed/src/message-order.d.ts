/** What ordering needs to know of a message. */
export type Ordered = {
    readonly hash: string;
    readonly parents: readonly string[];
    readonly at: string;
};
/**
 * Every message after its parents; among those that could come next, the earlier time first, then the smaller hash.
 * The same set gives the same order on every device. Parents that are not in the set are ignored.
 */
export declare function sortByCause<T extends Ordered>(messages: readonly T[]): readonly T[];
/** What lies at or before some messages, and whether none on the way is unknown. */
export type Reached = {
    readonly hashes: ReadonlySet<string>;
    readonly isComplete: boolean;
};
/** The hashes themselves and everything before them, as far as the messages are known. */
export declare function reachedFrom(heads: readonly string[], messages: readonly Ordered[]): Reached;
