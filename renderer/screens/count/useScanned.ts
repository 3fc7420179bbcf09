import type { Dispatch } from 'react';
import { readMicr } from '#formats/micr';
import { piles } from '../../messages/piles.ts';
import { usePage } from '../../page.ts';
import { placeInHand } from '../../ui/focus.ts';
import { type CountAction, pileAt } from './countForm.ts';

/** As many digits as the number of a paper has at most. */
const NUMBER = /^\d{1,15}$/;

/**
 * What a scanner reads in a count is the number of a paper, of the pile in hand or else of a check, and the hand goes to
 * its amount. It never is an amount itself, and what is no number is said to be none.
 */
export function useScanned(send: Dispatch<CountAction>): (text: string) => void {
  const { notice } = usePage();
  return (text) => {
    const number = readMicr(text)?.serial ?? (NUMBER.test(text) ? text : null);
    notice.tell(number === null ? piles.unread : null);
    if (number === null) return;
    const pile = pileAt(placeInHand()) ?? 'checks';
    send({ did: 'typedEntry', pile, field: 'number', text: number });
    send({ did: 'enteredNumber', pile });
  };
}
