import {
  approveNotYet,
  BATCHES_ON_A_PAGE,
  batchesReducer,
  blankBatches,
  byDay,
  maySendBack,
  pageAsked,
  takenCents,
} from '#renderer/screens/batches/batchesForm';
import { blankSendBack, isBegunSendingBack, sendBackReducer } from '#renderer/screens/batches/sendBackForm';
import { closedBatch, openBatch, uncountedBatch } from '#test/support/batchesOffice';

const LIST = ['W3-B0014', 'W3-B0013', 'W3-B0012'];
const refusal = (code: string, facts = {}) => ({
  did: 'refused' as const,
  trouble: { code: code as 'batch_changed', facts, sentence: 'Not so.' },
});

describe('the list of batches', () => {
  test('the arrows go through it as it is seen and stay inside; from one that left it they begin at its top', () => {
    const move = (by: 1 | -1, from: string | null) =>
      batchesReducer(blankBatches(), { did: 'moved', by, from, rows: LIST }).chosen;
    expect(move(1, 'W3-B0014')).toBe('W3-B0013');
    expect(move(-1, 'W3-B0014')).toBe('W3-B0014');
    expect(move(1, 'W3-B0012')).toBe('W3-B0012');
    expect(move(1, 'W3-B0001')).toBe('W3-B0014');
    expect(batchesReducer(blankBatches(), { did: 'moved', by: 1, from: 'W3-B0001', rows: [] }).chosen).toBe('W3-B0001');
  });

  test('one key goes through what waits and back to all, from the newest on and with nothing chosen', () => {
    let form = batchesReducer(blankBatches(), { did: 'older', last: 'W3-B0012' });
    form = batchesReducer(form, { did: 'chose', row: 'W3-B0011' });
    const states = Array.from({ length: 4 }, () => {
      form = batchesReducer(form, { did: 'filtered' });
      return pageAsked(form).state;
    });
    expect(states).toEqual(['balanced', 'closed', 'sent_back', undefined]);
    expect(form).toMatchObject({ before: [], chosen: null, focus: { on: 'batches', turn: 5 } });
  });

  test('older and newer pages lead back the way they came', () => {
    const ask = (form: ReturnType<typeof blankBatches>) => pageAsked(form).after;
    const second = batchesReducer(blankBatches(), { did: 'older', last: 'W3-B0012' });
    const third = batchesReducer(second, { did: 'older', last: 'W3-B0004' });
    expect([blankBatches(), second, third].map(ask)).toEqual([undefined, 'W3-B0012', 'W3-B0004']);
    expect(ask(batchesReducer(third, { did: 'newer' }))).toBe('W3-B0012');
    expect(ask(batchesReducer(second, { did: 'newer' }))).toBeUndefined();
    expect(pageAsked(third).most).toBe(BATCHES_ON_A_PAGE);
  });

  test('stands by business day in the order in which it came', () => {
    const friday = openBatch('W3-B0011', { businessDay: '2026-11-20' as never });
    const groups = byDay([openBatch('W3-B0013'), openBatch('W4-B0031'), friday]);
    expect(groups.map(({ day, batches }) => [day, batches.length])).toEqual([
      ['2026-11-23', 2],
      ['2026-11-20', 1],
    ]);
  });
});

describe('approving', () => {
  const balanced = closedBatch('W3-B0012', 'balanced');

  test('says why not in the order in which the ledger asks; only what is to be counted leads to the safe', () => {
    const told = [
      openBatch('W3-B0013'),
      closedBatch('W3-B0012', 'approved'),
      closedBatch('W3-B0012', 'deposited'),
      uncountedBatch('W3-B0012'),
    ].map((batch) => approveNotYet(batch));
    expect(told).toEqual([
      { why: 'W3-D0013 is still open', atTheSafe: false },
      { why: 'Approved: it waits for its deposit', atTheSafe: false },
      { why: 'Deposited already', atTheSafe: false },
      { why: 'Not balanced: 2 handoffs to count or settle', atTheSafe: true },
    ]);
    const yours = { part: 'took' as const, what: 'W3-D0012', others: [] };
    expect(approveNotYet({ ...balanced, yours })?.why).toBe('You worked in drawer W3-D0012');
    expect(approveNotYet(balanced)).toBeNull();
    expect(approveNotYet(closedBatch('W3-B0012', 'sent_back'))).toBeNull();
  });

  test('a batch goes back once it is closed, approved or not, and not twice', () => {
    const states = (['closed', 'balanced', 'approved', 'sent_back', 'deposited'] as const).filter((state) =>
      maySendBack({ state }),
    );
    expect(states).toEqual(['closed', 'balanced', 'approved']);
    expect(maySendBack({ state: 'open' })).toBe(false);
  });

  test('the amount is what was taken and not made void, and none while it is hidden', () => {
    expect(takenCents(balanced)).toBe(126_465);
    expect(takenCents(uncountedBatch('W3-B0012'))).toBeNull();
  });

  test('what was refused stands until the hand moves on, and what was approved stays in sight', () => {
    const sent = batchesReducer(blankBatches(), { did: 'sent' });
    expect(sent.busy).toBe(true);
    const refused = batchesReducer(sent, refusal('batch_changed'));
    expect(refused).toMatchObject({ busy: false, trouble: 'Not so.' });
    expect(batchesReducer(refused, { did: 'chose', row: 'W3-B0013' }).trouble).toBeNull();
    const approved = batchesReducer(sent, { did: 'approved', batch: 'W3-B0012' });
    expect(approved).toMatchObject({ busy: false, approved: 'W3-B0012', chosen: 'W3-B0012' });
    expect(batchesReducer(approved, { did: 'moved', by: 1, from: 'W3-B0012', rows: LIST }).approved).toBeNull();
  });
});

describe('sending back', () => {
  test('asks before a reason is lost, and gives the hand back where it was', () => {
    const blank = blankSendBack('00000000-0000-4000-8000-000000000001');
    expect(isBegunSendingBack(sendBackReducer(blank, { did: 'typed', text: '  ' }))).toBe(false);
    const typed = sendBackReducer(blank, { did: 'typed', text: 'Check 1187 reads 68.40' });
    expect(isBegunSendingBack(typed)).toBe(true);
    const asked = sendBackReducer(typed, { did: 'wentBack' });
    expect(asked.isLeaving).toBe(true);
    expect(sendBackReducer(asked, { did: 'stayed' })).toMatchObject({
      ...{ isLeaving: false, reason: 'Check 1187 reads 68.40', focus: { on: 'reason', turn: 1 } },
    });
  });

  test('a refusal of the reason stands under it, any other over the button', () => {
    const blank = blankSendBack('00000000-0000-4000-8000-000000000001');
    const under = (code: string, facts = {}) => sendBackReducer(blank, refusal(code, facts)).trouble?.under;
    expect(under('card_number_in_text', { field: 'reason' })).toBe('reason');
    expect(under('batch_in_deposit', { batch: 'W3-B0012' })).toBe('primary');
  });
});
