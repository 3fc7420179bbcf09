import type { Output } from '#contract/contract';
import { type BatchRow, stepsOfBatch } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { type LookRow, looksInto, type OfficeCountRow, officeCountsOf, triedAtSafe } from '#db/ledger/foreknown';
import { foreknown, type Knowing, type OfficeCount } from '#domain/foreknown';
import { OFFICE_SERIES } from '#domain/series';
import type { OfficeAt } from './officeAt.ts';

type Shown = Output<'batch'>['foreknown'][number];

/**
 * Who counted of a batch what she could know beforehand, by what the journals say. Nobody is kept from counting by it, or an
 * office of two would stand still: whoever approves the batch is told. Where the district does not count blind, nothing.
 */
export async function batchForeknown(
  tx: LedgerTx,
  row: BatchRow,
  { district, policy }: Pick<OfficeAt, 'district' | 'policy'>,
  named: (person: string) => string,
): Promise<Shown[]> {
  if (!policy.counting.blind) return [];
  const looks = [...(await looksInto(tx, district, row)), ...(await endOf(tx, district, row))].flatMap((look) =>
    knowingsIn(look, row.cashier),
  );
  const tries = (await triedAtSafe(tx, district, row)).map((one): Knowing => ({ ...one, how: 'safe' }));
  const counts = (await officeCountsOf(tx, district, row)).map(counted);
  return foreknown([...looks, ...tries], counts).map(({ person, ...known }) => ({
    ...known,
    personName: named(person),
  }));
}

/** Where the office ended the drawer, that is its close: it came after all that its station had sent. */
async function endOf(tx: LedgerTx, district: string, { batch, lastEpoch, lastSequence }: BatchRow): Promise<LookRow[]> {
  const end = (await stepsOfBatch(tx, district, batch)).find(
    ({ step, series }) => step === 'closed' && series === OFFICE_SERIES,
  );
  if (!end || lastEpoch === null || lastSequence === null) return [];
  const { person: actor, approver, at } = end;
  return [{ kind: 'drawer_closed', at, actor, approver, epoch: lastEpoch, sequence: lastSequence + 1 }];
}

const HOW = {
  ...({ drop_refused: 'tried', cash_out_refused: 'tried' } as const),
  ...({ totals_read: 'read', drawer_checked: 'checked' } as const),
};

/** Whose knowing an entry tells of. A count or close of the own drawer is none. */
function knowingsIn({ kind, at, actor, approver, epoch, sequence }: LookRow, cashier: string): Knowing[] {
  const place = { at, epoch, sequence };
  if (kind !== 'drawer_counted' && kind !== 'drawer_closed') return [{ ...place, person: actor, how: HOW[kind] }];
  const how = kind === 'drawer_counted' ? 'counted' : 'closed';
  const own: Knowing[] = actor === cashier ? [] : [{ ...place, person: actor, how }];
  return approver === null ? own : [...own, { ...place, person: approver, how: 'agreed' }];
}

function counted({ epoch, sequence, ...count }: OfficeCountRow): OfficeCount {
  return { ...count, half: epoch === null || sequence === null ? null : { epoch, sequence } };
}
