import { changeMessage, dueMessage, hastenMessages, messagesInterrupted, nextMessageAt } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import type { PdfMaker } from '#printing/pdfMaker';
import type { PostJobs } from './mail/postman.ts';
import type { Twin } from './twin/twin.ts';
import { outgoing } from './views/outgoing.ts';

/**
 * The postman's messages over the station's database: each is made again from the journal when it is to go out, once
 * the second copy has it, too.
 */
export function postJobs(db: StationDb, makePdf: PdfMaker, twin: Pick<Twin, 'isPending'>): PostJobs {
  return {
    due: (now) => (twin.isPending ? null : dueMessage(db, now)),
    nextAt: () => nextMessageAt(db),
    interrupted: (at) => messagesInterrupted(db, at),
    hasten: (at) => hastenMessages(db, at),
    change: (message, change) => changeMessage(db, message, { ...change, changedBy: '' }),
    async mail(message) {
      const { slip, fileName, ...mail } = outgoing(db, message);
      return { ...mail, attachment: { fileName, bytes: await makePdf(slip, mail.date) } };
    },
  };
}
