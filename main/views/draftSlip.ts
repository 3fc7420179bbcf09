import type { Output, Parsed } from '#contract/contract';
import { identity } from '#db/station/identity';
import type { StationDb } from '#db/station/open';
import { offlineSince } from '#domain/offlineSince';
import { refuse } from '#domain/refusal';
import { seriesLabel } from '#domain/series';
import type { Tender } from '#domain/tender';
import { draftSlip as draft } from '#printing/draftSlip';
import { SLIP_WIDTH } from '#printing/slip';
import { slipText } from '#printing/slipText';
import type { ReadyContext } from './context.ts';
import { factsOf } from './document.ts';

type Input = Parsed<'draftSlip'>;

/** The slip of a payment while it is typed. Nothing of it is looked up or kept: the payment itself checks everything. */
export function draftSlip(db: StationDb, input: Input, at: ReadyContext): Output<'draftSlip'> {
  const station = identity(db) ?? refuse('station_not_ready');
  const { sync, now, person } = at;
  const slip = draft(
    {
      series: seriesLabel(station.series, station.epoch),
      cashier: person.person,
      drawer: input.drawer,
      payer: input.payer.trim(),
      language: input.language,
      lines: input.lines,
      tenders: input.tenders.map((tender) => tenderOf(tender, input.changeCents)),
      changeCents: input.changeCents,
      roundingCents: input.roundingCents,
      offlineSince: offlineSince(sync),
      accountsAsOf: sync.accountsAsOf,
      now,
    },
    factsOf(db),
  );
  return { width: SLIP_WIDTH, rows: slipText(slip) };
}

/** A tender as slips know it; what is never printed is left blank. */
function tenderOf(tender: Input['tenders'][number], changeCents: number): Tender {
  switch (tender.kind) {
    case 'cash':
      return { ...tender, changeCents };
    case 'check':
      return { ...tender, routing: '', sealedAccount: '', lastFour: '', paper: '' };
    case 'money-order':
      return { ...tender, paper: '' };
    case 'credit':
    case 'card':
      return tender;
  }
}
