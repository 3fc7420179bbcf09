import { breakdown } from '#domain/denominations';
import type { FeeLine } from '#domain/line';
import { cents } from '#domain/money';
import { BY_FUND, correctLine, feeOf } from '../support/byFund.ts';
import { type Chance, createChance } from '../support/chance.ts';
import type { BuiltReceipt, Offer } from '../support/journalBuilder.ts';
import { contextOf, onEachStore } from '../support/ledger.ts';
import { type OfficeDay, officeDay, TWO_HUNDRED } from '../support/officeDay.ts';

/** What the capital fund's account must have of a batch, told by another way: cent by cent. */
type Model = { cash: number; check: number };

onEachStore('the deposits of any batch', (on) => {
  test.each(['limpet', 'mussel', 'whelk'])(
    'come to what waits of it, and each account has what was paid of its funds (%s)',
    async (seed) => {
      const day = await officeDay(contextOf(on.db));
      await day.load({ ...day.policy, bankAccounts: BY_FUND, counting: { blind: false } });
      const chance = createChance(seed);
      const models: Record<string, Model> = {};
      for (const number of [1, 2, 3]) models[`W3-B000${number}`] = await batchOf(day, chance, `W3-D000${number}`);
      const { batches } = await day.finance.ask('depositable', {});
      expect(batches.map(({ batch }) => batch)).toEqual(Object.keys(models));
      for (const { batch, parts, checks } of batches) {
        const waits = (tender: 'cash' | 'check', account?: string) =>
          parts
            .filter((part) => part.tender === tender && (account === undefined || part.account === account))
            .reduce((total, part) => total + (part.cents ?? 0), 0);
        for (const tender of ['cash', 'check'] as const)
          expect(waits(tender)).toBe(await day.balance(`undeposited:${batch}:${tender}`));
        expect(parts.every((part) => (part.cents ?? 0) > 0)).toBe(true);
        const model = models[batch];
        expect([waits('cash', 'capital'), waits('check', 'capital')]).toEqual([model?.cash, model?.check]);
        const papers = checks.filter(({ account }) => account === 'capital');
        expect(papers.reduce((total, paper) => total + paper.cents, 0)).toBe(model?.check);
      }
    },
  );
});

async function batchOf(day: OfficeDay, chance: Chance, drawer: string): Promise<Model> {
  const { journal } = day.station;
  journal.openDrawer(TWO_HUNDRED);
  const model: Model = { cash: 0, check: 0 };
  const handed = { cash: 0, check: 0, papers: 0 };
  for (let at = 0; at < 30; at += 1) {
    const lines = Array.from({ length: 1 + chance.below(3) }, () => feeOf(chance.below(300), 1 + chance.below(300)));
    const built = journal.pay(lines, offersOf(chance, lines));
    if (chance.oneIn(5)) {
      journal.voidReceipt(built);
      continue;
    }
    const stands = chance.oneIn(5) ? corrected(day, built, at) : lines;
    for (const [place, tender] of built.receipt.tenders.entries()) {
      if (tender.kind !== 'cash' && tender.kind !== 'check') continue;
      const paid = fundsPaid(built, stands, place);
      const capital = paid.filter((fund) => fund === '402').length;
      if (tender.kind === 'cash') model.cash += capital;
      // A check goes whole: to the capital fund's account only where it paid nothing else.
      else if (capital === paid.length) model.check += capital;
      handed[tender.kind] += tender.cents;
      if (tender.kind === 'check') handed.papers += 1;
    }
  }
  const over = chance.below(400) - 200;
  journal.closeDrawer(over);
  await day.station.send();
  const pieces = breakdown(cents(handed.cash + over));
  const parts = [
    { handoff: `${drawer}-float`, pieces: TWO_HUNDRED },
    { handoff: `${drawer}-float-return`, pieces: TWO_HUNDRED },
    { handoff: `${drawer}-cash`, pieces },
    { handoff: `${drawer}-check`, items: handed.papers, cents: handed.check },
  ];
  await day.whitebear.tell('countHandoffs', { parts });
  await day.approve(drawer.replace('-D', '-B'));
  return model;
}

/** Cash, checks and a card in some order, which together pay the lines. */
function offersOf(chance: Chance, lines: readonly FeeLine[]): Offer[] {
  const total = lines.reduce((sum, line) => sum + line.cents, 0);
  const kinds = chance.pick([
    ['cash'],
    ['check'],
    ['check', 'cash'],
    ['card', 'cash'],
    ['check', 'check', 'cash'],
  ] as const);
  let left = total;
  return kinds.flatMap((kind, place): Offer[] => {
    const part = place === kinds.length - 1 ? left : Math.min(left, chance.below(left + 1));
    left -= part;
    return part === 0 ? [] : [{ kind, cents: part }];
  });
}

/** The first line belongs to another fund after all; a line is put right as a whole. */
function corrected({ station: { journal } }: OfficeDay, built: BuiltReceipt, at: number): FeeLine[] {
  const [first, ...rest] = built.receipt.lines as FeeLine[];
  if (!first) throw new Error('a receipt has a line');
  const to = at % 2 === 0 ? feeOf(first.cents, 0) : feeOf(0, first.cents);
  correctLine(journal, built, at + 1, to);
  return [to, ...rest];
}

/** The fund of every single cent that one tender paid. */
function fundsPaid({ receipt }: BuiltReceipt, lines: readonly FeeLine[], tender: number): string[] {
  const left = lines.map(({ shares }) => shares.flatMap((share) => Array<string>(share.cents).fill(share.fund)));
  return receipt.payments.flatMap((payment) => {
    const paid = left[payment.line]?.splice(0, payment.cents) ?? [];
    return payment.tender === tender ? paid : [];
  });
}
