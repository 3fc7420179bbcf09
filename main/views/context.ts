import type { Output } from '#contract/contract';
import type { DiskSpace, Enrolling, Person, Printer, SecondCopy, Sync } from '#contract/shapes';
import type { Policy } from '#domain/district';
import type { MailTrouble } from '#domain/message';
import type { PdfMaker } from '#printing/pdfMaker';

/** What a query may know besides the database: the hour, who asks, and how the outside stands. */
export type ViewContext = {
  now: number;
  person: Person | null;
  policy: Policy | null;
  trainingPins: ReadonlyMap<string, string> | null;
  sync: Sync;
  enrolling: Enrolling;
  /** Since when the second copy of the journal lacks entries, or null while it holds them all. */
  secondCopy: SecondCopy | null;
  /** How full the disk is; null while there is room enough. */
  disk: DiskSpace | null;
  printer: Printer;
  /** What came out on the paper of the screen, latest first. */
  paper(): Output<'paper'>['slips'];
  makePdf: PdfMaker;
  mail: MailNow;
};

/** How the sending of e-mail stands, beside what the database knows of it. */
export type MailNow = {
  failing: { since: number; trouble: MailTrouble } | null;
  secretsIn: 'sealed' | 'file';
};

/** The same for a query that only runs once a district has come down. */
export type ReadyContext = ViewContext & { person: Person; policy: Policy };
