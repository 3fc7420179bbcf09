import { breaksTogether, isOpenBreak, placeOfBreak, TieWhy } from '#domain/tie';
import { breakSentence } from '#domain/tieSentences';
import { brokenAt } from '#test/support/dayTies';

test.each(TieWhy.options)('a break has its sentence, which names its paper: %s', (why) => {
  const at = { batch: 'W3-B0041', deposit: 'L-P0231', document: 'W3-D0041', day: '2026-11-24' as const };
  const sentence = breakSentence(brokenAt(why, 'cash', -425, at));
  expect(sentence).toMatch(why === 'clearing' ? /^Cards/ : /W3-D0041|L-P0231/);
  expect(sentence).not.toMatch(/null|undefined/);
  if (why.endsWith('_elsewhere')) expect(sentence).toContain('Nov 24, 2026');
});

test('over and short, more and less, are told apart by their word', () => {
  const said = (why: TieWhy, cents: number) =>
    breakSentence(brokenAt(why, 'cash', cents, { document: 'W3-D0041', deposit: 'L-P0231' }));
  expect([said('over_short', 425), said('over_short', -425)]).toEqual([
    'Over at the count of W3-D0041',
    'Short at the count of W3-D0041',
  ]);
  expect(said('deposit_count', -2_000)).toBe('Missing in bag W3-D0041 (L-P0231)');
  expect(breakSentence(brokenAt('in_bag', 'check', -100, { deposit: 'L-P0231' }))).toBe(
    'In L-P0231 until two counts agree',
  );
});

test('what is still to come is told once for each paper; what differs is never netted', () => {
  const short = brokenAt('over_short', 'cash', -1_000, { batch: 'W3-B0041', document: 'W3-D0041' });
  const more = brokenAt('difference', 'check', 1_000, { batch: 'W3-B0041', document: 'W3-D0041' });
  const less = brokenAt('difference', 'card', -400, { batch: 'W3-B0041', document: 'W3-D0041' });
  const waits = (tender: 'cash' | 'check', batch: string, cents: number) =>
    brokenAt('not_deposited', tender, cents, { batch, document: batch });
  const cards = ['W1-B0041', 'W3-B0041'].map((batch) => brokenAt('clearing', 'card', -500, { batch }));
  const all = [waits('cash', 'W3-B0041', -9_000), short, waits('check', 'W3-B0041', -8_640), ...cards, more, less];
  const told = breaksTogether([...all, waits('cash', 'W1-B0041', -100)]);
  expect(told.map(({ first, tenders, cents }) => [first.why, first.batch, tenders.join(), cents])).toEqual([
    ['over_short', 'W3-B0041', 'cash', -1_000],
    ['difference', 'W3-B0041', 'check', 1_000],
    ['difference', 'W3-B0041', 'card', -400],
    ['not_deposited', 'W3-B0041', 'cash,check', -17_640],
    ['clearing', 'W1-B0041', 'card', -1_000],
    ['not_deposited', 'W1-B0041', 'cash', -100],
  ]);
});

test('each break belongs to one place, and what is open is never at the drawers', () => {
  expect(TieWhy.options.filter((why) => isOpenBreak(why) && placeOfBreak(why) === 'drawers')).toEqual([]);
  expect(placeOfBreak('handoff')).toBe('deposit');
  expect(placeOfBreak('on_its_way')).toBe('bank');
});
