import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { approve, type Yes } from '../approval/approve.ts';
import { piecesOf } from '../pieces/pieces.ts';
import type { OpenAction, OpenForm } from './openForm.ts';

/** Opens the drawer, with a supervisor's yes first when `mark` is given. */
export function useOpening(form: OpenForm, send: Dispatch<OpenAction>, mark: string | null) {
  const { client } = usePage();
  const { station } = useStation();
  const ask = useSend();
  return async function open() {
    if (form.busy) return;
    send({ did: 'sent' });
    const yes: Yes = mark === null ? {} : await approve(client, form.approval, station, mark);
    if ('trouble' in yes) {
      send({ did: 'refused', trouble: yes.trouble });
      return;
    }
    const { commandId, businessDay, typed } = form;
    const answer = await ask('openDrawer', { commandId, businessDay, float: piecesOf(typed), ...yes });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
  };
}
