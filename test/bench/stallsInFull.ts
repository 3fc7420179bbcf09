import { join } from 'node:path';
import type { Input } from '#contract/contract';
import { type BenchStation, openDrawerOf } from './benchStation.ts';
import { accountsOwing } from './payments.ts';
import { approved, TIMES, type Watch } from './stallWatch.ts';

type Payment = Pick<Input<'takePayment'>, 'lines' | 'tenders'>;

const copies = { kind: 'fee' as const, code: 'copies', quantity: 10, cents: 250, told: [] };
const cash = (cents: number) => ({ kind: 'cash' as const, cents });

/** What the counter does beside taking and voiding: what stands around a payment, and every undoing of it. */
export async function restOfTheCounter(station: BenchStation, watch: Watch): Promise<void> {
  const drawer = await openDrawerOf(station);
  const accounts = accountsOwing(join(station.folder, 'station.db'), TIMES);
  const lines = (time: number): Payment['lines'] => [
    { kind: 'account', accountNumber: accounts[time] ?? '', cents: 1_000 },
    copies,
  ];
  await aroundPayments(station, watch, drawer, lines);
  await setAside(station, watch, drawer, lines);
  await undo(station, watch, drawer, lines);
  await watch.over('parkDrawer, unparkDrawer', async () => {
    await station.tell('parkDrawer', { drawer });
    await station.tell('unparkDrawer', { drawer });
  });
}

type Lines = (time: number) => Payment['lines'];

async function aroundPayments({ ask, tell }: BenchStation, watch: Watch, drawer: string, lines: Lines): Promise<void> {
  await watch.over('receiptTypes', () => ask('receiptTypes', { drawer }));
  await watch.over('chart', () => ask('chart', {}));
  await watch.over('paymentNeeds', (time) =>
    ask('paymentNeeds', { drawer, lines: lines(time), tenders: [cash(1_250)] }),
  );
  const typed = { drawer, lines: [], tenders: [], changeCents: 0, roundingCents: 0, payer: 'Hale, Dorothea' };
  await watch.over('draftSlip', () => ask('draftSlip', typed));
  const refused = { tender: 'check' as const, why: 'unsigned' as const, cents: 8_640 };
  await watch.over('refuseTender', () => tell('refuseTender', { drawer, refused }));
  await watch.over('refusedTenders', () => ask('refusedTenders', {}));
  await watch.over('leaveForm', () => tell('leaveForm', { drawer, cashCents: 2_000, dueCents: 1_500, accounts: 1 }));
}

async function setAside({ ask, tell }: BenchStation, watch: Watch, drawer: string, lines: Lines): Promise<void> {
  const labels: string[] = [];
  const label = (time: number) => labels[time] ?? '';
  await watch.over('suspendPayment', async (time) => {
    labels.push((await tell('suspendPayment', { drawer, lines: lines(time), tenderedCents: 0 })).label);
  });
  await watch.over('suspensions', () => ask('suspensions', {}));
  await watch.over('resumePayment', (time) => tell('resumePayment', { drawer, label: label(time) }));
  await watch.over('takePayment, set aside before', (time) =>
    tell('takePayment', { drawer, lines: lines(time), tenders: [cash(1_250)], resumed: label(time) }),
  );
  await watch.over('dropSuspension', async (time) => {
    const { label: other } = await tell('suspendPayment', { drawer, lines: lines(time), tenderedCents: 0 });
    return tell('dropSuspension', { drawer, label: other });
  });
}

async function undo(station: BenchStation, watch: Watch, drawer: string, lines: Lines): Promise<void> {
  const { ask, tell } = station;
  const labels: string[] = [];
  for (let time = 0; time < TIMES; time++)
    labels.push((await tell('takePayment', { drawer, lines: lines(time), tenders: [cash(1_250)] })).label);
  const correcting = (time: number) => ({
    label: labels[time] ?? '',
    correction: { what: 'line' as const, place: 1, to: { ...FOUND, cents: 250 } },
    reason: 'wrong_purpose' as const,
  });
  await watch.over('correctionProposal', (time) => ask('correctionProposal', correcting(time)));
  await watch.over('correctReceipt, its approval', async (time) => {
    const { mark } = await ask('correctionProposal', correcting(time));
    return tell('correctReceipt', { ...correcting(time), approval: (await approved(station, mark)).approval });
  });
  const refunding = (time: number) => ({
    label: labels[time] ?? '',
    refund: { parts: [{ place: 0, cents: 500 }], means: { kind: 'cash' as const, drawer } },
    reason: 'overpaid' as const,
  });
  await watch.over('refundProposal', (time) => ask('refundProposal', refunding(time)));
  const { label } = await watch.over('refundReceipt, its approval', async (time) => {
    const { mark } = await ask('refundProposal', refunding(time));
    return tell('refundReceipt', { ...refunding(time), approval: (await approved(station, mark)).approval });
  });
  await watch.over('slipPdf of a refund', () => ask('slipPdf', { document: { kind: 'refund', label } }));
  await watch.over('receipt, undone', (time) => ask('receipt', { label: labels[time] ?? '' }));
}

const FOUND = { kind: 'suspense' as const, name: 'Tran, Linh', address: '7 Slate Ln', parcel: '' };

/** What never was, found after its drawer closed. */
export async function reverse(station: BenchStation, watch: Watch, labels: readonly string[]): Promise<void> {
  const { ask, tell } = station;
  const reversing = (time: number) => ({ label: labels[time] ?? '', reason: 'keyed_twice' as const });
  await watch.over('reversalProposal', (time) => ask('reversalProposal', reversing(time)));
  await watch.over('reverseReceipt, its approval', async (time) => {
    const { mark } = await ask('reversalProposal', reversing(time));
    return tell('reverseReceipt', { ...reversing(time), approval: (await approved(station, mark)).approval });
  });
}
