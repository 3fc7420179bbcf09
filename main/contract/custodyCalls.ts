import * as z from 'zod';
import { Pieces } from '#domain/denominations';
import { command } from './definition.ts';
import { AT_THE_TRAY, Label } from './shapes.ts';

/** Cash that moves at one drawer and is no receipt. */
export const custodyCalls = {
  /** Takes counted cash out of the own drawer to the safe. It stays part of the drawer's batch. */
  dropCash: command({
    who: AT_THE_TRAY,
    input: { drawer: Label, pieces: Pieces },
    output: z.strictObject({
      /** The handoff's own name, `W3-D0012-drop-1`. */
      handoff: Label,
      number: z.int(),
      cents: z.int(),
    }),
    touches: ['drawer', 'printer', 'sync'],
  }),
} as const;
