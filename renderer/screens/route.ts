import { createContext, useContext } from 'react';
import type { ChangeOrder } from '#contract/changeOrderCalls';
import type { Input, Output } from '#contract/contract';
import type { Handoff, SafeCounting } from '#contract/custodyCalls';
import type { Drawer } from '#contract/shapes';
import { assert } from '#domain/assert';
import type { BusinessDay } from '#domain/businessDay';
import type { Batch, BatchesPlace } from './batches/batchesForm.ts';
import type { CustodyWhat } from './custody/custodyForm.ts';
import type { Deposit, DepositListed, DepositsPlace, StepKind } from './deposits/depositsForm.ts';
import type { Depositable } from './deposits/makeDepositForm.ts';
import type { LedgerOutPlace } from './ledgerOut/ledgerOutForm.ts';
import type { OfficeReceiptPlace } from './officeReceipt/officeReceiptForm.ts';
import type { ReportsPlace } from './reports/reportsForm.ts';

/** Where a signed-in person is, beside what the drawer's own state decides. */
export type Route =
  | { at: 'home' }
  | { at: 'done'; taken: Output<'takePayment'>; cashCents: number; draft: Input<'draftSlip'> }
  | { at: 'receipts'; label: string | null; text?: string }
  | { at: 'void' | 'correct' | 'refund' | 'reverse'; label: string }
  | { at: 'outbox' | 'otherSlips' }
  | { at: 'custody'; what: CustodyWhat; drawer: Drawer }
  | { at: 'look'; what: 'check' | 'totals' }
  | OfficeRoute
  | { at: 'recount'; drawer: string }
  | { at: 'closed'; closing: Output<'closeDrawer'>; drawer: Drawer };

/** What is the office's, and not the counter's. */
export type OfficeRoute =
  | SafeRoute
  | BatchesRoute
  | DepositsRoute
  | DayRoute
  | LedgerOutRoute
  | ReportsRoute
  | OfficeReceiptRoute
  | HeldRoute;

/** At what stations sent and no journal took. */
export type HeldRoute = { at: 'heldEntries' };

/** At the receipts of a batch, whichever station took them. */
export type OfficeReceiptRoute = { at: 'officeReceipt'; place: OfficeReceiptPlace };

/** One business day: today, unless another is named. */
export type DayRoute = { at: 'day'; day?: BusinessDay };

/** At the days that close and go out to finance, and at one export. */
export type LedgerOutRoute =
  | { at: 'ledgerOut'; place?: LedgerOutPlace | undefined }
  | { at: 'glExport'; number: number; line?: number };

/** At the safe. */
export type SafeRoute =
  | { at: 'safe' | 'changeFund' }
  | { at: 'changeOrder'; order: ChangeOrder | null }
  | { at: 'issueFloat'; people: Output<'safe'>['people']; stations: readonly string[] }
  | { at: 'countHandoffs'; drawer: string; handoffs: readonly Handoff[] }
  | { at: 'countSafe'; turn: 'first' | 'second' }
  | { at: 'settleSafeCount'; counting: SafeCounting }
  | { at: 'settle' | 'takeFloatBack'; handoff: Handoff };

/** At the batches: where in the list, and the batch that is being sent back, or whose drawer is ended. */
export type BatchesRoute = { at: 'batches'; place?: BatchesPlace } | { at: 'sendBack' | 'endDrawer'; batch: Batch };

/** At the deposits. What a form is about comes along, as it was when it began. */
export type DepositsRoute =
  | { at: 'deposits'; place?: DepositsPlace }
  | { at: 'deposit'; deposit: string }
  | { at: 'makeDeposit'; depositable?: Depositable; batch?: string }
  | { at: 'witnessDeposit'; deposit: DepositListed }
  | { at: 'settleDeposit' | 'recountDeposit'; deposit: Deposit }
  | { at: 'depositStep'; what: StepKind; deposit: DepositListed };

/** At the reports: which one, of which days, and the row on show. */
export type ReportsRoute = { at: 'reports'; place?: ReportsPlace };

const OFFICE: Readonly<Record<OfficeRoute['at'], true>> = {
  ...{ ledgerOut: true, glExport: true },
  ...{
    safe: true,
    changeFund: true,
    changeOrder: true,
    issueFloat: true,
    takeFloatBack: true,
    countSafe: true,
    settleSafeCount: true,
    countHandoffs: true,
    settle: true,
  },
  ...{ batches: true, sendBack: true, endDrawer: true },
  ...{ deposits: true, deposit: true, makeDeposit: true, witnessDeposit: true, settleDeposit: true },
  ...{ recountDeposit: true, depositStep: true, day: true },
  ...{ reports: true, officeReceipt: true, heldEntries: true },
};

export function isOfficeRoute(route: Route): route is OfficeRoute {
  return route.at in OFFICE;
}

export type Trail = readonly [Route, ...Route[]];
/**
 * `afresh`: back from there leads home, whatever was before. `leaving`: how the place that is left is to be found again.
 */
export type RouteAction = { go: Route; afresh?: true; leaving?: Route } | { go: 'back' } | { go: 'home' };

export const HOME: Trail = [{ at: 'home' }];

/** The last place is where one is; back leads to the one before, and home is always first. */
export function routeReducer(trail: Trail, action: RouteAction): Trail {
  if (action.go === 'home') return HOME;
  if (action.go === 'back') {
    const [first, ...rest] = trail;
    return [first, ...rest.slice(0, -1)];
  }
  // A receipt just taken, or a drawer just closed, leads home and nowhere else.
  return action.afresh || action.go.at === 'done' || action.go.at === 'closed'
    ? [...HOME, action.go]
    : [...leftAs(trail, action.leaving), action.go];
}

function leftAs(trail: Trail, leaving: Route | undefined): Trail {
  if (!leaving || trail[trail.length - 1]?.at !== leaving.at) return trail;
  const [first, ...rest] = trail;
  return rest.length === 0 ? [leaving] : [first, ...rest.slice(0, -1), leaving];
}

export const RouteContext = createContext<((action: RouteAction) => void) | null>(null);

export function useGo(): (action: RouteAction) => void {
  const go = useContext(RouteContext);
  assert(go, 'a screen stands outside the desk');
  return go;
}
