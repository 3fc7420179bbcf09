import { FEED_KINDS, type FeedPlace } from '#db/ledger/feed';
import { refuse } from '#domain/refusal';

/** Before everything: what a station that has nothing asks after. */
export const FEED_START: FeedPlace = { version: 0, kind: 'account', key: '' };

const CURSOR = new RegExp(`^(?:([a-z0-9]{12})/)?(\\d{1,15})(?::(${FEED_KINDS.join('|')}):([A-Za-z0-9.-]{0,31}))?$`);

/** The last of what comes down within one version. */
const LAST_KIND = FEED_KINDS[FEED_KINDS.length - 1] as FeedPlace['kind'];

/** `17:account:40-11872-03` names the last row that was handed over; before it, with a slash, stands the feed's mark, if any. */
export function cursorOf(place: FeedPlace, mark: string): string {
  return `${mark === '' ? '' : `${mark}/`}${place.version}:${place.kind}:${place.key}`;
}

/** Reads a cursor back, and its mark. A bare number stands for everything of that version, and nothing at all for the start. */
export function placeOf(cursor: string): FeedPlace & { mark: string } {
  if (cursor === '') return { ...FEED_START, mark: '' };
  const [, mark = '', version, kind, key = ''] = CURSOR.exec(cursor) ?? [];
  if (version === undefined) {
    refuse('bad_input', { field: 'after', problem: 'must be the cursor of an earlier page, or empty' });
  }
  const known = FEED_KINDS.find((name) => name === kind);
  // Above every key there is: keys are of ASCII letters, digits, dots and dashes.
  if (known === undefined) return { version: Number(version), kind: LAST_KIND, key: '~', mark };
  return { version: Number(version), kind: known, key, mark };
}
