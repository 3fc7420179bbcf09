import { assert } from '#domain/assert';
import type { Session } from '#main/parts';

/** Who changes a message, to be written beside it. */
export function actorOf({ person }: Session): { changedBy: string } {
  assert(person, 'nobody is signed in');
  return { changedBy: person.person };
}
