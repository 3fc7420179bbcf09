import { MailServer } from '#domain/mailServer';
import type { StationDb } from './open.ts';
import { forgetSetting, setting, storeSetting } from './settings.ts';

const NAME = 'mailServer';

/** The mail server of this station, or null while none is set. Its password is not in the database. */
export function mailServerOf(db: StationDb): MailServer | null {
  return setting(db, NAME, MailServer);
}

export function keepMailServer(db: StationDb, server: MailServer | null): void {
  if (server === null) forgetSetting(db, NAME);
  else storeSetting(db, NAME, server);
}
