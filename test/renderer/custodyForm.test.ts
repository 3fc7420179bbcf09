import {
  blankCustody,
  type CustodyAction,
  type CustodyForm,
  type CustodyWhat,
  custodyNotYet,
  custodyReducer,
  isBegunCustody,
} from '#renderer/screens/custody/custodyForm';

const does = (form: CustodyForm, ...actions: CustodyAction[]) => actions.reduce(custodyReducer, form);
const blank = (what: CustodyWhat) => blankCustody(what, 'c', 0);
const pieces = (worth: number, text: string, side: 'out' | 'in' = 'out'): CustodyAction => ({
  did: 'typedPieces',
  side,
  worth,
  column: 'loose',
  text,
});
const pin: CustodyAction = { did: 'typedPin', pin: '9026' };
const moved = (side: 'out' | 'in', worth: number, by: 1 | -1): CustodyAction => ({
  did: 'movedCell',
  side,
  worth,
  column: 'loose',
  by,
});
const attachment = { name: 'a.pdf', type: 'application/pdf' as const, size: 9, sha256: 'a'.repeat(64) };
const missing = (form: CustodyForm) => custodyNotYet(form)?.place ?? 'nothing';

test('a drop asks for pieces and for nobody’s yes', () => {
  expect(missing(blank('drop'))).toBe('loose-10000');
  expect(missing(does(blank('drop'), pieces(2_000, '1.5')))).toBe('loose-2000');
  expect(missing(does(blank('drop'), pieces(2_000, '2')))).toBe('nothing');
});

test('a no sale asks for a reason and a PIN', () => {
  const reasoned = does(blank('noSale'), { did: 'choseReason', reason: 'other' });
  expect([missing(blank('noSale')), missing(reasoned), missing(does(reasoned, pin))]).toEqual([
    'reason',
    'approvalPin',
    'nothing',
  ]);
});

test('cash paid in asks for a place and why; paid out for the scanned receipt as well', () => {
  const counted = does(blank('paidIn'), pieces(100, '3'));
  const placed = does(counted, { did: 'chosePlace', place: '401/5358031' });
  const told = does(placed, { did: 'typedWords', words: 'Found' });
  expect([missing(counted), missing(placed), missing(told)]).toEqual(['place', 'words', 'approvalPin']);
  const out = { ...told, what: 'paidOut' as const };
  expect(missing(out)).toBe('file');
  expect(missing(does(out, { did: 'attached', attachment }))).toBe('approvalPin');
});

test('a swap asks for as much in as goes out', () => {
  const unequal = does(blank('swap'), pieces(2_000, '1'), pieces(500, '3', 'in'));
  expect([missing(does(blank('swap'))), missing(unequal)]).toEqual(['out-10000', 'in-10000']);
  expect(missing(does(unequal, pieces(500, '4', 'in'), pin))).toBe('nothing');
  expect(missing(does(blank('swap'), pieces(2_000, '1'), pieces(500, 'x', 'in')))).toBe('in-500');
});

test('whatever changes takes the PIN back: a yes is to exactly this', () => {
  const agreed = does(blank('paidOut'), pin);
  for (const change of [
    pieces(100, '1'),
    { did: 'chosePlace', place: '401/5358031' } as const,
    { did: 'typedWords', words: 'x' } as const,
    { did: 'attached', attachment } as const,
    { did: 'fileRefused', sentence: 'No.' } as const,
  ])
    expect(does(agreed, change).approval.pin).toBe('');
});

test('the hand goes down the pieces, and from the last one on to what follows', () => {
  const on = (form: CustodyForm) => form.focus.on;
  expect(on(does(blank('drop'), moved('out', 10_000, 1)))).toBe('loose-5000');
  expect(on(does(blank('drop'), moved('out', 1, 1)))).toBe('primary');
  expect(on(does(blank('drop'), moved('out', 10_000, -1)))).toBe('loose-10000');
  expect(on(does(blank('paidIn'), moved('out', 1, 1)))).toBe('place');
  expect(on(does(blank('swap'), moved('out', 10_000, 1)))).toBe('out-5000');
  expect(on(does(blank('swap'), moved('out', 1, 1)))).toBe('in-10000');
  expect(on(does(blank('swap'), moved('in', 1, 1)))).toBe('approvalPin');
});

test('a refusal stands at the field that it is about', () => {
  const refused = (code: 'chart_kept' | 'attachment_unknown' | 'drawer_too_low') =>
    does(blank('paidOut'), { did: 'refused', trouble: { code, facts: {}, sentence: 'No.' } }).trouble?.under;
  expect([refused('chart_kept'), refused('attachment_unknown'), refused('drawer_too_low')]).toEqual([
    'place',
    'file',
    'primary',
  ]);
  expect(does(blank('paidOut'), { did: 'fileRefused', sentence: 'No.' }).trouble?.under).toBe('file');
});

test('a reload loses nothing of a form that nobody typed in', () => {
  expect([isBegunCustody(blank('drop')), isBegunCustody(does(blank('drop'), pieces(100, '1')))]).toEqual([false, true]);
});
