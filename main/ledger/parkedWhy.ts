/** Why an entry that is stored is not applied. A closed list: the report says each in words. */
const WORDS = {
  unaskable: 'its text holds what the database cannot read',
  unreadable: 'its content is not what an entry of its kind holds',
  not_canonical: 'its text is not written in the one form that entries have',
  unbalanced: 'its debits do not equal its credits',
  disagrees: 'its parts do not agree with one another',
  personal_disagrees: 'what is personal in it is not what it was sealed with',
  card_number: 'it holds what looks like a payment card number',
  command_reused: 'its command was recorded by another entry before',
  undo_unmatched: 'it takes back what its receipt does not have',
  void_unmatched: 'it undoes a receipt that is not there to be undone',
  cannot_apply: 'the database refused to apply it',
} as const satisfies Record<string, string>;

export type ParkedWhy = keyof typeof WORDS;

/** A reason in words; one from a newer version as it is. */
export function wordsOf(why: string): string {
  return Object.hasOwn(WORDS, why) ? WORDS[why as ParkedWhy] : why;
}
