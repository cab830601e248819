/** What a complaint is called on the screen: the first eight letters of its release, enough to tell a few hundred apart. */
export function shortNumber(releaseId: string): string {
  return releaseId.slice(0, 8).toUpperCase()
}
