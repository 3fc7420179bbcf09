import {
  type Approvable,
  type ApprovalAction,
  approvalReducer,
  BLANK_APPROVAL,
  withoutYes,
} from '../approval/approvalForm.ts';

/** Why a drawer is ended by the office, and the yes of a second person. */
export type EndDrawerForm = Approvable & { reason: string };

export type EndDrawerAction = { did: 'typedReason'; text: string } | ApprovalAction;

export function blankEndDrawer(): EndDrawerForm {
  return { ...BLANK_APPROVAL, reason: '', focus: { on: 'reason', turn: 0 } };
}

export function endDrawerReducer(form: EndDrawerForm, action: EndDrawerAction): EndDrawerForm {
  if (action.did === 'typedReason') return { ...withoutYes(form), reason: action.text };
  return approvalReducer(form, action, ({ facts }) => (facts.field === 'reason' ? 'reason' : null));
}
