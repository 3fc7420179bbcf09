import * as z from 'zod';
import { DrawerMove } from './drawerMoves.ts';
import { SumTold } from './payloadShapes.ts';
import { DrawerTender } from './tender.ts';

const Items = z.int().min(0);

/** What a drawer must hold at some moment, and how it came about: the moves of a tender sum to what is expected of it. */
export const DrawerTotals = z.strictObject({
  tenders: z.array(z.strictObject({ tender: DrawerTender, cents: SumTold, items: Items.nullable() })).max(10),
  moves: z.array(z.strictObject({ tender: DrawerTender, kind: DrawerMove, cents: SumTold, items: Items })).max(100),
  receipts: z.strictObject({ issued: Items, voided: Items, issuedCents: SumTold, voidedCents: SumTold }),
});
export type DrawerTotals = z.infer<typeof DrawerTotals>;
