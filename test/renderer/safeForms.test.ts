import type { Handoff } from '#contract/custodyCalls';
import { blankChangeFund, changeFundNotYet, changeFundReducer, toldFund } from '#renderer/screens/safe/changeFundForm';
import {
  blankHandoffs,
  type HandoffsAction,
  handoffsNotYet,
  handoffsReducer,
  partCents,
  toldParts,
} from '#renderer/screens/safe/handoffsForm';
import { blankIssueFloat, issueFloatNotYet, issueFloatReducer } from '#renderer/screens/safe/issueFloatForm';
import { BLANK_SAFE, byDrawer, deedFor, handoffShown, safeReducer, toCount } from '#renderer/screens/safe/safeForm';
import { blankSettle, settleNotYet, settleReducer, toldSettling, whatIsSo } from '#renderer/screens/safe/settleForm';

const ID = '00000000-0000-4000-8000-000000000001';
const handoff = (name: string, what: Handoff['what'], over: Partial<Handoff> = {}): Handoff => ({
  ...{ handoff: name, what, drawer: name.slice(0, 8), batch: 'W3-B0012', personName: 'Marisol Ortiz', at: 0 },
  ...{ state: 'waiting', givenCents: null, countedCents: null, returnedCents: null, returnedByName: null },
  notApprovers: [],
  ...over,
});
const CASH = handoff('W3-D0012-cash', 'cash');
const CHECKS = handoff('W3-D0012-check', 'check');
const OTHERS = handoff('W4-D0031-cash', 'cash', { state: 'differs', givenCents: 6_000, countedCents: 4_000 });
const AHEAD = handoff('L-F0007', 'float', { drawer: null, batch: null });

const refusal = (code: string, facts = {}) => ({
  did: 'refused' as const,
  trouble: { code: code as 'safe_short', facts, sentence: 'Not so.' },
});
const pieces = (worth: number, text: string) => ({
  did: 'typedPieces' as const,
  worth,
  column: 'loose' as const,
  text,
});

describe('the list of the safe', () => {
  const groups = byDrawer([CASH, OTHERS, CHECKS, AHEAD]);
  test('stands by drawer, the oldest first; the arrows go through it as it is seen and stay inside', () => {
    expect(groups.map(({ drawer, handoffs }) => [drawer, handoffs.length])).toEqual([
      ['W3-D0012', 2],
      ['W4-D0031', 1],
      [null, 1],
    ]);
    const handoffs = groups.flatMap((group) => group.handoffs.map((one) => one.handoff));
    const move = (form: typeof BLANK_SAFE, by: 1 | -1) =>
      safeReducer(form, { did: 'moved', by, from: handoffShown(form, groups)?.handoff ?? null, handoffs });
    expect(handoffShown(BLANK_SAFE, groups)).toBe(CASH);
    expect(handoffShown(move(BLANK_SAFE, -1), groups)).toBe(CASH);
    const second = move(BLANK_SAFE, 1);
    expect(handoffShown(second, groups)).toBe(CHECKS);
    expect(handoffShown(move(move(move(second, 1), 1), 1), groups)).toBe(AHEAD);
  });

  test('what was chosen and is gone since gives way to the first', () => {
    expect(handoffShown(safeReducer(BLANK_SAFE, { did: 'chose', handoff: 'W3-D0001-cash' }), groups)).toBe(CASH);
  });

  test('offers what is to be done: a count of all that waits of one drawer, a settlement, or a float back', () => {
    expect([CASH, OTHERS, AHEAD].map(deedFor)).toEqual(['count', 'settle', 'takeBack']);
    const differs = { ...CHECKS, state: 'differs' as const };
    expect(toCount([CASH, differs, OTHERS], 'W3-D0012')).toEqual([CASH]);
  });
});

describe('the change fund', () => {
  const typed = [pieces(2_000, '10'), { did: 'typedResolution' as const, text: ' Resolution 2026-14 ' }];
  test('is told whole or not at all, and says what is missing in the order of the screen', () => {
    let form = blankChangeFund(ID);
    expect(changeFundNotYet(form)?.place).toBe('loose-10000');
    form = changeFundReducer(form, pieces(2_000, '1.5'));
    expect(changeFundNotYet(form)?.place).toBe('loose-2000');
    form = changeFundReducer(form, typed[0] ?? pieces(1, ''));
    expect(changeFundNotYet(form)?.place).toBe('resolution');
    expect(toldFund(form)).toBeNull();
    form = changeFundReducer(form, { did: 'typedResolution', text: ' Resolution 2026-14 ' });
    expect(changeFundNotYet(form)?.place).toBe('approvalPin');
    expect(toldFund(form)).toEqual({ pieces: { 2000: 10 }, isGivenBack: false, resolution: 'Resolution 2026-14' });
    expect(toldFund(changeFundReducer(form, { did: 'choseWay', way: 'back' }))?.isGivenBack).toBe(true);
  });

  test('whatever changes what is approved takes the PIN back; what the safe has not stands under the pieces', () => {
    const form = changeFundReducer(blankChangeFund(ID), { did: 'typedPin', pin: '9026' });
    for (const action of [...typed, { did: 'choseWay' as const, way: 'back' as const }])
      expect(changeFundReducer(form, action).approval.pin).toBe('');
    expect(changeFundReducer(form, refusal('safe_short')).trouble?.under).toBe('loose-10000');
    const tooMany = { code: 'bad_input' as const, facts: { field: 'pieces 10000' }, sentence: 'Too many.' };
    expect(changeFundReducer(form, { did: 'refused', trouble: tooMany }).trouble?.under).toBe('loose-10000');
    // Kept as refused, it is another command when it is said again.
    const again = changeFundReducer(form, { did: 'begunAnew', commandId: 'another' });
    expect(again).toEqual({ ...form, commandId: 'another' });
    expect(changeFundReducer(form, refusal('office_offline')).trouble?.under).toBe('primary');
    expect(changeFundReducer(form, refusal('bad_input', { field: 'resolution' })).trouble?.under).toBe('resolution');
  });

  test('offline keeps every field', () => {
    const form = typed.reduce(changeFundReducer, blankChangeFund(ID));
    const after = changeFundReducer(changeFundReducer(form, { did: 'sent' }), refusal('office_offline'));
    expect(toldFund(after)).toEqual(toldFund(form));
    expect(after).toMatchObject({ busy: false, commandId: ID });
  });
});

describe('a float', () => {
  test('needs pieces and somebody to take it', () => {
    const form = blankIssueFloat(ID, 'm.ortiz', 'W3');
    expect(issueFloatNotYet(form)?.place).toBe('loose-10000');
    const counted = issueFloatReducer(form, pieces(2_000, '10'));
    expect(issueFloatNotYet(counted)).toBeNull();
    expect(issueFloatNotYet(issueFloatReducer(counted, { did: 'choseTaker', person: '' }))?.place).toBe('to');
    expect(issueFloatReducer(counted, { did: 'choseStation', station: 'W4' }).station).toBe('W4');
  });
});

describe('the count of what a drawer handed over', () => {
  const all = (...actions: HandoffsAction[]) => actions.reduce(handoffsReducer, blankHandoffs(ID, [CASH, CHECKS]));
  const turnTo = (at: number): HandoffsAction => ({ did: 'turnedTo', at });

  test('goes from part to part, and from the last one to the button', () => {
    const down = { did: 'movedCell' as const, worth: 1, column: 'loose' as const, by: 1 as const };
    const second = all(down);
    expect([second.at, second.focus.on]).toEqual([1, 'items']);
    expect(handoffsReducer(second, { did: 'wentOn' }).focus.on).toBe('primary');
    expect(all(turnTo(1), turnTo(0)).focus.on).toBe('loose-10000');
  });

  test('tells what was counted, each as what it is, and leaves the rest in transit', () => {
    const cash = all(pieces(2_000, '3'));
    expect(toldParts(cash)).toEqual([{ handoff: 'W3-D0012-cash', pieces: { 2000: 3 } }]);
    const both = [
      ...[pieces(2_000, '3'), turnTo(1), { did: 'typedPaper', field: 'items', text: '1' }],
      { did: 'typedPaper', field: 'total', text: '86.40' },
    ] as HandoffsAction[];
    expect(handoffsNotYet(all(...both))).toBeNull();
    expect(toldParts(all(...both))).toEqual([
      { handoff: 'W3-D0012-cash', pieces: { 2000: 3 } },
      { handoff: 'W3-D0012-check', items: 1, cents: 8_640 },
    ]);
    expect(all(...both).parts.map(partCents)).toEqual([6_000, 8_640]);
    // bug: what somebody else had counted meanwhile was sent and refused again and again.
    const gone = new Set(['W3-D0012-cash']);
    expect(toldParts(all(...both), gone).map(({ handoff }) => handoff)).toEqual(['W3-D0012-check']);
    expect(handoffsNotYet(cash, gone)).not.toBeNull();
    // bug: a total that cannot be read was listed as 0.00.
    const unread = { did: 'typedPaper', field: 'total', text: '86.4.0' } as HandoffsAction;
    expect(all(...both, unread).parts.map(partCents)).toEqual([6_000, null]);
  });

  test('a form that nobody typed in counts nothing; a 0 counts that there is nothing', () => {
    expect(handoffsNotYet(all())).toMatchObject({ at: 0, place: 'loose-10000' });
    const none = all(pieces(10_000, '0'));
    expect(handoffsNotYet(none)).toBeNull();
    expect(toldParts(none)).toEqual([{ handoff: 'W3-D0012-cash', pieces: {} }]);
  });

  test('what is half typed holds the count back, whichever part is on the table', () => {
    const half = all(turnTo(1), { did: 'typedPaper', field: 'items', text: '2x' }, turnTo(0), pieces(100, '5'));
    expect(handoffsNotYet(half)).toMatchObject({ at: 1, place: 'items' });
    const noTotal = all(turnTo(1), { did: 'typedPaper', field: 'items', text: '2' });
    expect(handoffsNotYet(noTotal)).toMatchObject({ at: 1, place: 'total' });
    const many = all(turnTo(1), { did: 'typedPaper', field: 'items', text: '2001' });
    expect(handoffsNotYet(many)).toMatchObject({ at: 1, place: 'items' });
    expect(handoffsNotYet(all(pieces(100, 'five')))).toMatchObject({ at: 0, place: 'loose-100' });
  });

  test('a refusal stands at the button, and nothing typed is lost', () => {
    const form = all(pieces(2_000, '3'), { did: 'sent' }, refusal('handoff_yours'));
    expect(form).toMatchObject({ busy: false, trouble: { under: 'primary' }, commandId: ID });
    expect(toldParts(form)).toHaveLength(1);
  });

  test('bug: after a refused count the hand stayed on the button: it goes to the part that is wrong', () => {
    const typed: HandoffsAction[] = [turnTo(1), { did: 'typedPaper', field: 'items', text: '2' }];
    const named = all(...typed, turnTo(0), { did: 'sent' }, refusal('handoff_done', { handoff: 'W3-D0012-check' }));
    expect([named.at, named.focus.on, named.trouble?.under]).toEqual([1, 'items', 'items']);
    // Only the checks were counted and sent, so that they are the first part that the door saw.
    const placed = all(...typed, turnTo(0), { did: 'sent' }, refusal('bad_input', { field: 'parts 1 cents' }));
    expect([placed.at, placed.focus.on]).toEqual([1, 'items']);
    const float = all(pieces(2_000, '3'), turnTo(1), { did: 'sent' }, refusal('change_fund_unset', CASH));
    expect([float.at, float.focus.on]).toEqual([0, 'loose-10000']);
  });
});

describe('a difference', () => {
  test('is settled by what is found again, a reason and a yes', () => {
    let form = blankSettle(ID, OTHERS);
    expect(settleNotYet(form, OTHERS)?.place).toBe('loose-10000');
    form = settleReducer(form, pieces(2_000, '2'));
    expect(settleNotYet(form, OTHERS)?.place).toBe('reason');
    form = settleReducer(form, { did: 'typedReason', text: ' One note stuck ' });
    expect(toldSettling(form, OTHERS)).toEqual({
      counted: { handoff: 'W4-D0031-cash', pieces: { 2000: 2 } },
      reason: 'One note stuck',
    });
    expect(settleNotYet(form, OTHERS)?.place).toBe('approvalPin');
  });

  test('of checks is counted by the piece and their total', () => {
    let form = blankSettle(ID, CHECKS);
    expect(settleNotYet(form, CHECKS)?.place).toBe('items');
    form = settleReducer(form, { did: 'typedPaper', field: 'items', text: '2' });
    expect(settleNotYet(form, CHECKS)?.place).toBe('total');
    form = settleReducer(form, { did: 'typedPaper', field: 'total', text: '100+72.8' });
    form = settleReducer(form, { did: 'typedReason', text: 'Two held together' });
    expect(toldSettling(form, CHECKS)?.counted).toEqual({ handoff: 'W3-D0012-check', items: 2, cents: 17_280 });
    expect(settleReducer(form, refusal('bad_input', { field: 'reason' })).trouble?.under).toBe('reason');
  });
});

test.each<[string, Partial<Handoff>, number, string]>([
  [
    'a float of which a twenty never left',
    { what: 'float', givenCents: 20_000, countedCents: 18_000 },
    18_000,
    '180.00 was found to have left the safe. By the books 20.00 of it lies in the safe again. Nothing stays unexplained.',
  ],
  [
    'a float that its drawer miscounted',
    { what: 'float', givenCents: 20_000, countedCents: 18_000 },
    20_000,
    '200.00 was found to have left the safe. 20.00 short stays unexplained.',
  ],
  [
    'a float of which more left',
    { what: 'float', givenCents: 20_000, countedCents: 21_000 },
    21_000,
    '210.00 was found to have left the safe. By the books 10.00 more has left the safe. Nothing stays unexplained.',
  ],
  [
    'cash that the office miscounted',
    { what: 'cash', givenCents: 6_000, countedCents: 4_000 },
    5_000,
    '50.00 was found to have come. The books go by what was found: +10.00 against the office’s count. 10.00 short stays unexplained.',
  ],
])('bug: what lies in the safe again was told as unexplained: %s', (_, of, found, sentence) => {
  expect(whatIsSo({ ...CASH, ...of }, found)).toBe(sentence);
});
