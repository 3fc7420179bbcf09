import { identity } from '#db/station/identity';
import type { StationDb } from '#db/station/open';
import { writing } from '#db/station/open';
import { stopStation } from '#db/station/syncState';
import type { Host } from '#main/host';
import { PlainTrouble } from '#main/trouble';
import { catchUp, type Reached } from './catchUp.ts';
import { compare } from './compare.ts';
import { ask, type Steps } from './hand.ts';
import { endRecovery, recover } from './recovery.ts';

/** Where a twin lies, and beside what. */
export type TwinPlace = { db: StationDb; host: Pick<Host, 'now' | 'newId' | 'log'>; path: string };

/**
 * Opens a twin and makes it and the database one again: whichever is behind is brought up, as far as one step goes. A twin
 * that tells something else stops the station; one that cannot be read is set aside, and written anew.
 * @returns how far it reaches, or null where the station has stopped
 * @throws PlainTrouble where it belongs to another station
 */
export function* openTwin(place: TwinPlace): Steps<Reached | null> {
  const { db, host, path } = place;
  const compared = yield* compare(db, path);
  switch (compared.state) {
    case 'behind':
      endRecovery(db, host);
      return yield* catchUp(db, compared);
    case 'ahead':
      yield* recover(place, compared.from, identity(db) ? 'database_behind' : 'database_lost');
      return yield* openTwin(place);
    case 'forked': {
      const { sequence } = compared;
      host.log.info('the twin tells something else', { sequence });
      writing(db, (tx) => stopStation(tx, { why: 'forked', at: host.now(), sequence }));
      return null;
    }
    case 'damaged':
    case 'outdated': {
      const aside = yield* ask('setAside', path, host.now());
      host.log.info('the twin was set aside', { why: compared.state, aside });
      return yield* openTwin(place);
    }
    case 'foreign':
      throw new PlainTrouble(
        `${path} is the second copy of station ${compared.series} of ${compared.district}, not of this one. Give --twin another place.`,
      );
  }
}
