import type { Slip } from './slip.ts';

/** A slip as the office looks at it on the screen: it never was on this paper, and must not be taken for one that was. */
export function officeCopy(slip: Slip): Slip {
  return { ...slip, banners: [...slip.banners, 'OFFICE COPY'] };
}
