import type { RefusalCode } from '#domain/refusal';
import {
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  lacksPin,
  withoutYes,
} from '#renderer/screens/approval/approvalForm';
import { blankOpen, openReducer } from '#renderer/screens/open/openForm';
import { blankSignIn, signInReducer } from '#renderer/screens/signIn/signInForm';

/** A form of some screen, with something of its own. */
type Form = Approvable & { why: string };
const blank: Form = { ...BLANK_APPROVAL, why: 'a reason', focus: { on: 'why', turn: 0 } };
const after = (...actions: ApprovalAction[]) =>
  actions.reduce(
    (form, action) => approvalReducer(form, action, ({ facts }) => (facts.field === 'why' ? 'why' : null)),
    blank,
  );
const refusal = (code: RefusalCode | null, field = ''): ApprovalAction => ({
  did: 'refused',
  trouble: { code, facts: field ? { field } : {}, sentence: 'No.' },
});
const typed: ApprovalAction = { did: 'typedPin', pin: '4711' };

test('whoever is chosen types a PIN of their own, and the rest of the form stays', () => {
  expect(after(typed, { did: 'choseApprover', person: 'i.solheim' })).toEqual({
    ...blank,
    approval: { approver: 'i.solheim', pin: '' },
    focus: { on: 'approvalPin', turn: 1 },
  });
});

test('a PIN is lacking until it has four digits', () => {
  expect(lacksPin(after({ did: 'typedPin', pin: '471' }))).toBe(true);
  expect(lacksPin(after(typed))).toBe(false);
});

test.each<[string, ApprovalAction]>([
  ['Enter', { did: 'acceptedShortPin' }],
  ['the primary key', { did: 'wentTo', place: 'approvalPin' }],
])('bug: a PIN shorter than four digits is told at the PIN by %s, and the hand stays', (_, pressed) => {
  expect(after({ did: 'typedPin', pin: '471' }, pressed)).toMatchObject({
    approval: { pin: '' },
    trouble: { under: 'approvalPin', sentence: 'A PIN has four digits or more. Type it again.' },
    focus: { on: 'approvalPin', turn: 1 },
  });
  expect(after({ did: 'wentTo', place: 'approvalPin' }).trouble).toBeNull();
});

test('bug: Enter in an empty PIN says that it is to be typed, and the hand stays in it', () => {
  expect(after({ did: 'acceptedShortPin' })).toMatchObject({
    trouble: { under: 'approvalPin', sentence: 'The PIN is still to be typed, by the one who approves.' },
    focus: { on: 'approvalPin', turn: 1 },
  });
});

test('bug: so it is at the sign-in', () => {
  const short = signInReducer(blankSignIn('m.ortiz'), { did: 'typed', pin: '47' });
  expect(signInReducer(short, { did: 'acceptedShort' })).toMatchObject({
    chosen: 'm.ortiz',
    pin: '',
    trouble: { under: 'pin', sentence: 'A PIN has four digits or more. Type it again.' },
    focus: { on: 'pin', turn: 1 },
  });
  expect(signInReducer(blankSignIn('m.ortiz'), { did: 'acceptedShort' }).trouble).toBeNull();
});

test('what is sent is busy, and nothing is wrong with it any more', () => {
  expect(after(refusal('pin_wrong'), typed, { did: 'sent' })).toMatchObject({ busy: true, trouble: null });
});

test.each<[RefusalCode | null, string, string]>([
  ['pin_wrong', '', 'approvalPin'],
  ['pin_locked', '', 'approvalPin'],
  ['approval_needed', '', 'approvalPin'],
  ['approval_not_theirs', '', 'approvalPin'],
  ['approver_not_supervisor', '', 'approvalPin'],
  ['approval_changed', '', 'approvalPin'],
  ['approval_used', '', 'approvalPin'],
  ['approval_lapsed', '', 'approvalPin'],
  ['bad_input', 'why', 'why'],
  ['drawer_not_open', '', 'primary'],
  [null, '', 'primary'],
])('the refusal %s of field “%s” stands at %s, and the PIN is taken back', (code, field, under) => {
  const form = after(typed, { did: 'sent' }, refusal(code, field));
  expect(form).toMatchObject({
    busy: false,
    approval: { pin: '' },
    trouble: { under, sentence: 'No.' },
    focus: { on: under },
  });
});

test('a yes is to exactly one thing: what is changed takes the PIN back and keeps who was chosen', () => {
  const chosen = after({ did: 'choseApprover', person: 'i.solheim' }, typed, refusal('drawer_not_open'), typed);
  expect(withoutYes(chosen)).toMatchObject({ approval: { approver: 'i.solheim', pin: '' }, trouble: null });
});

test('a float that is counted again needs the PIN of its approver again', () => {
  const open = openReducer(blankOpen('8d5c2b0e-0000-4000-8000-000000000001', '2026-11-24'), typed);
  const again = openReducer(open, { did: 'typedPieces', worth: 100, column: 'loose', text: '5' });
  expect([open.approval.pin, again.approval.pin]).toEqual(['4711', '']);
});
