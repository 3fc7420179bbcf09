import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { compare } from '#domain/balancing';
import { expectedIn } from '#main/views/expected';
import type { Context } from './context.ts';
import { drawerToLookInto, writeLook } from './lookedInto.ts';

/** A surprise count: blind, by a supervisor, at any time. The drawer stays open, and only she is told what came of it. */
export function checkDrawer(tx: Tx, input: Parsed<'checkDrawer'>, at: Context): Output<'checkDrawer'> {
  const known = drawerToLookInto(tx, input.drawer, at);
  const comparison = compare(expectedIn(tx, known.drawer), input.count);
  const label = writeLook(tx, 'check', known, { count: input.count, comparison }, at);
  return { label, comparison };
}
