import { type ClipboardEvent, useState } from 'react';
import { holdsCardNumber } from '#domain/cardNumber';
import { sentenceOf } from '#domain/refusal';

/**
 * Keeps a pasted card number out of a field, with the sentence that stands under it until something else is typed.
 * @param how `whole` where long digits are usual, such as a bill's line
 */
export function usePastedCard(label: string, how: 'whole' | 'cut') {
  const [isRefused, setRefused] = useState(false);
  return {
    sentence: isRefused ? sentenceOf('card_number_in_text', { field: label }) : null,
    forget: () => setRefused(false),
    pasted(event: ClipboardEvent) {
      if (event.defaultPrevented || !holdsCardNumber(event.clipboardData.getData('text'), how)) return;
      event.preventDefault();
      setRefused(true);
    },
  };
}
