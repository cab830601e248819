/**
 * Characters that nobody sees: direction marks and overrides, zero-width spaces, fillers, tags, selectors of glyphs. With them a text
 * can show one thing and say another, or carry along what nobody reads. The two joiners that Urdu and emoji need (U+200C, U+200D)
 * and the two selectors between letter and picture (U+FE0E, U+FE0F) are not among them.
 *
 * Named one by one: engines of different age disagree on what "format characters" are, and every engine must judge alike.
 */
const UNSEEN =
  /[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0d]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/u

/** Whether a text holds a character that nobody sees. */
export function hasUnseen(text: string): boolean {
  return UNSEEN.test(text)
}

/** The text as it is read: what phones and pages put in unseen when somebody copies from them is left out. */
export function withoutUnseen(text: string): string {
  return text.replace(new RegExp(UNSEEN, "gu"), "")
}
