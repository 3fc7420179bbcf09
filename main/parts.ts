import type { Enrolling, Person } from '#contract/shapes';
import type { StationDb } from '#db/station/open';
import type { PaperPrinter } from '#printing/printers/paperPrinter';
import type { Spool } from '#printing/spool';
import type { PinCheck } from './actions/pinCheck.ts';
import type { Watch } from './check/watch.ts';
import type { Host } from './host.ts';
import type { Hub } from './hub.ts';
import type { MailSender } from './mail/mail.ts';
import type { Postman } from './mail/postman.ts';
import type { Link } from './sync/link.ts';
import type { Twin } from './twin/twin.ts';

/** What the app is put together from; made once in `app.ts`. */
export type Parts = {
  host: Host;
  db: StationDb;
  hub: Hub;
  link: Link;
  spool: Spool;
  /** The second copy of the journal. */
  twin: Twin;
  /** Looks at the database while all of that is at work. */
  watch: Watch;
  /** The printer on the screen, chosen or not. */
  paper: PaperPrinter;
  postman: Postman;
  /** Takes one message to a server: the postman’s way, and a test’s. */
  sendMail: MailSender;
  pins: PinCheck;
  /** How the enrolment stands, until this install is a station. */
  enrolling: Enrolling;
};

/** One caller's session: who signed in at that door. */
export type Session = { person: Person | null };
