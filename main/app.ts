import { join } from 'node:path';
import type { Door } from '#contract/answer';
import { identity } from '#db/station/identity';
import { paperPrinter } from '#printing/printers/paperPrinter';
import { Spool } from '#printing/spool';
import { createPinCheck } from './actions/pinCheck.ts';
import { call } from './call.ts';
import { Watch } from './check/watch.ts';
import { keepReserve } from './diskSpace.ts';
import type { Host } from './host.ts';
import { createHub } from './hub.ts';
import { noteJournalBegun } from './journalBegun.ts';
import { smtpSender } from './mail/smtp.ts';
import { createPostman } from './mailWay.ts';
import { openJournal } from './openJournal.ts';
import type { Parts, Session } from './parts.ts';
import { chosenPrinter, printerOf } from './printerChoice.ts';
import { spoolJobs } from './spoolJobs.ts';
import { Link } from './sync/link.ts';
import { keepContactFile, putBackContactFile } from './twin/contactFile.ts';
import { threadHand } from './twin/threadHand.ts';
import { Twin, type TwinParts } from './twin/twin.ts';

/** A running station. */
export type App = {
  /** A door with a session of its own, for one page. */
  connect(): Door;
  /** Stops talking and printing, then closes the database. What is committed stays. */
  close(): Promise<void>;
};

/**
 * Puts the station together on whatever host it runs on: the composition root, and nothing else.
 * @throws when the database cannot be opened durably, or its journal is lost; such a station must not take money
 */
export function createApp(host: Host): App {
  const twinPath = host.twinPath ?? join(host.dataFolder, 'twin.jsonl');
  const { db, isBegunAnew } = openJournal(host, twinPath);
  keepReserve(host);
  const hub = createHub(host.log);
  const twin = openTwin({ host, db, hub }, twinPath, isBegunAnew);
  if (identity(db)) noteJournalBegun(host.dataFolder, host.log);
  const paper = paperPrinter(host.now);
  const spool = new Spool({
    jobs: spoolJobs(db, twin),
    printer: printerOf(
      host.printerAddress === null ? chosenPrinter(db) : { kind: 'network', address: host.printerAddress },
      paper,
    ),
    clock: { now: host.now, after: host.later },
    log: host.log,
    onChange: (change) => hub.announce(change.what === 'job' ? ['printer', 'receipts'] : ['printer']),
  });
  const link = linkOf({ host, db, hub, twin });
  const enrolling = { ledger: host.ledgerUrl ?? '', token: '', busy: false, refusal: null };
  const sendMail = smtpSender();
  const postman = createPostman({ host, db, hub, twin }, sendMail);
  const pins = createPinCheck(db, host.now);
  const watch = new Watch({ host, hub });
  const parts: Parts = { host, db, hub, link, spool, twin, watch, paper, postman, sendMail, pins, enrolling };
  spool.start();
  postman.start();
  return {
    connect() {
      const session: Session = { person: null };
      return { call: (name, input) => call(parts, session, name, input), listen: hub.listen };
    },
    async close() {
      await Promise.all([link.close(), spool.stop(), postman.stop(), twin.close(), watch.close()]);
      db.$client.close();
    },
  };
}

/** The talk with the ledger, which goes on where it was also after the database was made again. */
function linkOf({ host, db, hub, twin }: Pick<Parts, 'host' | 'db' | 'hub' | 'twin'>): Link {
  putBackContactFile(host, db);
  const link = new Link(db, host, hub, () => keepContactFile(host, db));
  // What is made again out of a twin elsewhere knows its ledger only then.
  void twin.opening?.then(() => {
    if (!db.$client.open) return;
    putBackContactFile(host, db);
    link.wake();
  });
  return link;
}

/** The second copy of the journal. Where it is another station's, this one must not start. */
function openTwin(parts: TwinParts, path: string, mustWait: boolean): Twin {
  const { host, db } = parts;
  try {
    return new Twin(parts, path, host.twinPath === null ? null : threadHand(host.twinWorker), mustWait);
  } catch (error) {
    db.$client.close();
    throw error;
  }
}
