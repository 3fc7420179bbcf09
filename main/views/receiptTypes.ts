import type { Output, Parsed } from '#contract/contract';
import { drawerOf } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { priceOn } from '#domain/receiptType';
import { refuse } from '#domain/refusal';
import type { ReadyContext } from './context.ts';

/** What a receipt may be for beside payments on accounts: what has a price on the drawer's day, for whoever asks. */
export function receiptTypes(db: StationDb, input: Parsed<'receiptTypes'>, at: ReadyContext): Output<'receiptTypes'> {
  const { businessDay } = drawerOf(db, input.drawer) ?? refuse('drawer_unknown');
  return {
    types: at.policy.receiptTypes
      .filter((type) => type.roles.includes(at.person.role))
      .flatMap(({ prices, ...type }) => {
        const price = priceOn({ ...type, prices }, businessDay);
        return price === null ? [] : [{ ...type, price }];
      }),
  };
}
