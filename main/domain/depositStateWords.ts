import type { DepositState } from './deposit.ts';

/** How far a deposit has come, as reports and the paper of a day say it. */
export const depositStateWords: Readonly<Record<DepositState, string>> = {
  prepared: 'counted once',
  differs: 'counts differ',
  made: 'lies ready',
  handed: 'on its way',
  confirmed: 'confirmed',
  withdrawn: 'taken back',
  broken: 'seal broken',
  recounted: 'counted again once',
  recount_differs: 'recounts differ',
};
