import type { Dispatch } from 'react';
import { type Report, type ReportName, type ReportSpan, reportFileName } from '#domain/report';
import { reportCsvHead, reportCsvRows } from '#formats/reportCsv';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { reports as words } from '../../messages/reports.ts';
import { usePage } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { saveBlob, saveFile } from '../saveFile.ts';
import type { ReportsAction } from './reportsForm.ts';

type What = { report: ReportName; span: ReportSpan; first: Report };

/** The keys that save a whole report: as CSV, page by page through the door, or as a PDF. One at a time. */
export function useSaving(isSaving: boolean, send: Dispatch<ReportsAction>) {
  const { client, notice } = usePage();
  const { zone } = useStation();
  const told = (answer: Parameters<typeof troubleOf>[0]) => notice.tell(troubleOf(answer)?.sentence ?? null);

  async function csv({ report, span, first }: What) {
    if (isSaving) return;
    const { columns } = first;
    const parts = [reportCsvHead(columns), reportCsvRows(columns, first.rows, zone)];
    let rows = first.rows.length;
    for (let { more } = first; more !== null; ) {
      send({ did: 'saving', words: words.saving(rows) });
      const answer = await client.call('report', { report, ...span, after: more });
      told(answer);
      if (!answer.ok) return send({ did: 'saving', words: null });
      parts.push(reportCsvRows(columns, answer.value.rows, zone));
      rows += answer.value.rows.length;
      more = answer.value.more;
    }
    saveBlob(new Blob(parts, { type: 'text/csv;charset=utf-8' }), `${reportFileName(report, span)}.csv`);
    send({ did: 'saving', words: null });
  }

  async function pdf({ report, span }: What) {
    if (isSaving) return;
    send({ did: 'saving', words: words.savingPdf });
    const answer = await client.call('officePaper', { paper: { of: 'report', report, ...span } });
    told(answer);
    send({ did: 'saving', words: null });
    if (answer.ok) saveFile({ type: 'application/pdf', base64: answer.value.base64 }, answer.value.fileName);
  }

  return (what: What): Actions => ({ csv: () => void csv(what), pdf: () => void pdf(what) });
}
