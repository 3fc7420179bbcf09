import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import { type Needed, useApproved } from '../approval/useApproved.ts';
import { piecesOf } from '../pieces/pieces.ts';
import type { OpenAction, OpenForm } from './openForm.ts';

/** Opens the drawer, with a supervisor's yes first where the day needs one. */
export function useOpening(form: OpenForm, send: Dispatch<OpenAction>, needed: Needed) {
  const run = useApproved(form, send, 'drawer');
  const { commandId } = form;
  const { floatWaiting } = useStation().station;
  const taken = floatWaiting ? { handoff: floatWaiting.handoff } : {};
  return () => run('openDrawer', { commandId, ...askedOf(form), ...taken }, needed);
}

/** The opening as the station is asked about it, and told. */
export function askedOf({ businessDay, typed, reason }: OpenForm) {
  const said = reason.trim();
  return { businessDay, float: piecesOf(typed), ...(said === '' ? {} : { reason: said }) };
}
