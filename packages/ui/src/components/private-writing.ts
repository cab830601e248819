/**
 * For every field: what is typed stays between the person and the page. Spelling and writing help of some browsers sends
 * the words to a company while they are being written.
 */
export const PRIVATE_WRITING = { spellcheck: false, writingsuggestions: "false" } as const
